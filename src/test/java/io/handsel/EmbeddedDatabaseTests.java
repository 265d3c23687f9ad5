package io.handsel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** What the embedded database needs of the pool of connections before it. */
@SpringBootTest
@ActiveProfiles("test")
class EmbeddedDatabaseTests {

    private static final String ONE_OF_TWO = "create table made (word varchar(10) check (word in ('GOOD', 'BAD')))";

    @Test
    void the_pool_keeps_the_connection_that_migrated_the_schema(@Autowired HikariDataSource pool) {
        assertThat(pool.getMaxLifetime()).isZero();
        assertThat(pool.getIdleTimeout()).isZero();
    }

    /** Why the pool must: the day this is red, H2 has been mended and connections may grow old again. */
    @Test
    void h2_forgets_how_to_check_when_the_connection_that_made_the_table_ends() throws SQLException {
        var address = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (var other = DriverManager.getConnection(address)) {
            try (var maker = DriverManager.getConnection(address)) {
                execute(maker, ONE_OF_TWO);
                execute(other, "insert into made values ('GOOD')");
            }

            assertThatThrownBy(() -> execute(other, "insert into made values ('GOOD')"))
                    .rootCause()
                    .hasMessageContaining("The database has been closed");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
