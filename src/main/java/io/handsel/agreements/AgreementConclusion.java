package io.handsel.agreements;

import io.handsel.agreements.AgreementOutcome.Done;
import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.audit.AuditTrail;
import io.handsel.kernel.ContentHash;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the vendor does with an agreement: signs too, puts it in force, makes its text anew, declines it. */
@Service
@Transactional
public class AgreementConclusion {

    static final int LONGEST_REASON = 2000;

    private final AgreementStore store;
    private final AgreementPapers papers;
    private final AgreementPreparation preparation;
    private final AgreementTable table;
    private final AgreementPdf pdf;
    private final AgreementNews news;
    private final Agreements agreements;
    private final Partners partners;
    private final PartnerCare care;
    private final AuditTrail audit;

    AgreementConclusion(
            AgreementStore store,
            AgreementPapers papers,
            AgreementPreparation preparation,
            AgreementTable table,
            AgreementPdf pdf,
            AgreementNews news,
            Agreements agreements,
            Partners partners,
            PartnerCare care,
            AuditTrail audit) {
        this.store = store;
        this.papers = papers;
        this.preparation = preparation;
        this.table = table;
        this.pdf = pdf;
        this.news = news;
        this.agreements = agreements;
        this.partners = partners;
        this.care = care;
        this.audit = audit;
    }

    /** Who signs for the vendor, and by when. */
    @Transactional(readOnly = true)
    public CounterSignaturePlan plan(AgreementId id) {
        var agreement = load(id);
        var now = news.now();
        var row = table.row(partners.get(agreement.partner()));
        return new CounterSignaturePlan(
                care.managerOf(agreement.partner(), now),
                row.map(found -> now.plus(found.counterReminder())).orElse(now),
                row.map(found -> now.plus(found.counterEscalation())).orElse(now));
    }

    /** The vendor's signature. */
    public AgreementOutcome counterSign(Actor by, AgreementId id) {
        var agreement = locked(id);
        if (by.isPartner() || !by.is(Role.MANAGER) && !by.is(Role.DIRECTOR)) {
            return new Refused(AgreementRefusal.NOT_YOURS);
        }
        if (agreement.status() != AgreementStatus.SIGNED || !agreement.needsCounterSignature()) {
            return new Refused(AgreementRefusal.NOT_POSSIBLE);
        }
        agreement.counterSign(by.person(), news.now());
        audit.record(agreement.reference(), by, "countersigned", Map.of());
        store.saveAndFlush(agreement);
        return new Done(id);
    }

    /** The vendor will not sign. */
    public AgreementOutcome decline(Actor by, AgreementId id, String reason) {
        var agreement = locked(id);
        if (by.isPartner() || !by.is(Role.MANAGER) && !by.is(Role.DIRECTOR)) {
            return new Refused(AgreementRefusal.NOT_YOURS);
        }
        var refused = cannotEnd(agreement, reason);
        if (refused.isPresent()) {
            return refused.get();
        }
        end(agreement, by, reason);
        store.saveAndFlush(agreement);
        return new Done(id);
    }

    /**
     * Puts an agreement in force that everybody has signed, and makes its file. In the transaction of the last signature,
     * so that there is never one without the other.
     */
    public void putInForce(AgreementId id) {
        var agreement = load(id);
        if (agreement.status() == AgreementStatus.IN_FORCE) {
            return;
        }
        var now = news.now();
        agreement.putInForce(now);
        var content = pdf.of(agreement, now);
        papers.keep(id, new AgreementFile(ContentHash.of(content).hex(), content, now));
        audit.recordBySystem(agreement.reference(), "in-force", Map.of());
        news.keep(agreement, new AgreementInForce(id, agreement.partner()));
    }

    /**
     * Once more: the text anew where it is to be signed, the template where there was none, another agreement where this
     * one was declined.
     */
    public AgreementOutcome again(Actor by, AgreementId id) {
        var agreement = locked(id);
        if (!partners.mayLookAfter(by, agreement.partner())) {
            return new Refused(AgreementRefusal.NOT_YOURS);
        }
        if (partners.get(agreement.partner()).standing() == PartnerStanding.ENDED) {
            return new Refused(AgreementRefusal.NOT_POSSIBLE);
        }
        return switch (agreement.status()) {
            case ASKED -> {
                preparation.makeAnew(agreement);
                audit.record(agreement.reference(), by, "again", Map.of());
                news.keep(agreement, new DocumentMadeAnew(id));
                yield new Done(id);
            }
            case WITHOUT_TEMPLATE -> {
                audit.record(agreement.reference(), by, "again", Map.of());
                news.keep(agreement, new TemplateTriedAgain(id));
                yield load(id).status() == AgreementStatus.ASKED
                        ? new Done(id)
                        : new Refused(AgreementRefusal.TEMPLATE_MISSING);
            }
            case DECLINED -> new Done(agreements.ask(agreement.partner(), agreement.signer()));
            case SIGNED, IN_FORCE -> new Refused(AgreementRefusal.NOT_POSSIBLE);
        };
    }

    /** Takes an agreement back that is not in force. */
    public AgreementOutcome withdraw(Actor by, AgreementId id, String reason) {
        var agreement = locked(id);
        if (!partners.mayLookAfter(by, agreement.partner())) {
            return new Refused(AgreementRefusal.NOT_YOURS);
        }
        var refused = cannotEnd(agreement, reason);
        if (refused.isPresent()) {
            return refused.get();
        }
        end(agreement, by, reason);
        news.keep(agreement, new AgreementWithdrawn(id));
        return new Done(id);
    }

    private static Optional<AgreementOutcome> cannotEnd(Agreement agreement, String reason) {
        if (!agreement.status().mayBecome(AgreementStatus.DECLINED)) {
            return Optional.of(new Refused(AgreementRefusal.NOT_POSSIBLE));
        }
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? Optional.of(new Refused(AgreementRefusal.REASON_MISSING, "reason"))
                : Optional.empty();
    }

    private void end(Agreement agreement, Actor by, String reason) {
        agreement.decline(by.person(), reason.strip());
        audit.record(agreement.reference(), by, "declined", Map.of("reason", reason.strip()));
    }

    private Agreement locked(AgreementId id) {
        var partner = store.partnerOf(id).orElseThrow(() -> AgreementNotFound.of(id));
        partners.findLocked(partner);
        return load(id);
    }

    private Agreement load(AgreementId id) {
        return store.findById(id).orElseThrow(() -> AgreementNotFound.of(id));
    }
}
