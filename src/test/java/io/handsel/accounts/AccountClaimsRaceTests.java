package io.handsel.accounts;

import io.handsel.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** The same race on the embedded database. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountClaimsRaceTests {

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountRegister register;

    @Autowired
    ClaimStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    ClaimRace race;

    @BeforeEach
    void sixteen_partners() {
        race = new ClaimRace(claims, reservations, register, fixtures, jdbc, clock);
    }

    @Test
    void one_of_sixteen_gets_a_customer_nobody_knew() throws Exception {
        race.on_a_customer_nobody_knows(40);
    }

    @Test
    void nobody_owns_a_part_of_what_another_owns() throws Exception {
        race.on_overlapping_nodes_of_a_tree(40);
    }

    @Test
    void the_database_refuses_a_second_partner_even_if_all_code_were_wrong() {
        race.written_past_all_code(store, transaction);
    }

    @Test
    @Tag("proof")
    void one_of_sixteen_gets_a_customer_nobody_knew_a_thousand_times() throws Exception {
        race.on_a_customer_nobody_knows(1000);
    }

    @Test
    @Tag("proof")
    void nobody_owns_a_part_of_what_another_owns_a_thousand_times() throws Exception {
        race.on_overlapping_nodes_of_a_tree(1000);
    }
}
