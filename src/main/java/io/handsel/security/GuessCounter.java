package io.handsel.security;

import io.handsel.kernel.ContentHash;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts guesses of passwords by name and address and of one-time links by address, in the database so that guessing
 * does not get easier with more nodes. A guess is counted <em>before</em> it is looked at: whoever guesses in parallel
 * gains nothing.
 */
@Component
class GuessCounter {

    private final JdbcClient jdbc;
    private final SecuritySettings settings;
    private final Clock clock;

    GuessCounter(JdbcClient jdbc, SecuritySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts one more guess and says whether its password may be looked at. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean allows(String signInName, String address) {
        // The same order for everybody, so that two guesses never wait for each other.
        var byAddress = count(address(address));
        var byName = count(name(signInName));
        var byBoth = count(both(signInName, address));
        return byBoth <= settings.guesses()
                && byName <= settings.guessesByName()
                && byAddress <= settings.guessesByAddress();
    }

    /** The guess was right: it was none. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void forgive(String signInName, String address) {
        takeBack(address(address));
        takeBack(name(signInName));
        jdbc.sql("delete from sign_in_guess where subject = ?")
                .param(both(signInName, address))
                .update();
        // Long over, so that nobody counts there at this moment.
        jdbc.sql("delete from sign_in_guess where ends_at <= ?")
                .param(Timestamp.from(clock.instant().minus(settings.pause()).minus(Duration.ofDays(1))))
                .update();
    }

    /** Counts one more one-time link that somebody tries and says whether it may be looked at. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean allowsLink(String address) {
        return count(link(address)) <= settings.guessesByLink();
    }

    /** The link led somewhere: it was no guess. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void forgiveLink(String address) {
        takeBack(link(address));
    }

    /** Counts one more form that somebody without an account sends and says whether it may be looked at. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean allowsForm(String address) {
        return count(hash("form", address)) <= settings.formsByAddress();
    }

    private int count(String subject) {
        var now = Timestamp.from(clock.instant());
        var end = Timestamp.from(clock.instant().plus(settings.pause()));
        jdbc.sql("insert into sign_in_guess (subject, guesses, ends_at) values (?, 0, ?) on conflict do nothing")
                .params(subject, end)
                .update();
        jdbc.sql("""
                        update sign_in_guess
                        set guesses = case when ends_at <= ? then 1 else guesses + 1 end,
                            ends_at = case when ends_at <= ? then ? else ends_at end
                        where subject = ?
                        """).params(now, now, end, subject).update();
        return jdbc.sql("select guesses from sign_in_guess where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    private void takeBack(String subject) {
        jdbc.sql("update sign_in_guess set guesses = guesses - 1 where subject = ? and guesses > 0")
                .param(subject)
                .update();
    }

    private static String address(String address) {
        return hash("address", address);
    }

    private static String name(String signInName) {
        return hash("name", signInName);
    }

    private static String link(String address) {
        return hash("link", address);
    }

    private static String both(String signInName, String address) {
        return hash("both", signInName, address);
    }

    /** Hashed, because what people mistype into the name field may be their password. */
    private static String hash(String... parts) {
        return ContentHash.of(String.join("\n", parts)).hex();
    }
}
