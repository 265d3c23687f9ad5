package io.handsel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Starting before the database does, and being told to stop in the middle of work. */
class StartAndStopIT {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    @Test
    void waits_for_a_database_that_is_not_there_yet() throws IOException {
        var site = ApplicationProcess.freeAddress();
        int port = ApplicationProcess.freeAddress().getPort();
        var environment = Map.of(
                "SPRING_PROFILES_ACTIVE", "postgres",
                "HANDSEL_DB_URL", "jdbc:postgresql://localhost:" + port + "/postgres",
                "HANDSEL_DB_USER", "postgres",
                "HANDSEL_DB_PASSWORD", "postgres");
        var log = log("without-database", site.getPort());

        try (var application = ApplicationProcess.start(site, environment, log)) {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> isWaiting(log));
            assertThat(application.isAlive()).isTrue();
            assertThat(application.isReady()).isFalse();
            try (var database = EmbeddedPostgres.builder().setPort(port).start()) {
                application.awaitReadiness();
                assertThat(database.getPort()).isEqualTo(port);
                application.stop();
            }
        }
    }

    /** People here go home when the line is dead, so whatever is in the database was answered. */
    @Test
    void finishes_what_it_accepted_when_it_is_told_to_stop() throws SQLException {
        var store = Store.postgresql();
        var site = ApplicationProcess.freeAddress();
        var cast = Cast.registeredIn(store.springProperties(), 4, 1);
        try (var mailbox = new Mailbox();
                var load = new Load(site, false)) {
            var environment = new HashMap<>(store.environment());
            environment.putAll(mailbox.environment());
            try (var application = ApplicationProcess.start(site, environment, log("stopped", site.getPort()))) {
                application.awaitReadiness();
                load.begin(cast, 4);
                Awaitility.await()
                        .dontCatchUncaughtExceptions()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> load.told().registered().size() >= 8);

                var took = application.stop();

                load.end();
                assertThat(took).isLessThan(LONGEST_STOP);
                assertThat(customers(store)).isEqualTo(load.told().registered().keySet());
            }
        }
    }

    private static boolean isWaiting(Path log) throws IOException {
        return Files.readString(log).contains("ENGINE-010");
    }

    private static HashSet<String> customers(Store store) throws SQLException {
        var customers = new HashSet<String>();
        try (var connection = store.connect();
                var rows = connection.createStatement().executeQuery("select customer from deal")) {
            while (rows.next()) {
                customers.add(rows.getString(1));
            }
        }
        return customers;
    }

    private static Path log(String name, int port) {
        return Path.of("target", "crash", name + "-" + port + ".log");
    }
}
