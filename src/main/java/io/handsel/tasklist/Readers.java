package io.handsel.tasklist;

import io.handsel.security.PersonId;

/** Who may see a task, as the table {@code task_reader} writes it. */
final class Readers {

    private Readers() {}

    static String group(String name) {
        return "group:" + name;
    }

    static String person(PersonId id) {
        return "person:" + id;
    }
}
