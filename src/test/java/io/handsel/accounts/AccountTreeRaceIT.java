package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Trees are reshaped while partners reserve in them, on PostgreSQL; a database of its own, because it is emptied. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountTreeRaceIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    AccountTree tree;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Test
    void trees_and_claims_stay_sound_while_both_change() throws Exception {
        run(200);
    }

    @Test
    @Tag("proof")
    void trees_and_claims_stay_sound_ten_thousand_times() throws Exception {
        run(10_000);
    }

    private void run(int rounds) throws Exception {
        long began = System.nanoTime();
        var happened =
                new TreeRace(tree, claims, reservations, register, fixtures, jdbc, transaction, clock).run(rounds);
        System.out.printf("%d rounds in %d s: %s%n", rounds, (System.nanoTime() - began) / 1_000_000_000, happened);

        // A race in which nothing meets proves nothing.
        assertThat(happened.get("deeds")).isGreaterThan(rounds);
        assertThat(happened.get("grants")).isGreaterThan(rounds);
        // One in fourteen meets, in ten thousand; of 200 rounds a twentieth was too much to ask for every time.
        assertThat(happened.get("contested")).isGreaterThan(rounds / 50);
    }
}
