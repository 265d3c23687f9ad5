package io.handsel.agreements;

import io.handsel.CompanyNames;
import io.handsel.agreements.AgreementOutcome.Done;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.BeanFactory;

/** Partners that have been asked for their signature. Made of the beans of whichever application a test runs in. */
public final class AgreementFixtures {

    private final BeanFactory beans;

    private AgreementFixtures(BeanFactory beans) {
        this.beans = beans;
    }

    public static AgreementFixtures in(BeanFactory beans) {
        return new AgreementFixtures(beans);
    }

    /** A partner in onboarding, its administrator, who was asked to sign, and the agreement. */
    public record Case(AgreementId agreement, PartnerView partner, Actor admin, Actor manager) {}

    public Case asked() {
        return asked(wish -> wish);
    }

    /** The vendor signs too. */
    public Case askedDistributor() {
        return asked(wish -> wish.ofType("distributor"));
    }

    public Case asked(UnaryOperator<PartnerFixtures> wish) {
        var partners = beans.getBean(Partners.class);
        var people = beans.getBean(People.class);
        var partner = wish.apply(PartnerFixtures.aPartner().named(CompanyNames.next()))
                .registeredIn(partners, people);
        var manager = people.actor(partner.manager());
        partners.become(manager, partner.id(), PartnerStanding.APPLICANT);
        partners.become(manager, partner.id(), PartnerStanding.ONBOARDING);
        var admin = people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_ADMIN));
        var agreement = beans.getBean(Agreements.class).ask(partner.id(), admin.id());
        return new Case(agreement, partners.get(partner.id()), admin.actor(), manager);
    }

    /** The agreement of a partner there is, signed by somebody of it. */
    public AgreementId signedBy(PartnerView partner, Actor signer) {
        var agreement = beans.getBean(Agreements.class).ask(partner.id(), signer.person());
        var manager = beans.getBean(People.class).actor(partner.manager());
        return signed(new Case(agreement, partner, signer, manager)).agreement();
    }

    public Actor colleague(Case one, Role role) {
        return beans.getBean(People.class)
                .register(PersonFixtures.someoneOf(one.partner().id().organisation(), role))
                .actor();
    }

    public Actor staff(Role role) {
        return beans.getBean(People.class)
                .register(PersonFixtures.someone(role))
                .actor();
    }

    /** What somebody sends who does everything right. */
    public SignAgreement signatureOf(Case one, Actor signer) {
        return new SignAgreement(signer.name(), "Managing director", true, document(one), "203.0.113.7");
    }

    public String document(Case one) {
        return beans.getBean(AgreementPapers.class)
                .document(one.agreement())
                .orElseThrow()
                .sha256();
    }

    public AgreementOutcome sign(Case one, Actor signer) {
        return beans.getBean(AgreementSigning.class).sign(signer, one.agreement(), signatureOf(one, signer));
    }

    public Case signed(Case one) {
        var outcome = sign(one, one.admin());
        if (!(outcome instanceof Done)) {
            throw new AssertionError("Not signed: " + outcome);
        }
        return one;
    }

    public AgreementView view(Case one) {
        return beans.getBean(Agreements.class).of(one.partner().id()).orElseThrow();
    }
}
