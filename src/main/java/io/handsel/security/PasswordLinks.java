package io.handsel.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in for everybody but the first person: a link that lets somebody choose a password, once. Whoever holds the
 * link is taken for the person, so it goes to their mail address and nowhere else, ends by itself, and ends at once when
 * another one is sent.
 */
@Service
@Transactional
public class PasswordLinks {

    /** How long whoever opens an old link is told what became of it. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final People people;
    private final SecuritySettings settings;
    private final Clock clock;

    PasswordLinks(JdbcClient jdbc, People people, SecuritySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new link for this person; those they were sent before end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Link offer(PersonId person) {
        // Of two links sent at once only one may be good.
        jdbc.sql("select id from person where id = ? for update")
                .param(person.id())
                .query(UUID.class)
                .single();
        revoke(person);
        var now = clock.instant();
        jdbc.sql("delete from password_link where ends_at <= ?")
                .param(Timestamp.from(now.minus(REMEMBERED)))
                .update();
        var token = OneTimeToken.create();
        var until = now.plus(settings.passwordLinkValidFor());
        jdbc.sql("insert into password_link (token_hash, person_id, ends_at, state) values (?, ?, ?, 'OPEN')")
                .params(token.hash(), person.id(), Timestamp.from(until))
                .update();
        return new Link(token.text(), until);
    }

    /** Ends every link this person has been sent. */
    public void revoke(PersonId person) {
        jdbc.sql("update password_link set state = 'REPLACED' where person_id = ? and state = 'OPEN'")
                .param(person.id())
                .update();
    }

    @Transactional(readOnly = true)
    public PasswordLinkState look(String token) {
        var known = find(token);
        if (known.isEmpty()) {
            return new PasswordLinkState.Closed(PasswordLinkProblem.UNKNOWN);
        }
        var link = known.get();
        var person = people.get(link.person());
        return problem(link, person)
                .<PasswordLinkState>map(PasswordLinkState.Closed::new)
                .orElseGet(() -> new PasswordLinkState.Open(person, link.until()));
    }

    /** Sets the password and ends the link; empty where it is good for nothing any more. */
    public Optional<PersonView> choose(String token, String password) {
        if (!(look(token) instanceof PasswordLinkState.Open open)) {
            return Optional.empty();
        }
        // Using it up is the lock: of two who use it at once, the second finds it used.
        var isFirst = jdbc.sql("update password_link set state = 'USED' where token_hash = ? and state = 'OPEN'")
                        .param(new OneTimeToken(token).hash())
                        .update()
                == 1;
        return isFirst ? Optional.of(people.choosePassword(open.person().id(), password)) : Optional.empty();
    }

    private Optional<PasswordLinkProblem> problem(Known link, PersonView person) {
        if (link.state().equals("USED")) {
            return Optional.of(PasswordLinkProblem.USED);
        }
        if (!person.active()) {
            return Optional.of(PasswordLinkProblem.INACTIVE);
        }
        if (link.state().equals("REPLACED")) {
            return Optional.of(PasswordLinkProblem.REPLACED);
        }
        return link.until().isAfter(clock.instant()) ? Optional.empty() : Optional.of(PasswordLinkProblem.EXPIRED);
    }

    private Optional<Known> find(String token) {
        return jdbc.sql("select person_id, ends_at, state from password_link where token_hash = ?")
                .param(new OneTimeToken(token).hash())
                .query((row, number) -> new Known(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getString("state")))
                .optional();
    }

    /**
     * A link as it is sent.
     *
     * @param token the secret part of its address; kept nowhere
     */
    public record Link(String token, Instant until) {

        /** Without the secret, which belongs in no log. */
        @Override
        public String toString() {
            return "Link[until " + until + "]";
        }
    }

    private record Known(PersonId person, Instant until, String state) {}
}
