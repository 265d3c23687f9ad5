package io.handsel.recruitment.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.engine.CaseHistory;
import io.handsel.engine.DueJobs;
import io.handsel.engine.ProcessCoverage;
import io.handsel.kernel.EmailAddress;
import io.handsel.notifications.Notifications;
import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateDesk;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.CandidateOutcome.Done;
import io.handsel.recruitment.CandidateState;
import io.handsel.recruitment.Candidates;
import io.handsel.recruitment.MailName;
import io.handsel.recruitment.NewCandidate;
import io.handsel.recruitment.Outreach;
import io.handsel.recruitment.OutreachState;
import io.handsel.recruitment.RecruitmentFixtures;
import io.handsel.recruitment.RecruitmentTest;
import io.handsel.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails to a candidate, one test a path; together they leave no element of the diagram out. */
@RecruitmentTest
class OutreachProcessTests {

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Candidates candidates;

    @Autowired
    CandidateDesk desk;

    @Autowired
    Outreach outreach;

    @Autowired
    DueJobs jobs;

    @Autowired
    HistoryService history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Actor manager;
    CampaignId campaign;
    NewCandidate wish;
    CandidateId id;

    @BeforeEach
    void a_candidate_is_written_to() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
        campaign = fixtures.running(manager);
        var german = fixtures.wish();
        wish = new NewCandidate(
                german.company(),
                german.website(),
                "DE",
                german.contact(),
                german.email(),
                null,
                "de",
                german.traits());
        id = fixtures.candidate(manager, campaign, wish);
        assertThat(desk.write(manager, id)).isEqualTo(new Done(id));
        firstMailLeaves();
    }

    /** What is due at once is done within the minute. */
    private void firstMailLeaves() {
        jobs.run();
        on(Duration.ofMinutes(1));
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, OutreachContract.KEY).assertAtLeast(100);
    }

    @Test
    void mails_go_out_on_day_0_4_and_10_and_then_there_is_silence() {
        assertThat(subjects()).hasSize(1);
        assertThat(desk.get(id).state()).isEqualTo(CandidateState.CONTACTED);

        on(Duration.ofDays(4).minusSeconds(1));
        assertThat(subjects()).hasSize(1);
        on(Duration.ofDays(4));
        assertThat(subjects()).hasSize(2);
        on(Duration.ofDays(10).minusSeconds(1));
        assertThat(subjects()).hasSize(2);
        on(Duration.ofDays(10));

        assertThat(subjects())
                .containsExactly(
                        wish.company() + " und wir: eine Partnerschaft?",
                        "Hatten Sie einen Moment Zeit?",
                        "Unsere letzte Mail an " + wish.company());
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.SILENT);
        assertThat(path()).contains("NoteSilence", "AllWritten", "OutreachOver");
    }

    @Test
    void the_mail_is_in_the_candidates_language_and_leads_to_the_application_and_to_no_more_mails() {
        assertThat(text()).contains("Guten Tag Ina Inhaber", "Rita Recruiter", "Keine Mails mehr an diese Adresse");
        assertThat(candidates.invitedBy(token()).orElseThrow().id()).isEqualTo(id);
        assertThat(jdbc.sql("select unsubscribe from outbox_mail where recipient = ?")
                        .param(wish.email())
                        .query(String.class)
                        .single())
                .endsWith("/opt-out/" + token());

        var english = fixtures.wish();
        wish = new NewCandidate(
                english.company(), english.website(), "GB", null, english.email(), null, null, english.traits());
        id = fixtures.candidate(manager, campaign, wish);
        desk.write(manager, id);
        jobs.run();
        on(Duration.ofMinutes(3));

        assertThat(text()).contains("Good day " + wish.company(), "No more mails to this address");
    }

    @Test
    void a_reply_stops_the_mails_and_the_candidate_is_engaged() {
        var name = Notifications.messageName("outreach/" + id + "/1");

        assertThat(outreach.replied(
                        new MailName(UUID.randomUUID().toString()),
                        List.of("nothing-of-ours", name),
                        new EmailAddress("boss@elsewhere.example")))
                .isTrue();

        on(Duration.ofDays(30));
        assertThat(subjects()).hasSize(1);
        assertThat(desk.get(id).state()).isEqualTo(CandidateState.ENGAGED);
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.REPLIED);
        assertThat(path()).contains("OutreachEnded", "Stopped");
    }

    @Test
    void a_reply_is_also_known_by_its_sender() {
        assertThat(outreach.replied(
                        new MailName(UUID.randomUUID().toString()),
                        List.of(),
                        new EmailAddress("nobody@elsewhere.example")))
                .isFalse();
        assertThat(outreach.replied(
                        new MailName(UUID.randomUUID().toString()), List.of(), new EmailAddress(wish.email())))
                .isTrue();

        assertThat(desk.get(id).state()).isEqualTo(CandidateState.ENGAGED);
    }

    @Test
    void an_application_stops_the_mails() {
        candidates.applied(id);

        on(Duration.ofDays(30));
        assertThat(subjects()).hasSize(1);
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.APPLIED);
    }

    @Test
    void whoever_opts_out_gets_nothing_any_more_not_even_what_waits_for_the_server() {
        assertThat(outreach.optOut(token())).isTrue();

        assertThat(subjects()).isEmpty();
        on(Duration.ofDays(30));
        assertThat(subjects()).isEmpty();
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.OPTED_OUT);
    }

    @Test
    void a_mail_that_comes_back_closes_the_address() {
        assertThat(outreach.bounced(new MailName(UUID.randomUUID().toString()), "nothing-of-ours"))
                .isFalse();
        assertThat(outreach.bounced(
                        new MailName(UUID.randomUUID().toString()), Notifications.messageName("outreach/" + id + "/1")))
                .isTrue();

        on(Duration.ofDays(30));
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.DEAD_ADDRESS);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count())
                .isZero();
    }

    @Test
    void an_ended_campaign_writes_no_more() {
        campaigns.end(manager, campaign);

        on(Duration.ofDays(4));
        assertThat(subjects()).hasSize(1);
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.STOPPED);
        assertThat(path()).contains("NobodyToWriteTo", "OutreachOver");
    }

    /** So long after the mails were asked for. */
    private void on(Duration day) {
        clock.moveTo(MovableClock.START.plus(day));
        jobs.run();
    }

    private String token() {
        var text = text();
        var begin = text.indexOf("?invitation=") + "?invitation=".length();
        return text.substring(begin).split("\\s")[0];
    }

    private String text() {
        return jdbc.sql("select text_body from outbox_mail where recipient = ? order by position limit 1")
                .param(wish.email())
                .query(String.class)
                .single();
    }

    private List<String> subjects() {
        return jdbc.sql("select subject from outbox_mail where recipient = ? order by position")
                .param(wish.email())
                .query(String.class)
                .list();
    }

    private List<String> path() {
        return CaseHistory.path(history, id.toString());
    }
}
