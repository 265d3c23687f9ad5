package io.handsel.onboarding;

import static io.handsel.deals.DealFixtures.aDeal;

import io.handsel.MovableClock;
import io.handsel.agreements.AgreementId;
import io.handsel.agreements.AgreementInForce;
import io.handsel.applications.ApplicationApproved;
import io.handsel.applications.ApplicationId;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.engine.DueJobs;
import io.handsel.forms.FormValues;
import io.handsel.kernel.EmailAddress;
import io.handsel.onboarding.OnboardingOverview.Track;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.recruitment.CandidateId;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.TaskDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** New partners as tests need them. Import it into a Spring test. */
@TestComponent
public class OnboardingFixtures {

    private final DealFixtures deals;
    private final Partners partners;
    private final People people;
    private final PartnerOnboarding onboarding;
    private final OnboardingOverview overview;
    private final TaskDesk tasks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final DueJobs jobs;
    private final MovableClock clock;

    OnboardingFixtures(
            DealFixtures deals,
            Partners partners,
            People people,
            PartnerOnboarding onboarding,
            OnboardingOverview overview,
            TaskDesk tasks,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            DueJobs jobs,
            MovableClock clock) {
        this.deals = deals;
        this.partners = partners;
        this.people = people;
        this.onboarding = onboarding;
        this.overview = overview;
        this.tasks = tasks;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A partner in onboarding with its administrator. */
    public record NewOne(PartnerView partner, Actor admin) {

        public PartnerId id() {
            return partner.id();
        }
    }

    /** In onboarding by its standing, and not begun. */
    public NewOne waiting() {
        return waiting(wish -> wish);
    }

    public NewOne waiting(UnaryOperator<PartnerFixtures> wish) {
        var partner =
                wish.apply(PartnerFixtures.aPartner().covering(deals.germany())).registeredIn(partners, people);
        var by = people.actor(partner.manager());
        partners.become(by, partner.id(), PartnerStanding.APPLICANT);
        var onboarding = partners.become(by, partner.id(), PartnerStanding.ONBOARDING);
        return new NewOne(onboarding, person(onboarding, Role.PARTNER_ADMIN));
    }

    /** On its way, and its agreement was signed elsewhere. */
    public NewOne begun() {
        var one = waiting();
        onboarding.begin(manager(one), one.id(), null);
        jobs.run();
        return one;
    }

    /** Its application has been approved. */
    public NewOne approved() {
        return approved(wish -> wish);
    }

    public NewOne approved(UnaryOperator<PartnerFixtures> wish) {
        return approved(wish, null);
    }

    /** @param candidate whom somebody had recruited */
    public NewOne approved(UnaryOperator<PartnerFixtures> wish, @Nullable CandidateId candidate) {
        var one = waiting(wish);
        publish(new ApplicationApproved(
                ApplicationId.create(), one.id(), one.admin().person(), candidate));
        jobs.run();
        return one;
    }

    /** The same, and its agreement is in force. */
    public NewOne signed() {
        var one = approved();
        sign(one);
        return one;
    }

    public void sign(NewOne one) {
        publish(new AgreementInForce(AgreementId.create(), one.id()));
    }

    public Actor person(PartnerView partner, Role role) {
        var name = role.group() + "-" + UUID.randomUUID();
        return people.register(NewPerson.ofPartner(
                        partner.id().organisation(),
                        name,
                        "Paula Partner",
                        EmailAddress.parse(name + "@example.com"),
                        role))
                .actor();
    }

    public Actor manager(NewOne one) {
        return people.actor(one.partner().manager());
    }

    public DealId register(NewOne one) {
        var deal = deals.register(one.admin(), aDeal().deal());
        jobs.run();
        return deal;
    }

    public void approve(NewOne one, DealId deal) {
        decide(manager(one), deal.toString(), Map.of("decision", "approve"));
    }

    public Track track(NewOne one) {
        return overview.ofPartner(one.id()).orElseThrow();
    }

    public OnboardingView onboarding(NewOne one) {
        return track(one).onboarding();
    }

    /** The steps that are done. */
    public List<StepKind> done(NewOne one) {
        return onboarding(one).steps().stream()
                .filter(StepView::isDone)
                .map(StepView::kind)
                .toList();
    }

    public PartnerStanding standing(NewOne one) {
        return partners.get(one.id()).standing();
    }

    public void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    /** Decides the one open task of a case, and expects it to be taken. */
    public void decide(Actor by, String caseKey, Map<String, Object> answers) {
        var outcome = tryToDecide(by, caseKey, answers);
        if (!(outcome instanceof DeskOutcome.Done)) {
            throw new AssertionError("Not decided: " + outcome);
        }
    }

    public DeskOutcome tryToDecide(Actor by, String caseKey, Map<String, Object> answers) {
        var outcome = decideOnly(by, caseKey, answers);
        jobs.run();
        return outcome;
    }

    /** The same, and nothing that follows has happened yet. */
    public DeskOutcome decideOnly(Actor by, String caseKey, Map<String, Object> answers) {
        var task = jdbc.sql("select task_id, version from task_entry where case_key = ?")
                .param(caseKey)
                .query((row, number) -> Map.entry(row.getString("task_id"), row.getLong("version")))
                .single();
        return tasks.decide(by, task.getKey(), task.getValue(), new FormValues(answers), Map.of());
    }

    /** What people are asked to do for this case, by the task's name. */
    public List<String> asked(String caseKey) {
        return jdbc.sql("select name from task_entry where case_key = ? order by name")
                .param(caseKey)
                .query(String.class)
                .list();
    }

    /** Subjects of the mails to this person. */
    public List<String> mails(Actor to) {
        return jdbc.sql("select subject from outbox_mail where recipient = ? order by created_at, subject")
                .param(people.get(to.person()).email().address())
                .query(String.class)
                .list();
    }

    /** Time passes, and what is due happens. */
    public void itIs(Instant moment) {
        clock.moveTo(moment);
        jobs.run();
    }

    /** Timers on a loop wait for a minute at least, also where their moment is long past. */
    public void someMinutesPass() {
        for (int minute = 0; minute < 10; minute++) {
            clock.advance(Duration.ofMinutes(1));
            jobs.run();
        }
    }

    public void itIs(String moment) {
        itIs(Instant.parse(moment));
    }
}
