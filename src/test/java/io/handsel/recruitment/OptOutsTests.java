package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.kernel.EmailAddress;
import io.handsel.security.Actor;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An address that has opted out is never written to again, whoever is faster. */
@RecruitmentTest
class OptOutsTests {

    @Autowired
    OptOuts optOuts;

    @Autowired
    Outreach outreach;

    @Autowired
    CandidateDesk desk;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Actor manager;
    NewCandidate wish;
    CandidateId id;
    EmailAddress address;

    @BeforeEach
    void a_candidate_is_to_be_written_to() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
        wish = fixtures.wish();
        id = fixtures.candidate(manager, fixtures.running(manager), wish);
        address = new EmailAddress(wish.email());
        desk.write(manager, id);
    }

    /** Whether the address has been written to before or not: there is another lock to wait for. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoever_opts_out_while_a_mail_is_being_written_waits_and_takes_it_back(boolean known) throws Exception {
        if (known) {
            transaction.executeWithoutResult(status -> optOuts.lock(address));
        }
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var writing = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            assertThat(outreach.write(id)).isTrue();
            written.countDown();
            await(goOn);
        }));
        await(written);
        var optingOut =
                CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> optOuts.optOut(address)));

        assertThat(optingOut).isNotDone();
        goOn.countDown();
        writing.get(10, TimeUnit.SECONDS);
        optingOut.get(10, TimeUnit.SECONDS);

        assertThat(mails()).isZero();
        assertThat(outreach.write(id)).isFalse();
        assertThat(mails()).isZero();
    }

    @Test
    void a_mail_that_is_to_be_written_while_somebody_opts_out_waits_and_is_not_written() throws Exception {
        var optedOut = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var optingOut = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            optOuts.optOut(address);
            optedOut.countDown();
            await(goOn);
        }));
        await(optedOut);
        var writing = CompletableFuture.supplyAsync(() -> outreach.write(id));

        assertThat(writing).isNotDone();
        goOn.countDown();
        optingOut.get(10, TimeUnit.SECONDS);

        assertThat(writing.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(mails()).isZero();
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.OPTED_OUT);
    }

    @Test
    void an_address_that_has_opted_out_stays_so_when_a_mail_to_it_comes_back() {
        fixtures.optOut(address.address());

        transaction.executeWithoutResult(status -> {
            assertThat(optOuts.died(address)).isFalse();
            assertThat(optOuts.find(address)).contains(OptOuts.Standing.OPTED_OUT);
        });
    }

    @Test
    void a_link_that_is_used_again_changes_nothing() {
        var link = fixtures.link(id);

        assertThat(outreach.optOut(link)).isTrue();
        assertThat(outreach.optOut(link)).isTrue();

        assertThat(audit.of(new CaseReference("candidate", id.id())))
                .filteredOn(entry -> entry.action().equals("opted-out"))
                .hasSize(1);
    }

    @Test
    void whoever_has_answered_is_neither_written_to_nor_silent() {
        desk.answered(manager, id);

        assertThat(outreach.write(id)).isFalse();
        outreach.silent(id);

        assertThat(mails()).isZero();
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.REPLIED);
    }

    @Test
    void a_mail_of_whoever_has_not_been_written_to_is_no_answer_and_none_reopens_a_rejected_one() {
        assertThat(outreach.replied(mail(), List.of(), address)).isFalse();
        assertThat(outreach.write(id)).isTrue();
        desk.reject(manager, id);

        assertThat(outreach.replied(mail(), List.of(), address)).isTrue();

        assertThat(desk.get(id).state()).isEqualTo(CandidateState.REJECTED);
    }

    private static MailName mail() {
        return MailName.of("user", "host", "INBOX", 2, System.nanoTime());
    }

    @Test
    void the_database_itself_takes_no_mail_to_an_address_that_is_not_open() {
        transaction.executeWithoutResult(status -> optOuts.optOut(address));

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into outreach_mail (candidate_id, step, address, standing, message_key, message_id,
                                    written_at)
                                values (?, 1, ?, 'OPEN', 'k', 'm', ?)
                                """)
                        .params(id.id(), address.address(), Timestamp.from(clock.instant()))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void holds_for_the_address_whoever_brings_it_again() {
        assertThat(outreach.write(id)).isTrue();
        assertThat(mails()).isEqualTo(1);
        desk.optOut(manager, id);
        assertThat(mails()).isZero();
        clock.advance(Duration.ofDays(4000));

        var again = fixtures.wish();
        var elsewhere = fixtures.candidate(
                manager,
                fixtures.running(manager),
                new NewCandidate(
                        again.company(), again.website(), "DE", null, null, null, null, CandidateTraits.UNKNOWN));
        desk.merge(manager, elsewhere, id);
        desk.write(manager, elsewhere);

        assertThat(outreach.write(elsewhere)).isFalse();
        assertThat(mails()).isZero();
    }

    private long mails() {
        return jdbc.sql("select count(*) from outbox_mail where recipient = ?")
                .param(address.address())
                .query(Long.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
