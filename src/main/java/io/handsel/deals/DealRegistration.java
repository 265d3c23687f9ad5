package io.handsel.deals;

import io.handsel.security.Actor;
import org.springframework.stereotype.Service;

/** Registering deals: what a partner submits, mends, takes back and submits again. */
@Service
public class DealRegistration {

    /** What would happen to this submission: who decides it, by when, and what is wrong with it. Changes nothing. */
    public DecisionPreview preview(Actor actor, RegisterDeal deal) {
        throw new UnsupportedOperationException();
    }

    public RegistrationOutcome submit(Actor actor, RegisterDeal deal) {
        throw new UnsupportedOperationException();
    }

    /** Submits an expired or rejected deal again, as often as the program allows. */
    public RegistrationOutcome resubmit(Actor actor, DealId id, RegisterDeal deal) {
        throw new UnsupportedOperationException();
    }

    /** Mends the fields the reviewer marked; other fields must be as they were. */
    public DealOutcome provideInformation(Actor actor, DealId id, RegisterDeal deal) {
        throw new UnsupportedOperationException();
    }

    public DealOutcome withdraw(Actor actor, DealId id, String reason) {
        throw new UnsupportedOperationException();
    }
}
