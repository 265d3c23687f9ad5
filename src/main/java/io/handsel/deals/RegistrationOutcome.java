package io.handsel.deals;

import java.util.List;

/** What became of a submission. */
public sealed interface RegistrationOutcome {

    /** The deal is registered; the receipt proves when. */
    record Registered(DealId deal, DealReceipt receipt) implements RegistrationOutcome {}

    /** Nothing was registered; every reason that could be found at once. */
    record Refused(List<DealOutcome.Refused> reasons) implements RegistrationOutcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
