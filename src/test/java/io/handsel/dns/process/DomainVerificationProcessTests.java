package io.handsel.dns.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.applications.ApplicationTest;
import io.handsel.dns.CodeOutcome;
import io.handsel.dns.DnsFinding;
import io.handsel.dns.DnsQuestion;
import io.handsel.dns.DnsServer;
import io.handsel.dns.DnsServer.Trouble;
import io.handsel.dns.DomainProofView;
import io.handsel.dns.DomainProofs;
import io.handsel.dns.ProofMeans;
import io.handsel.dns.ProofStatus;
import io.handsel.engine.DecisionTable;
import io.handsel.engine.DueJobs;
import io.handsel.engine.Facts;
import io.handsel.engine.ProcessCoverage;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the beginning of a proof to its end, against a real name server; no element of the diagram is left out. */
@ApplicationTest
class DomainVerificationProcessTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    DomainProofs proofs;

    @Autowired
    DnsServer dns;

    @Autowired
    DueJobs jobs;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String subject;
    private String domain;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        subject = "proof " + COUNT.incrementAndGet();
        domain = "proof-" + COUNT.get() + ".com";
        dns.nameServers(domain, "ns1.host.example", "NS2.host.example.").mail(domain, "mail." + domain);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, DomainVerificationContract.KEY).assertAtLeast(95);
    }

    @Test
    void the_record_is_looked_for_every_hour_until_it_is_there() {
        begun();
        assertThat(proof().status()).isEqualTo(ProofStatus.PENDING);
        assertThat(proof().finding(DnsQuestion.NAME_SERVERS)).isEqualTo(DnsFinding.FOUND);
        assertThat(proof().finding(DnsQuestion.MAIL_SERVERS)).isEqualTo(DnsFinding.FOUND);
        assertThat(proof().finding(DnsQuestion.PROOF)).isEqualTo(DnsFinding.NOT_FOUND);
        assertThat(proof().until()).isEqualTo("2026-03-16T09:00:00Z");
        dns.text(domain, "v=spf1 -all", proof().record());

        itIs("2026-03-02T09:59:59Z");
        assertThat(proof().answers()).hasSize(3);
        itIs("2026-03-02T10:00:00Z");

        assertThat(proof().status()).isEqualTo(ProofStatus.PROVEN);
        assertThat(proof().provenBy()).isEqualTo(ProofMeans.RECORD);
        assertThat(proof().provenAt()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(proof().answers())
                .hasSize(6)
                .allSatisfy(answer -> assertThat(answer.said()).isNotBlank());
        assertThat(isRunning()).isFalse();
    }

    @Test
    void another_record_than_ours_proves_nothing() {
        begun();
        dns.text(domain, "handsel-verification=0123456789", proof().record() + "0");

        itIs("2026-03-02T10:00:00Z");

        assertThat(proof().status()).isEqualTo(ProofStatus.PENDING);
    }

    @Test
    void other_servers_than_named_and_no_mail_are_said_as_they_are() {
        dns.nameServers(domain, "ns1.host.example", "ns9.other.example").mail(domain, ".");
        begun();
        assertThat(proof().finding(DnsQuestion.NAME_SERVERS)).isEqualTo(DnsFinding.PARTLY);
        assertThat(proof().finding(DnsQuestion.MAIL_SERVERS)).isEqualTo(DnsFinding.NOT_FOUND);

        dns.nameServers(domain, "ns9.other.example");
        itIs("2026-03-02T10:00:00Z");
        assertThat(proof().finding(DnsQuestion.NAME_SERVERS)).isEqualTo(DnsFinding.NOT_FOUND);
        assertThat(proof().newest().get(DnsQuestion.NAME_SERVERS).said()).isEqualTo("ns9.other.example");
    }

    @Test
    void silence_and_failure_are_unknown_and_asked_again_even_after_the_proof() {
        dns.trouble(domain, Trouble.SILENT);
        begun();
        assertThat(proof().newest().values())
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer.finding()).isEqualTo(DnsFinding.UNKNOWN));
        dns.trouble(domain, Trouble.SERVFAIL);
        assertThat(proofs.sendCode(subject, at("postmaster"), Locale.UK, ZoneOffset.UTC))
                .isEqualTo(CodeOutcome.SENT);
        assertThat(proofs.enterCode(subject, code("postmaster"))).isEqualTo(CodeOutcome.PROVEN);
        jobs.run();

        assertThat(proof().status()).isEqualTo(ProofStatus.PROVEN);
        assertThat(proof().newest().get(DnsQuestion.MAIL_SERVERS).said()).isEqualTo("SERVFAIL");
        assertThat(isRunning()).as("somebody has not answered yet").isTrue();
        dns.trouble(domain, null);
        itIs("2026-03-02T10:00:00Z");
        assertThat(proof().finding(DnsQuestion.NAME_SERVERS)).isEqualTo(DnsFinding.FOUND);
        assertThat(isRunning()).isFalse();
    }

    @Test
    void after_fourteen_days_the_proof_has_expired_and_may_begin_again() {
        begun();
        clock.moveTo(Instant.parse("2026-03-16T08:59:59Z"));
        jobs.run();
        assertThat(proof().status()).isEqualTo(ProofStatus.PENDING);
        assertThat(proofs.sendCode(subject, at("postmaster"), Locale.UK, ZoneOffset.UTC))
                .isEqualTo(CodeOutcome.SENT);

        itIs("2026-03-16T09:00:00Z");

        assertThat(proof().status()).isEqualTo(ProofStatus.EXPIRED);
        assertThat(isRunning()).isFalse();
        assertThat(proofs.enterCode(subject, "ABCDEFGH")).isEqualTo(CodeOutcome.NOT_PENDING);
        var record = proof().record();
        begun();
        assertThat(proof().status()).isEqualTo(ProofStatus.PENDING);
        assertThat(proof().record()).isEqualTo(record);
        assertThat(isRunning()).isTrue();
        assertThat(proofs.enterCode(subject, code("postmaster")))
                .as("a code of before is good for nothing")
                .isEqualTo(CodeOutcome.ENDED);
    }

    @Test
    void what_nobody_needs_is_looked_for_no_more() {
        begun();

        proofs.drop(subject);
        jobs.run();

        assertThat(proof().status()).isEqualTo(ProofStatus.DROPPED);
        assertThat(isRunning()).isFalse();
    }

    @Test
    void beginning_twice_is_beginning_once() {
        begun();
        var record = proof().record();

        begun();

        assertThat(proof().record()).isEqualTo(record);
        assertThat(proof().answers()).hasSize(3);
    }

    @Test
    void a_code_is_good_once_for_a_day_and_for_five_tries() {
        begun();
        assertThat(proofs.enterCode(subject, "ABCDEFGH")).isEqualTo(CodeOutcome.ENDED);
        assertThat(proofs.sendCode(subject, EmailAddress.parse("me@elsewhere.com"), Locale.UK, ZoneOffset.UTC))
                .isEqualTo(CodeOutcome.NOT_AT_DOMAIN);
        assertThat(proofs.sendCode(subject, EmailAddress.parse("me@not" + domain), Locale.UK, ZoneOffset.UTC))
                .isEqualTo(CodeOutcome.NOT_AT_DOMAIN);
        proofs.sendCode(subject, at("postmaster"), Locale.UK, ZoneOffset.UTC);
        var first = code("postmaster");
        clock.advance(Duration.ofHours(24));
        assertThat(proofs.enterCode(subject, first)).isEqualTo(CodeOutcome.ENDED);

        proofs.sendCode(subject, at("postmaster"), Locale.UK, ZoneOffset.UTC);
        var second = code("postmaster");
        assertThat(proofs.enterCode(subject, first)).as("replaced").isEqualTo(CodeOutcome.WRONG);
        for (int i = 0; i < 4; i++) {
            assertThat(proofs.enterCode(subject, "22222222")).isEqualTo(CodeOutcome.WRONG);
        }
        assertThat(proofs.enterCode(subject, second)).isEqualTo(CodeOutcome.TOO_MANY_TRIES);

        for (int i = 0; i < 3; i++) {
            proofs.sendCode(subject, at("postmaster"), Locale.UK, ZoneOffset.UTC);
        }
        assertThat(proofs.sendCode(subject, at("postmaster"), Locale.UK, ZoneOffset.UTC))
                .isEqualTo(CodeOutcome.TOO_MANY_CODES);
        assertThat(proofs.enterCode(subject, " " + code("postmaster").toLowerCase(Locale.ROOT)))
                .isEqualTo(CodeOutcome.PROVEN);
        assertThat(proofs.enterCode(subject, code("postmaster"))).isEqualTo(CodeOutcome.NOT_PENDING);
        assertThat(proof().provenBy()).isEqualTo(ProofMeans.CODE);
    }

    @Test
    void the_table_has_one_row_for_everything() {
        var table = DecisionTable.of("dns", "domain-proof");

        var row = table.one(Facts.of("purpose", "application"));

        assertThat(row.integer("everyMinutes")).isEqualTo(60);
        assertThat(row.integer("days")).isEqualTo(14);
        assertThat(row.integer("codeHours")).isEqualTo(24);
        assertThat(row.integer("codeTries")).isEqualTo(5);
        assertThat(row.integer("mostCodes")).isEqualTo(5);
        table.assertEveryRowWasHit();
    }

    private void begun() {
        proofs.begin(
                subject,
                "application",
                DomainName.parse(domain),
                List.of(DomainName.parse("ns1.host.example"), DomainName.parse("ns2.host.example")));
        jobs.run();
    }

    private DomainProofView proof() {
        return proofs.find(subject).orElseThrow();
    }

    private void itIs(String moment) {
        clock.moveTo(Instant.parse(moment));
        jobs.run();
    }

    private EmailAddress at(String mailbox) {
        return EmailAddress.parse(mailbox + "@" + domain);
    }

    private String code(String mailbox) {
        return jdbc.sql("select text_body from outbox_mail where recipient = ? order by position desc limit 1")
                .param(mailbox + "@" + domain)
                .query(String.class)
                .single()
                .replaceFirst("(?s).*\\b([2-9A-HJ-NP-Z]{8})\\b.*", "$1");
    }

    private boolean isRunning() {
        var key = jdbc.sql("select cast(id as varchar) from domain_proof where subject = ?")
                .param(subject)
                .query(String.class)
                .single();
        return engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }
}
