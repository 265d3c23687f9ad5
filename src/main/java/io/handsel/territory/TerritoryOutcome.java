package io.handsel.territory;

/** What became of the wish for a new territory. */
public sealed interface TerritoryOutcome {

    record Registered(TerritoryView territory) implements TerritoryOutcome {}

    record Refused(Reason reason) implements TerritoryOutcome {}

    /** Why there is no new territory; also keys under {@code territory.refused}. */
    enum Reason {
        CODE_TAKEN("code"),
        UNKNOWN_PARENT("parent");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** The field of a form that is wrong. */
        public String field() {
            return field;
        }
    }
}
