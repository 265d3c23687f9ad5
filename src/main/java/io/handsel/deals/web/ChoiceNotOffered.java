package io.handsel.deals.web;

import io.handsel.deals.DealId;
import io.handsel.shell.NotFound;

/** For a deal that stands so no customer's choice can be filed. */
final class ChoiceNotOffered extends NotFound {

    private ChoiceNotOffered(String message) {
        super(message);
    }

    static ChoiceNotOffered forDeal(DealId deal) {
        return new ChoiceNotOffered("No customer's choice can be filed for " + deal);
    }
}
