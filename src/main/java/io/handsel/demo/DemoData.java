package io.handsel.demo;

import io.handsel.accounts.AccountRegister;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.territory.Territories;
import java.time.LocalDate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty installation, once. Runs after the models are deployed and before jobs and pages start, so that whoever
 * comes first finds everything in place.
 */
@Component
@Profile("demo")
class DemoData implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final int AFTER_THE_MODELS = 1_000;

    private final People people;
    private final Territories territories;
    private final Partners partners;
    private final AccountRegister accounts;
    private final PartnerLocations locations;
    private final DemoAgreements agreements;
    private final DemoDeals deals;
    private final DemoOnboarding onboarding;
    private final DemoApplications applications;
    private final DemoRecruitment recruitment;
    private final DemoDistribution distribution;
    private final DemoClock clock;
    private final TransactionOperations transactions;
    private boolean running;

    DemoData(
            People people,
            Territories territories,
            Partners partners,
            AccountRegister accounts,
            PartnerLocations locations,
            DemoAgreements agreements,
            DemoDeals deals,
            DemoOnboarding onboarding,
            DemoApplications applications,
            DemoRecruitment recruitment,
            DemoDistribution distribution,
            DemoClock clock,
            TransactionOperations transactions) {
        this.people = people;
        this.territories = territories;
        this.partners = partners;
        this.accounts = accounts;
        this.locations = locations;
        this.agreements = agreements;
        this.deals = deals;
        this.onboarding = onboarding;
        this.applications = applications;
        this.recruitment = recruitment;
        this.distribution = distribution;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        running = true;
        if (!people.isNobodyThere()) {
            return;
        }
        var cast = new DemoPeople(people);
        var world = new DemoWorld(cast, territories, partners, accounts, onboarding, locations);
        var companies = Objects.requireNonNull(transactions.execute(transaction -> world.build(LocalDate.now(clock))));
        try {
            var now = clock.instant();
            transactions.executeWithoutResult(transaction -> agreements.sign(cast, companies, now));
            clock.comeHome();
            deals.liveThrough(cast);
            recruitment.liveThrough(cast);
        } finally {
            clock.comeHome();
        }
        transactions.executeWithoutResult(transaction -> distribution.link(cast));
        applications.arrive();
        LOG.info("DEMO-001 demonstration people, customers and deals are in place");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_MODELS;
    }
}
