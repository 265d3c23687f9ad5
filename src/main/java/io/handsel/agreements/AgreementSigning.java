package io.handsel.agreements;

import io.handsel.agreements.AgreementOutcome.Done;
import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The partner's signature: given by a person of the partner who is named, declares that they may, and has been shown
 * exactly the text they sign. Nobody of the vendor signs for a partner; the database knows that too.
 */
@Service
@Transactional
public class AgreementSigning {

    private final AgreementStore store;
    private final AgreementPapers papers;
    private final AgreementNews news;
    private final Partners partners;
    private final People people;
    private final AuditTrail audit;

    AgreementSigning(
            AgreementStore store,
            AgreementPapers papers,
            AgreementNews news,
            Partners partners,
            People people,
            AuditTrail audit) {
        this.store = store;
        this.papers = papers;
        this.news = news;
        this.partners = partners;
        this.people = people;
        this.audit = audit;
    }

    /** @throws AgreementNotFound if there is no such agreement */
    public AgreementOutcome sign(Actor by, AgreementId id, SignAgreement wish) {
        var partner = store.partnerOf(id).orElseThrow(() -> AgreementNotFound.of(id));
        // Of two who sign at once the second waits here, and then reads what the first has done.
        partners.findLocked(partner);
        var agreement = store.findById(id).orElseThrow(() -> AgreementNotFound.of(id));
        var signer = people.find(by.person()).filter(person -> isOf(person, partner));
        if (signer.isEmpty()) {
            return new Refused(AgreementRefusal.NOT_OF_PARTNER);
        }
        var document = papers.document(id);
        var refused = refusal(agreement, signer.get(), wish, document);
        if (refused.isPresent()) {
            return refused.get();
        }
        var now = news.now();
        papers.keep(
                id,
                partner.id(),
                agreement.revision(),
                new AgreementSignature(
                        by.person(), wish.name(), wish.capacity(), now, wish.address(), wish.document()));
        agreement.sign(now);
        audit.record(agreement.reference(), by, "signed", Map.of("document", wish.document()));
        news.keep(agreement, new AgreementSigned(id));
        return new Done(id);
    }

    private static Optional<Refused> refusal(
            Agreement agreement, PersonView signer, SignAgreement wish, Optional<AgreementDocument> document) {
        var reason = switch (agreement.status()) {
            case DECLINED -> AgreementRefusal.LINK_STALE;
            case WITHOUT_TEMPLATE -> AgreementRefusal.NOT_READY;
            case SIGNED, IN_FORCE -> AgreementRefusal.ALREADY_SIGNED;
            case ASKED -> null;
        };
        if (reason != null) {
            return Optional.of(new Refused(reason));
        }
        if (signer.location() != null) {
            return Optional.of(new Refused(AgreementRefusal.OF_ONE_LOCATION));
        }
        if (!maySign(agreement, signer)) {
            return Optional.of(new Refused(AgreementRefusal.NOT_ASKED));
        }
        if (!document.map(AgreementDocument::sha256).equals(Optional.of(wish.document()))) {
            return Optional.of(new Refused(AgreementRefusal.DOCUMENT_CHANGED));
        }
        if (!spelled(wish.name()).equals(spelled(signer.name()))) {
            return Optional.of(new Refused(AgreementRefusal.NAME_DIFFERS, "name"));
        }
        if (wish.capacity().isEmpty() || wish.capacity().length() > SignAgreement.LONGEST) {
            return Optional.of(new Refused(AgreementRefusal.CAPACITY_MISSING, "capacity"));
        }
        return wish.authority()
                ? Optional.empty()
                : Optional.of(new Refused(AgreementRefusal.AUTHORITY_MISSING, "authority"));
    }

    /** Whoever was asked, and the partner's administrators; nobody who is limited to one location. */
    static boolean maySign(Agreement agreement, PersonView person) {
        return isOf(person, agreement.partner())
                && person.location() == null
                && (person.id().equals(agreement.signer()) || person.roles().contains(Role.PARTNER_ADMIN));
    }

    private static boolean isOf(PersonView person, PartnerId partner) {
        return person.active() && partner.organisation().equals(person.organisation());
    }

    /** Names are the same however they are cased, spaced or composed. */
    private static String spelled(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
