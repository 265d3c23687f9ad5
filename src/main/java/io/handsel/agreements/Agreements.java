package io.handsel.agreements;

import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerNotFound;
import io.handsel.partner.Partners;
import io.handsel.security.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreements with partners: which there is, and asking for one. */
@Service
@Transactional
public class Agreements {

    private final AgreementStore store;
    private final Partners partners;
    private final AuditTrail audit;
    private final Clock clock;

    Agreements(AgreementStore store, Partners partners, AuditTrail audit, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks a partner for its signature; from now on the portal is closed to it until the agreement is in force. Asked
     * again, it is the same agreement, unless the one before was declined. Where the table knows no template for this
     * partner the agreement says so, and waits until the vendor has mended that.
     *
     * @throws PartnerNotFound if there is no such partner
     */
    public AgreementId ask(PartnerId partner, PersonId signer) {
        partners.findLocked(partner).orElseThrow(() -> PartnerNotFound.with(partner));
        var present = store.findByCurrentFor(partner.id());
        if (present.isPresent()) {
            return present.get().id();
        }
        var agreement = new Agreement(number(), partner, signer, now());
        store.saveAndFlush(agreement);
        audit.recordBySystem(
                agreement.reference(),
                "asked",
                Map.of("number", agreement.view().number()));
        return agreement.id();
    }

    /** The partner's agreement; where the last one was declined, that. */
    @Transactional(readOnly = true)
    public Optional<AgreementView> of(PartnerId partner) {
        return store.findByCurrentFor(partner.id())
                .or(() -> store.findFirstByPartnerOrderByAskedAtDesc(partner))
                .map(Agreement::view);
    }

    private String number() {
        var year = Year.from(now().atZone(clock.getZone()));
        return String.format(Locale.ROOT, "AG-%s-%06d", year, store.nextNumber());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
