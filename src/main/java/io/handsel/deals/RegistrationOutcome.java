package io.handsel.deals;

import io.handsel.accounts.ClaimView;
import java.util.List;

/** What became of a submission. */
public sealed interface RegistrationOutcome {

    /** The deal is registered; the receipt proves when. */
    record Registered(DealId deal, DealReceipt receipt) implements RegistrationOutcome {}

    /**
     * Nothing was registered; every reason that could be found at once.
     *
     * @param oldest at the cap: the partner's own claims that could be given back, oldest first
     */
    record Refused(List<DealOutcome.Refused> reasons, List<ClaimView> oldest) implements RegistrationOutcome {

        public Refused {
            reasons = List.copyOf(reasons);
            oldest = List.copyOf(oldest);
        }

        Refused(List<DealOutcome.Refused> reasons) {
            this(reasons, List.of());
        }
    }
}
