package io.handsel.deals;

import io.handsel.security.Actor;
import org.springframework.stereotype.Service;

/** How approved deals end. */
@Service
public class DealClosing {

    public DealOutcome win(Actor actor, DealId id, WinDeal win) {
        throw new UnsupportedOperationException();
    }

    public DealOutcome lose(Actor actor, DealId id, LoseDeal loss) {
        throw new UnsupportedOperationException();
    }

    /** The vendor finds that a won deal is not won; the partner hears why. */
    public DealOutcome reverseWin(Actor actor, DealId id, String reason) {
        throw new UnsupportedOperationException();
    }
}
