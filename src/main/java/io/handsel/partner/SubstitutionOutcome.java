package io.handsel.partner;

/** What became of the wish to be stood in for. */
public sealed interface SubstitutionOutcome {

    record Agreed(SubstitutionView substitution) implements SubstitutionOutcome {}

    record Refused(Reason reason) implements SubstitutionOutcome {}

    /** Why nobody can stand in like this; also keys under {@code partner.refused}. */
    enum Reason {
        NOT_YOURS,
        SAME_PERSON,
        NOT_A_MANAGER,
        ALREADY_SUBSTITUTED,
        IN_THE_PAST
    }
}
