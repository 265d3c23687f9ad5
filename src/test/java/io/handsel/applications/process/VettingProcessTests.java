package io.handsel.applications.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.applications.ApplicationDetails;
import io.handsel.applications.ApplicationDossier;
import io.handsel.applications.ApplicationDossiers;
import io.handsel.applications.ApplicationFixtures;
import io.handsel.applications.ApplicationId;
import io.handsel.applications.ApplicationStatus;
import io.handsel.applications.ApplicationTest;
import io.handsel.applications.Applying;
import io.handsel.applications.DomainStanding;
import io.handsel.applications.LikenessReason;
import io.handsel.dns.ProofStatus;
import io.handsel.engine.CaseHistory;
import io.handsel.engine.ProcessCoverage;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From an application to a partner or to a no, one test a path; together they leave no element of the diagram out. */
@ApplicationTest
class VettingProcessTests {

    @Autowired
    ApplicationFixtures fixtures;

    @Autowired
    Applying applying;

    @Autowired
    ApplicationDossiers dossiers;

    @Autowired
    Partners partners;

    @Autowired
    CompanyProfiles companies;

    @Autowired
    People people;

    @Autowired
    HistoryService history;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, VettingContract.KEY).assertAtLeast(95);
    }

    @Test
    void whoever_would_run_under_a_fast_service_level_is_answered_sooner() {
        var answers = ApplicationFixtures.answers();
        answers.put("serviceLevel", "premium");

        var application = fixtures.applied(answers);

        assertThat(application(application).answerDue())
                .as("three working days, not five")
                .isEqualTo("2026-03-05T09:00:00Z");
    }

    @Test
    void an_approved_applicant_is_a_partner_with_manager_and_administrator() {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);
        assertThat(fixtures.waiting(application)).containsExactly("Review application");
        assertThat(application(application).answerDue()).isEqualTo("2026-03-09T09:00:00Z");

        decide(fixtures.manager(), application, Map.of("decision", "approve"));

        var partner =
                partners.get(Objects.requireNonNull(application(application).partner()));
        assertThat(partner.name()).isEqualTo(answers.get("businessName"));
        assertThat(partner.standing()).isEqualTo(PartnerStanding.ONBOARDING);
        assertThat(partner.manager()).isEqualTo(fixtures.germany().manager());
        assertThat(partner.productLines()).containsExactly("platform");
        assertThat(companies.of(partner.id()).domain()).hasToString(String.valueOf(answers.get("domain")));
        var administrator = people.ofOrganisation(partner.id().organisation());
        assertThat(administrator).singleElement().satisfies(person -> {
            assertThat(person.email()).hasToString(String.valueOf(answers.get("contactEmail")));
            assertThat(person.roles()).contains(Role.PARTNER_ADMIN);
        });
        assertThat(fixtures.subjects(String.valueOf(answers.get("contactEmail"))))
                .anyMatch(subject -> subject.contains("welcome as a partner"))
                .anyMatch(subject -> subject.equals("Your access"));
        assertThat(path(application)).contains("DecidedByOne", "TellApplicantApproved", "Approved");
    }

    @Test
    void a_rejection_says_why_and_from_when_on_to_come_again() {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);

        assertThat(tryToDecide(fixtures.manager(), application, Map.of("decision", "reject")))
                .isNotInstanceOf(DeskOutcome.Done.class);
        decide(
                fixtures.manager(),
                application,
                Map.of("decision", "reject", "ground", "not-a-fit", "text", "We look for hospitals' suppliers."));

        assertThat(application(application).status()).isEqualTo(ApplicationStatus.REJECTED);
        assertThat(application(application).reapplyFrom()).isEqualTo("2026-08-29");
        assertThat(application(application).partner()).isNull();
        assertThat(fixtures.mail(String.valueOf(answers.get("contactEmail"))))
                .contains("We look for hospitals' suppliers.", "29 Aug");
        assertThat(path(application)).contains("TellApplicantRejected", "Rejected");
    }

    @Test
    void a_distributor_needs_a_second_pair_of_eyes() {
        var application = fixtures.applied(ofType("distributor"));

        decide(fixtures.manager(), application, Map.of("decision", "approve", "note", "Good people."));

        assertThat(application(application).status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);
        assertThat(fixtures.waiting(application)).containsExactly("Confirm application");
        assertThat(tryToDecide(fixtures.manager(), application, Map.of("decision", "approve")))
                .as("whoever was for it first")
                .isNotInstanceOf(DeskOutcome.Done.class);
        decide(fixtures.director(), application, Map.of("decision", "give-back", "note", "Who are their customers?"));
        assertThat(application(application).status()).isEqualTo(ApplicationStatus.IN_REVIEW);
        decide(fixtures.manager(), application, Map.of("decision", "approve"));
        decide(fixtures.director(), application, Map.of("decision", "approve"));

        assertThat(application(application).status()).isEqualTo(ApplicationStatus.APPROVED);
        assertThat(path(application)).contains("IsItGivenBack", "DecidedByTwo");
    }

    @Test
    void the_second_person_may_say_no() {
        var application = fixtures.applied(ofType("distributor"));
        decide(fixtures.manager(), application, Map.of("decision", "approve"));

        decide(fixtures.director(), application, Map.of("decision", "reject", "ground", "other", "text", "Not now."));

        assertThat(application(application).status()).isEqualTo(ApplicationStatus.REJECTED);
    }

    @Test
    void a_slow_second_answer_is_reminded_of_and_escalated() {
        var application = fixtures.applied(ofType("distributor"));
        decide(fixtures.manager(), application, Map.of("decision", "approve"));
        assertThat(application(application).answerDue()).isEqualTo("2026-03-04T09:00:00Z");

        fixtures.itIs("2026-03-03T08:59:59Z");
        assertThat(path(application)).doesNotContain("RemindDirector");
        fixtures.itIs("2026-03-03T09:00:00Z");
        assertThat(path(application)).contains("RemindDirector").doesNotContain("TellSecondOverdue");
        fixtures.itIs("2026-03-04T09:00:00Z");

        assertThat(path(application)).contains("TellSecondOverdue", "TellApplicantLate");
        assertThat(fixtures.waiting(application)).containsExactly("Confirm application");
    }

    @Test
    void a_slow_answer_is_reminded_of_and_escalated_and_the_applicant_is_told() {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);

        fixtures.itIs("2026-03-04T12:59:59Z");
        assertThat(path(application)).doesNotContain("RemindManager");
        fixtures.itIs("2026-03-04T13:00:00Z");
        assertThat(path(application)).contains("RemindManager").doesNotContain("TellDirectorOverdue");
        fixtures.itIs("2026-03-09T09:00:00Z");

        assertThat(path(application)).contains("TellDirectorOverdue", "TellApplicantOverdue");
        assertThat(fixtures.subjects(String.valueOf(answers.get("contactEmail"))))
                .anyMatch(subject -> subject.contains("our answer is late"));
        assertThat(fixtures.waiting(application)).containsExactly("Review application");
    }

    @Test
    void the_reviewer_asks_and_the_applicant_answers_on_the_private_page() {
        var answers = ApplicationFixtures.answers();
        var address = String.valueOf(answers.get("contactEmail"));
        var application = fixtures.applied(answers);

        decide(fixtures.manager(), application, Map.of("decision", "ask", "text", "Who are your customers?"));

        assertThat(application(application).status()).isEqualTo(ApplicationStatus.QUESTION_ASKED);
        assertThat(fixtures.waiting(application)).isEmpty();
        assertThat(application(application).questionDue()).isEqualTo("2026-03-16T09:00:00Z");
        assertThat(fixtures.mail(address)).contains("Who are your customers?");
        applying.answer(fixtures.link(address), "Hospitals.");
        fixtures.jobs();

        assertThat(fixtures.waiting(application)).containsExactly("Review application");
        assertThat(application(application).answer()).isEqualTo("Hospitals.");
        decide(fixtures.manager(), application, Map.of("decision", "approve"));
    }

    @Test
    void without_an_answer_the_reviewer_goes_on() {
        var application = fixtures.applied();
        decide(fixtures.manager(), application, Map.of("decision", "ask", "text", "Who are your customers?"));

        fixtures.itIs("2026-03-16T08:59:59Z");
        assertThat(fixtures.waiting(application)).isEmpty();
        fixtures.itIs("2026-03-16T09:00:00Z");

        assertThat(path(application)).contains("AnswerTimeEnds", "TellManagerNoAnswer");
        assertThat(fixtures.waiting(application)).containsExactly("Review application");
    }

    @Test
    void an_application_taken_back_waits_for_nobody() {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);

        applying.withdraw(fixtures.link(String.valueOf(answers.get("contactEmail"))));
        fixtures.jobs();

        assertThat(fixtures.waiting(application)).isEmpty();
        assertThat(path(application)).contains("TellManagerWithdrawn", "Withdrawn");
    }

    @Test
    void a_partner_that_looks_alike_is_shown_to_the_reviewer_and_has_to_be_judged() {
        var first = ApplicationFixtures.answers();
        first.put("vat", "DE136695976");
        decide(fixtures.manager(), fixtures.applied(first), Map.of("decision", "approve"));
        var again = ApplicationFixtures.answers();
        again.put("vat", "DE 136 695 976");
        var address = String.valueOf(again.get("contactEmail"));

        var application = fixtures.applied(again);

        var alike = dossier(application).alike();
        assertThat(alike).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(first.get("businessName"));
            assertThat(one.reasons()).isEqualTo(Set.of(LikenessReason.VAT));
        });
        assertThat(fixtures.mail(address))
                .contains("Your company may already be a partner; ask your administrator".substring(1))
                .doesNotContain(String.valueOf(first.get("businessName")));
        assertThat(tryToDecide(fixtures.manager(), application, Map.of("decision", "approve")))
                .isNotInstanceOf(DeskOutcome.Done.class);
        decide(fixtures.manager(), application, Map.of("decision", "approve", "anotherCompany", true));
        assertThat(application(application).status()).isEqualTo(ApplicationStatus.APPROVED);
    }

    @Test
    void a_second_application_of_a_company_hears_the_same_words_and_only_one_becomes_a_partner() {
        var first = ApplicationFixtures.answers();
        var second = ApplicationFixtures.answers();
        second.put("domain", "www." + first.get("domain"));
        var one = fixtures.applied(first);
        var other = fixtures.applied(second);

        assertThat(fixtures.mail(String.valueOf(second.get("contactEmail")))).contains("may already be a partner");
        assertThat(dossier(other).alike())
                .singleElement()
                .satisfies(alike -> assertThat(alike.reasons()).contains(LikenessReason.DOMAIN));
        decide(fixtures.manager(), one, Map.of("decision", "approve"));
        assertThat(tryToDecide(fixtures.manager(), other, Map.of("decision", "approve")))
                .isNotInstanceOf(DeskOutcome.Done.class);
        decide(
                fixtures.manager(),
                other,
                Map.of("decision", "reject", "ground", "duplicate", "text", "You are one already."));
    }

    @Test
    void nobody_approves_a_domain_that_nobody_has_proven_but_everybody_may_reject_it() {
        var application = fixtures.appliedUnproven(ApplicationFixtures.answers());

        assertThat(dossier(application).domain().effect()).isEqualTo(DomainStanding.Effect.BLOCK);
        assertThat(tryToDecide(fixtures.manager(), application, Map.of("decision", "approve")))
                .isNotInstanceOf(DeskOutcome.Done.class);
        decide(
                fixtures.manager(),
                application,
                Map.of("decision", "reject", "ground", "domain-not-proven", "text", "Come again with your domain."));

        assertThat(application(application).reapplyFrom()).isEqualTo("2026-03-02");
        assertThat(dossier(application).proof().status()).isEqualTo(ProofStatus.DROPPED);
    }

    private static Map<String, Object> ofType(String type) {
        var answers = ApplicationFixtures.answers();
        answers.put("partnerType", type);
        return answers;
    }

    private void decide(Actor by, ApplicationId application, Map<String, Object> answers) {
        assertThat(tryToDecide(by, application, answers)).isInstanceOf(DeskOutcome.Done.class);
    }

    private DeskOutcome tryToDecide(Actor by, ApplicationId application, Map<String, Object> answers) {
        return fixtures.decide(by, application, answers);
    }

    private ApplicationDossier dossier(ApplicationId application) {
        return dossiers.find(application).orElseThrow();
    }

    private ApplicationDetails application(ApplicationId application) {
        return dossier(application).application();
    }

    private List<String> path(ApplicationId application) {
        return CaseHistory.path(history, application.toString());
    }
}
