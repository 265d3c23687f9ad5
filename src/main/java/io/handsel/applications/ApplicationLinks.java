package io.handsel.applications;

import io.handsel.security.OneTimeToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The private links by which an applicant follows the application without an account. They go to the contact's mail
 * address and nowhere else; what is kept is their hash. Each mail has one of its own, good for some days.
 */
@Component
@Transactional
class ApplicationLinks {

    private final JdbcClient jdbc;
    private final ApplicationTables tables;
    private final Clock clock;

    ApplicationLinks(JdbcClient jdbc, ApplicationTables tables, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.clock = clock;
    }

    /** @param current false once its days are over */
    record Known(ApplicationId application, boolean current) {}

    /** A new link; the ones before stay good until their own days are over. */
    @Transactional(propagation = Propagation.MANDATORY)
    OneTimeToken offer(PartnerApplication application) {
        var token = OneTimeToken.create();
        var until = clock.instant().plus(tables.vetting(application).linkValidFor());
        jdbc.sql("insert into application_link (token_hash, application_id, ends_at) values (?, ?, ?)")
                .params(token.hash(), application.id().id(), Timestamp.from(until))
                .update();
        return token;
    }

    @Transactional(readOnly = true)
    Optional<Known> find(String token) {
        return jdbc.sql("select application_id, ends_at from application_link where token_hash = ?")
                .param(new OneTimeToken(token).hash())
                .query((row, number) -> new Known(
                        new ApplicationId(row.getObject("application_id", UUID.class)),
                        row.getTimestamp("ends_at").toInstant().isAfter(clock.instant())))
                .optional();
    }
}
