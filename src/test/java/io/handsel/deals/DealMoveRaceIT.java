package io.handsel.deals;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.AtOnce;
import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.accounts.AccountClaims;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerLocations;
import io.handsel.security.Actor;
import io.handsel.security.People;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A deal that is moved while its claim is being made, on PostgreSQL: the claim is where the deal is, whoever is first. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, DealFixtures.class})
class DealMoveRaceIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealAccounts accounts;

    @Autowired
    DealLocations moving;

    @Autowired
    AccountClaims claims;

    @Autowired
    PartnerLocations places;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    Locations company;
    Actor ofAll;
    DealId deal;

    @BeforeEach
    void a_deal_of_one_of_two_locations() {
        clock.moveTo(MovableClock.START);
        company = Locations.of(fixtures.partner(), places, people);
        ofAll = company.admin(null);
        deal = fixtures.register(company.sales(company.linz()), aDeal().deal());
    }

    @Test
    void whoever_moves_it_waits_for_the_claim() {
        AtOnce.overlapping(transaction, jdbc, this::hold, this::move);

        assertThatTheClaimIsInGraz();
    }

    @Test
    void whoever_claims_waits_until_it_is_moved() {
        AtOnce.overlapping(transaction, jdbc, this::move, this::hold);

        assertThatTheClaimIsInGraz();
    }

    @Test
    void it_is_claimed_for_where_it_is_not_for_where_it_was_when_it_was_read() {
        transaction.executeWithoutResult(status -> {
            accounts.check(deal, SubjectOfReview.REGISTRATION);
            CompletableFuture.runAsync(this::move).join();
            hold();
        });

        assertThatTheClaimIsInGraz();
    }

    private void hold() {
        assertThat(accounts.hold(deal)).isInstanceOf(HoldOutcome.Held.class);
    }

    private void move() {
        assertThat(moving.move(ofAll, deal, company.graz())).isInstanceOf(DealOutcome.Done.class);
    }

    private void assertThatTheClaimIsInGraz() {
        assertThat(claims.claimOf(deal.id()).orElseThrow().location()).isEqualTo(company.graz());
    }
}
