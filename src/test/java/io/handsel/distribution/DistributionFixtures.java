package io.handsel.distribution;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.distribution.LinkOutcome.Done;
import io.handsel.engine.DueJobs;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.partner.CompanyProfile;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.LocationFacts;
import io.handsel.partner.MatterDecisions;
import io.handsel.partner.MatterFate;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandings;
import io.handsel.partner.PartnerType;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Distributors and resellers. Made of the beans of whichever application a test runs in. */
public final class DistributionFixtures {

    private final BeanFactory beans;

    private DistributionFixtures(BeanFactory beans) {
        this.beans = beans;
    }

    public static DistributionFixtures in(BeanFactory beans) {
        return new DistributionFixtures(beans);
    }

    /** An active partner with a domain, somebody who administers it and somebody who sells. */
    public record Company(PartnerView partner, String domain, Actor admin, Actor sales) {}

    public Company distributor() {
        return company(wish -> wish.ofType("distributor"));
    }

    public Company reseller() {
        return company(wish -> wish);
    }

    public Company company(UnaryOperator<PartnerFixtures> wish) {
        var name = CompanyNames.next();
        return company(wish, name, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".example");
    }

    /** One that has this domain, as others may. */
    public Company company(String domain) {
        return company(wish -> wish, CompanyNames.next(), domain);
    }

    private Company company(UnaryOperator<PartnerFixtures> wish, String name, String domain) {
        var partner = beans.getBean(DealFixtures.class).partner(one -> wish.apply(one.named(name)));
        return known(partner, domain, person(partner, Role.PARTNER_ADMIN), person(partner, Role.PARTNER_SALES));
    }

    /** A partner there is, with its domain from now on. */
    public Company known(PartnerView partner, String domain, Actor admin, Actor sales) {
        beans.getBean(CompanyProfiles.class)
                .begin(
                        beans.getBean(People.class).actor(partner.manager()),
                        partner.id(),
                        new CompanyProfile(DomainName.parse(domain), null, null, null, null, null, null, null));
        return new Company(partner, domain, admin, sales);
    }

    public Actor person(PartnerView partner, Role role) {
        return beans.getBean(People.class)
                .register(PersonFixtures.someoneOf(partner.id().organisation(), role))
                .actor();
    }

    /** Somebody who administers one location of a company only. */
    public Actor limited(Company company) {
        var locations = beans.getBean(PartnerLocations.class);
        locations.add(company.admin(), company.partner().id(), new LocationFacts("South", CountryCode.of("DE"), "Ulm"));
        return beans.getBean(People.class)
                .register(PersonFixtures.someoneOf(company.partner().id().organisation(), Role.PARTNER_ADMIN)
                        .limitedTo(locations.of(company.partner().id()).get(0).id()))
                .actor();
    }

    /** The distributor has invited the reseller by its domain. */
    public LinkId invited(Company distributor, Company reseller) {
        return done(beans.getBean(ResellerInvitations.class)
                .invite(distributor.admin(), reseller.domain(), "We deliver to you."));
    }

    /** The reseller has accepted, and shares this. */
    public LinkId linked(Company distributor, Company reseller, SharedPart... shared) {
        var link = invited(distributor, reseller);
        done(beans.getBean(ResellerLinks.class).accept(reseller.admin(), link, Set.of(shared)));
        return link;
    }

    /** A registered deal of the reseller's. */
    public DealId deal(Company reseller) {
        var deal = beans.getBean(DealFixtures.class)
                .register(reseller.sales(), DealFixtures.aDeal().deal());
        beans.getBean(DueJobs.class).run();
        return deal;
    }

    /** What was wished for was done; what follows from it is done too. */
    public LinkId done(LinkOutcome outcome) {
        beans.getBean(DueJobs.class).run();
        if (outcome instanceof Done done) {
            return done.link();
        }
        throw new AssertionError("Not done: " + outcome);
    }

    public void become(Company company, PartnerStanding standing) {
        var outcome = beans.getBean(PartnerStandings.class)
                .change(
                        beans.getBean(People.class)
                                .actor(beans.getBean(Partners.class)
                                        .get(company.partner().id())
                                        .manager()),
                        company.partner().id(),
                        standing,
                        MatterDecisions.all(standing == PartnerStanding.ENDED ? MatterFate.RELEASE : MatterFate.KEEP),
                        "Tried.");
        if (!(outcome instanceof PartnerOutcome.Done)) {
            throw new AssertionError("Not " + standing + ": " + outcome);
        }
        beans.getBean(DueJobs.class).run();
    }

    /** The vendor's people have made it a partner of another type. */
    public void become(Company company, PartnerType type) {
        var jdbc = beans.getBean(JdbcClient.class);
        new TransactionTemplate(beans.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> jdbc.sql("update partner set partner_type = ? where id = ?")
                        .params(type.name(), company.partner().id().id())
                        .update());
    }

    public LinkStatus status(LinkId link) {
        return LinkStatus.valueOf(beans.getBean(JdbcClient.class)
                .sql("select status from reseller_link where id = ?")
                .param(link.id())
                .query(String.class)
                .single());
    }

    /** Subjects of the mails to this person. */
    public List<String> mails(Actor to) {
        return beans.getBean(JdbcClient.class)
                .sql("select subject from outbox_mail where recipient = ? order by created_at, subject")
                .param(beans.getBean(People.class).get(to.person()).email().address())
                .query(String.class)
                .list();
    }

    /** Time passes, and what is due happens. */
    public void itIs(String moment) {
        beans.getBean(MovableClock.class).moveTo(Instant.parse(moment));
        beans.getBean(DueJobs.class).run();
    }
}
