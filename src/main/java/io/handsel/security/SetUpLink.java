package io.handsel.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in for the first person: while nobody is known, a start prints a link that makes one, once. There is no
 * account that everybody knows.
 */
@Service
@Transactional
public class SetUpLink {

    private final JdbcClient jdbc;
    private final People people;
    private final SecuritySettings settings;
    private final Clock clock;

    SetUpLink(JdbcClient jdbc, People people, SecuritySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new token while nobody is known; only its hash is kept. */
    Optional<String> offer() {
        if (!people.isNobodyThere()) {
            return Optional.empty();
        }
        var token = OneTimeToken.create();
        var now = clock.instant();
        jdbc.sql("delete from set_up_link where ends_at <= ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("insert into set_up_link (token_hash, ends_at) values (?, ?)")
                .params(token.hash(), Timestamp.from(now.plus(settings.setUpLinkValidFor())))
                .update();
        return Optional.of(token.text());
    }

    @Transactional(readOnly = true)
    public boolean isValid(String token) {
        return people.isNobodyThere() && isKnown(token);
    }

    /** Makes the first person; empty where the link has been used, or is too old. */
    public Optional<PersonView> use(String token, NewPerson first) {
        // Deleting all links is the lock: of two who use theirs at once, the second finds none left.
        if (!isKnown(token) || jdbc.sql("delete from set_up_link").update() == 0 || !people.isNobodyThere()) {
            return Optional.empty();
        }
        return Optional.of(people.register(first));
    }

    private boolean isKnown(String token) {
        return jdbc.sql("select count(*) from set_up_link where token_hash = ? and ends_at > ?")
                        .params(new OneTimeToken(token).hash(), Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
