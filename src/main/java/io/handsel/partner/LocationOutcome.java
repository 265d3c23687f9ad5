package io.handsel.partner;

import java.util.List;

/** What became of the wish to add or change a location. */
public sealed interface LocationOutcome {

    record Done(LocationView location) implements LocationOutcome {}

    /** @param people who stands in the way, by name */
    record Refused(LocationRefusal reason, List<String> people) implements LocationOutcome {

        public Refused {
            people = List.copyOf(people);
        }

        public static Refused because(LocationRefusal reason) {
            return new Refused(reason, List.of());
        }
    }
}
