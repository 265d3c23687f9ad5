package io.handsel.crash;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What people were told has happened.
 *
 * @param registered deals by their customer, which is another for each
 * @param decided customers of deals that were decided, with what was decided
 * @param refused what was not accepted, in the page's words
 */
record Told(Map<String, String> registered, Map<String, String> decided, Queue<String> refused) {

    Told() {
        this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentLinkedQueue<>());
    }

    /** How much has been done. */
    int steps() {
        return registered.size() + decided.size();
    }
}
