package io.handsel.deals;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountMatch;
import io.handsel.accounts.ClaimPlacing;
import io.handsel.accounts.RecognisedCustomer;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.security.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which customer a registration means, where the machine cannot tell: the reviewer says so with the approval, and nobody
 * gets a customer because nobody looked.
 */
@Service
@Transactional
public class DealCustomers {

    private final Deals deals;
    private final AccountCheck check;
    private final ClaimPlacing placing;

    DealCustomers(Deals deals, AccountCheck check, ClaimPlacing placing) {
        this.deals = deals;
        this.check = check;
        this.placing = placing;
    }

    /** The accounts that may be meant, the likeliest first; empty where it is beyond doubt who is. */
    @Transactional(readOnly = true)
    public Optional<List<AccountMatch>> inDoubt(DealId id) {
        return inDoubt(deals.findById(id).orElseThrow(() -> DealNotFound.of(id)));
    }

    Optional<List<AccountMatch>> inDoubt(Deal deal) {
        return Optional.of(recognise(deal))
                .filter(customer -> !customer.certain())
                .map(RecognisedCustomer::matches);
    }

    /** Why an approval that names this customer, or none, cannot count. */
    Optional<Refused> obstacle(Deal deal, boolean first, @Nullable String customer) {
        if (customer == null) {
            return first && inDoubt(deal).isPresent()
                    ? Optional.of(new Refused(DealRefusal.CUSTOMER_UNSETTLED, "customer"))
                    : reserved(deal, null, "decision");
        }
        if (customer.equals(ReviewVerdict.NEW_CUSTOMER)) {
            return Optional.empty();
        }
        var meant = meant(deal, customer);
        return meant.isEmpty()
                ? Optional.of(new Refused(DealRefusal.CUSTOMER_UNSETTLED, "customer"))
                : reserved(deal, meant.get(), "customer");
    }

    private Optional<Refused> reserved(Deal deal, @Nullable AccountId account, String field) {
        return placing.isRefused(deal.id().id(), account)
                ? Optional.of(new Refused(DealRefusal.CUSTOMER_RESERVED, field))
                : Optional.empty();
    }

    /** Only one of those that are likely: the list is the machine's, the choice the reviewer's. */
    private Optional<AccountId> meant(Deal deal, String customer) {
        return recognise(deal).matches().stream()
                .map(AccountMatch::account)
                .filter(account -> account.toString().equals(customer))
                .findFirst();
    }

    /** Puts the deal's claim where the reviewer says it belongs. */
    void settle(Actor actor, Deal deal, @Nullable String customer) {
        if (customer == null) {
            return;
        }
        var question = deal.content().question();
        if (customer.equals(ReviewVerdict.NEW_CUSTOMER)) {
            placing.onNewAccount(actor, deal.id().id(), question);
        } else {
            placing.onAccount(actor, deal.id().id(), AccountId.parse(customer), question);
        }
    }

    private RecognisedCustomer recognise(Deal deal) {
        return check.recognise(deal.content().question());
    }
}
