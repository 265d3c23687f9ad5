package io.handsel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests, started once in this JVM from Maven Central's binaries, without Docker. Every caller
 * gets a database of its own. {@code TEST_DB_URL} (with user and password in it) names another server instead.
 */
public final class PostgresDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private final String url;

    private PostgresDatabase(String url) {
        this.url = url;
    }

    /** A new, empty database. */
    public static synchronized PostgresDatabase create() {
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        var admin = administration();
        try (var connection = DriverManager.getConnection(admin);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create a database on " + admin, failure);
        }
        return new PostgresDatabase(admin.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
    }

    public String url() {
        return url;
    }

    /** Points a Spring test at this database. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.datasource.url", () -> url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        // Applications that wait in the cache of contexts for a later test keep no connections meanwhile.
        registry.add("spring.datasource.hikari.minimum-idle", () -> "1");
        registry.add("spring.datasource.hikari.idle-timeout", () -> "10000");
    }

    private static String administration() {
        var other = System.getenv("TEST_DB_URL");
        if (other != null) {
            return other;
        }
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "600")
                        .start();
            }
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
