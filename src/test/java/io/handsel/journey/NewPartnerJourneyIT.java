package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handsel.PostgresDatabase;
import io.handsel.dns.DnsServer;
import io.handsel.dns.DnsServerConfiguration;
import io.handsel.onboarding.StepKind;
import io.handsel.training.Courses;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole way by pages, mails and real DNS: a campaign is described and started, a company is written to, applies,
 * proves its domain, is approved by a person, signs, is led through the portal, trained and planned with, and registers
 * its first deal. Once in English and once in German, on both sides.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Cheap hashes; production takes the defaults.
        properties = "handsel.security.argon2-memory-in-kib=64")
@ActiveProfiles("demo")
@Import(DnsServerConfiguration.class)
@ExtendWith(Visitors.Browsers.class)
class NewPartnerJourneyIT {

    private static final Inbox MAIL = new Inbox();
    /** What looks the same in both languages is looked at once. */
    private static final Examination EYES = new Examination();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
        MAIL.open(registry);
    }

    @AfterAll
    static void stop() {
        MAIL.close();
    }

    @Autowired
    DnsServer dns;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService cases;

    @Autowired
    Courses courses;

    @Autowired
    MessageSource messages;

    @Autowired
    BeanFactory beans;

    @Test
    void from_a_campaign_to_the_first_deal_in_english(Visitors visitors) {
        var kestrel = new NewPartner(
                "Kestrel Systems", "kestrel-systems.de", "Nora Kestrel", "Owen Kestrel", "Seilbahn Oberhof");
        walk(visitors, kestrel, new Wording(messages, Locale.ENGLISH, EYES), this::provesItByTheRecord);
    }

    @Test
    void from_a_campaign_to_the_first_deal_in_german(Visitors visitors) {
        var falke =
                new NewPartner("Turmfalke Technik", "turmfalke.de", "Nils Falke", "Ute Falke", "Kurverwaltung Ahlbeck");
        walk(visitors, falke, new Wording(messages, Locale.GERMAN, EYES), this::provesItByTheCode);
    }

    /** Here because it needs what this class has: people who get their mails, in both languages. */
    @Test
    void a_distributor_and_a_reseller_find_each_other_and_part(Visitors visitors) {
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            DistributionSteps.walk(visitors, beans, new Wording(messages, language, EYES), MAIL);
        }
    }

    @Test
    void somebody_of_one_location_has_its_deals_and_no_others(Visitors visitors) {
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            LocationSteps.walk(visitors, beans, new Wording(messages, language, EYES), MAIL);
        }
    }

    /** How somebody shows that a domain is theirs. */
    private interface Proof {
        void of(NewPartner partner, Visitor applicant, Wording words);
    }

    private void walk(Visitors visitors, NewPartner partner, Wording words, Proof proof) {
        dns.nameServers(partner.domain(), "ns1." + partner.domain() + ".", "ns2." + partner.domain() + ".")
                .mail(partner.domain(), "mx." + partner.domain() + ".");
        var address = partner.address(partner.person());
        var marta = reading(visitors.signedIn("manager"), words);
        new CampaignSteps(marta, words).started("2027 " + words.language()).written(partner);
        var candidate = marta.page().url();
        var outreach = cases.createProcessInstanceQuery()
                .processInstanceBusinessKey(candidate.replaceAll(".*/|\\?.*", ""), "outreach")
                .singleResult();
        goesOff(jobs.createJobQuery().processInstanceId(outreach.getId()).activityId("MailDue"));

        var nora = visitors.anybody(words.locale());
        var subject = words.of("recruitment.mail.first.subject", partner.person(), partner.company());
        assertThat(MAIL.link(address, subject, "/opt-out/")).isNotEmpty();
        nora.open(MAIL.link(address, subject, "/apply?invitation="));
        var application = new ApplicationSteps(nora, partner, words);
        application.applied();
        nora.open(MAIL.link(address, "/apply/")).waitsToRead("ns1." + partner.domain());
        proof.of(partner, words.isFitFor(nora), words);
        words.isFitFor(nora);

        marta.open(candidate).waitsToRead(words.of("recruitment.state.APPLIED"));
        words.isFitFor(GermanPages.withoutDiagrams(marta));
        decides(marta, partner.company(), words);
        nora.waitsToRead(words.of("applications.status.APPROVED"));

        ApplicationSteps.arrives(nora, MAIL.link(address, "/invitation/"), address, words);
        application.signed();
        var track = new OnboardingSteps(nora, words);
        track.done(StepKind.SIGN).cannotYet("/accounts/check").profile(partner.domain());
        var colleague = partner.address(partner.colleague());
        track.invited(partner.colleague(), colleague);
        ApplicationSteps.arrives(
                visitors.anybody(words.locale()), MAIL.link(colleague, "/invitation/"), colleague, words);
        track.done(StepKind.COLLEAGUES)
                .cannotYet("/deals/new")
                .walked(partner.customer())
                .trained(courses.newest(Courses.PORTAL))
                .planned();
        decides(marta, partner.company(), words);
        track.done(StepKind.PLAN).registered(partner.customer());
        decides(marta, partner.customer(), words);
        words.isFitFor(nora.waitsUntilIts(words.of("deals.status.APPROVED")));
        track.done(StepKind.FIRST_DEAL);
        nora.reads(words.of("onboarding.over.COMPLETED"));

        marta.open(candidate).waitsToRead(words.of("recruitment.state.APPROVED"));
        marta.open("/partners?search=" + partner.company()).follow(partner.company());
        marta.reads(words.of("partner.standing.ACTIVE")).reads(words.of("onboarding.status.COMPLETED"));
        words.isFitFor(marta);
    }

    /** People choose the language they read. */
    private static Visitor reading(Visitor somebody, Wording words) {
        somebody.open("/profile").find("#language").selectOption(words.language());
        somebody.find("form[action='/profile/preferences'] button.primary").click();
        return somebody.isTold(words.of("security.said.saved"));
    }

    private static void decides(Visitor manager, String about, Wording words) {
        manager.open("/tasks").find("#search").fill(about);
        manager.waitsToSee(manager.find("#task-list a.cover").getByText(about)).click();
        manager.reads(words.of("tasklist.decision"));
        words.isFitFor(GermanPages.withoutDiagrams(manager)).key("a").isTold(words.of("tasklist.said.decided"));
    }

    /** Whoever looks after the domain writes the text into it, and an hour goes by. */
    private void provesItByTheRecord(NewPartner partner, Visitor applicant, Wording words) {
        dns.text(partner.domain(), applicant.find("#domain p > code").innerText());
        goesOff(jobs.createJobQuery().activityId("TimeToAskAgain"));
        applicant.waitsToRead(words.of("dns.means.RECORD"));
    }

    /** Timers of diagrams are a minute away at least; nobody waits for them here. */
    private void goesOff(JobQuery timers) {
        await().until(() -> timers.count() > 0);
        timers.list().forEach(timer -> jobs.executeJob(timer.getId()));
    }

    private void provesItByTheCode(NewPartner partner, Visitor applicant, Wording words) {
        applicant.press(words.of("applications.domain.code.send")).isTold(words.of("applications.said.sent"));
        applicant.find("#code").fill(MAIL.code("postmaster@" + partner.domain()));
        applicant.press(words.of("applications.domain.code.do")).waitsToRead(words.of("dns.means.CODE"));
    }
}
