package io.handsel.territory;

import java.util.List;

/** Which territory a customer belongs to, as {@code territory-assignment} says. */
public sealed interface TerritoryAssignment {

    record Assigned(TerritoryView territory) implements TerritoryAssignment {}

    /** Several territories fit equally well: the table needs a more specific row. Shown to the designer by name. */
    record Tie(List<String> names) implements TerritoryAssignment {

        public Tie {
            names = List.copyOf(names);
        }
    }

    /** No row fits that names a territory there is. */
    record Nowhere() implements TerritoryAssignment {}
}
