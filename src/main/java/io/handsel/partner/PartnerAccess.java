package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.security.People;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the people of a partner that has ended go when the day has come that was set for it. */
@Component
class PartnerAccess {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerAccess.class);

    private final PartnerStore store;
    private final People people;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PartnerAccess(PartnerStore store, People people, AuditTrail audit, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every node looks; whoever holds the partner's row first does it, and the others find it done. */
    void endWhatIsOver() {
        store.findWithAccessOver(clock.instant()).forEach(this::endSafely);
    }

    /** One partner that fails is looked at again the next time and does not hold up the others. */
    private void endSafely(PartnerId id) {
        try {
            transactions.executeWithoutResult(status -> store.findLocked(id)
                    .filter(partner -> partner.isAccessOver(clock.instant()))
                    .ifPresent(this::end));
        } catch (RuntimeException failure) {
            LOG.error("PARTNER-010 The access of the people of partner {} could not be ended", id, failure);
        }
    }

    private void end(Partner partner) {
        people.ofOrganisation(partner.id().organisation()).forEach(person -> people.deactivate(person.id()));
        partner.endAccess();
        audit.recordBySystem(Partners.reference(partner.id()), "access-ended", Map.of());
    }
}
