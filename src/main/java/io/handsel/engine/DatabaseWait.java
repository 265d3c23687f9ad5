package io.handsel.engine;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Holds up the start until the database accepts connections: whoever starts a whole installation starts both at once,
 * and after a power cut nobody is there to start a node again. A refusal, such as of a password, still ends the start.
 * Stands before whatever asks the data source first; Flyway's own retries come after Spring has asked for the vendor.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseWait implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);

    /** The SQL standard's class of states for a connection that cannot be made. */
    private static final String NO_CONNECTION = "08";

    /** What PostgreSQL says while it starts, recovers or stops. */
    private static final String NOT_NOW = "57P";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database) {
            while (!isThere(database)) {
                LOG.warn("ENGINE-010 The database does not accept connections yet, waiting for it");
            }
        }
        return bean;
    }

    private static boolean isThere(DataSource database) {
        try {
            database.getConnection().close();
            return true;
        } catch (SQLException refusal) {
            var state = String.valueOf(refusal.getSQLState());
            if (state.startsWith(NO_CONNECTION) || state.startsWith(NOT_NOW)) {
                return false;
            }
            throw new IllegalStateException("The database refuses the connection", refusal);
        }
    }
}
