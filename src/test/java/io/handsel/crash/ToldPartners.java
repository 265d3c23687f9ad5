package io.handsel.crash;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What people were told has happened, by the name of the company.
 *
 * @param recommended by the first of two who have to be for it
 * @param counterSigned by the vendor
 * @param refused what was not accepted, in the page's words
 */
record ToldPartners(
        Set<String> recommended,
        Set<String> approved,
        Set<String> arrived,
        Set<String> signed,
        Set<String> counterSigned,
        Queue<String> refused) {

    ToldPartners() {
        this(
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                new ConcurrentLinkedQueue<>());
    }

    /** How much has been decided about applications. */
    int decisions() {
        return recommended.size() + approved.size();
    }

    int signatures() {
        return signed.size() + counterSigned.size();
    }
}
