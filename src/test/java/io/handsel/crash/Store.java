package io.handsel.crash;

import io.handsel.PostgresDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Where the application keeps everything, and how it is told so.
 *
 * @param isShared whether one can look into it while the application runs
 */
record Store(String name, String url, String user, String password, Map<String, String> environment, boolean isShared) {

    static Store postgresql() {
        var url = PostgresDatabase.create().url();
        return new Store(
                "postgresql",
                url,
                "postgres",
                "postgres",
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "postgres",
                        "HANDSEL_DB_URL", url,
                        "HANDSEL_DB_USER", "postgres",
                        "HANDSEL_DB_PASSWORD", "postgres"),
                true);
    }

    /** With the very options of the default address in {@code application.yaml}. */
    static Store h2(Path folder) {
        var url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("handsel")
                + ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000;DB_CLOSE_ON_EXIT=FALSE";
        return new Store("h2", url, "sa", "", Map.of("SPRING_PROFILES_ACTIVE", "trial", "HANDSEL_DB_URL", url), false);
    }

    Map<String, Object> springProperties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", user,
                "spring.datasource.password", password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
