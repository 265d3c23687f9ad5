package io.handsel.agreements;

import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerNotFound;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import java.time.Year;
import java.time.ZoneOffset;
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
    private final AgreementNews news;
    private final Partners partners;
    private final AuditTrail audit;

    Agreements(AgreementStore store, AgreementNews news, Partners partners, AuditTrail audit) {
        this.store = store;
        this.news = news;
        this.partners = partners;
        this.audit = audit;
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
        var agreement = new Agreement(number(), partner, signer, news.now());
        audit.recordBySystem(agreement.reference(), "asked", Map.of("number", agreement.number()));
        news.keep(agreement, new AgreementAsked(agreement.id()));
        return agreement.id();
    }

    /** The partner's agreement; where the last one was declined, that. */
    @Transactional(readOnly = true)
    public Optional<AgreementView> of(PartnerId partner) {
        return store.findByCurrentFor(partner.id())
                .or(() -> store.findFirstByPartnerOrderByAskedAtDescIdDesc(partner))
                .map(Agreement::view);
    }

    /** Whether this is an agreement of the company somebody works for. */
    @Transactional(readOnly = true)
    public boolean isOwn(Actor reader, AgreementId id) {
        return reader.isPartner() && reader.partner().map(PartnerId::of).equals(store.partnerOf(id));
    }

    private String number() {
        return String.format(
                Locale.ROOT, "AG-%s-%06d", Year.from(news.now().atZone(ZoneOffset.UTC)), store.nextNumber());
    }
}
