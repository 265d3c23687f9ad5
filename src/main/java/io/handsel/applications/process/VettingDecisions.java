package io.handsel.applications.process;

import io.handsel.applications.ApplicationId;
import io.handsel.applications.ApplicationStatus;
import io.handsel.applications.ApplicationVetting;
import io.handsel.applications.RejectionGround;
import io.handsel.applications.VettingOutcome;
import io.handsel.applications.VettingVerdict;
import io.handsel.engine.Facts;
import io.handsel.engine.Spelling;
import io.handsel.engine.TaskKey;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOf;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings what a decider says of an application in a task to the domain, and its answer back. */
@Configuration(proxyBeanMethods = false)
class VettingDecisions {

    private static final Choice APPROVE = choice("approve", "applications.choice.approve", 'a');

    /** Without a reason and a text it is not complete: the button fills the form in, the decider says why. */
    private static final Choice REJECT = choice("reject", "applications.choice.reject", 'r');

    /** The fields of {@code review-application.form} and {@code confirm-application.form}. */
    record Answer(
            String decision,
            @Nullable String ground,
            @Nullable String text,
            @Nullable Boolean anotherCompany,
            @Nullable String note) {

        private VettingVerdict verdict() {
            return new VettingVerdict(
                    Spelling.constant(VettingVerdict.Choice.class, decision),
                    ground == null ? null : Spelling.constant(RejectionGround.class, ground),
                    text,
                    note,
                    Boolean.TRUE.equals(anotherCompany));
        }
    }

    /** User task "Review application": the manager approves, rejects or asks the applicant for more. */
    @Bean
    TaskDecision<Answer> reviewApplication(ApplicationVetting vetting) {
        return decision(
                vetting, VettingContract.Tasks.REVIEW_APPLICATION, choice("ask", "applications.choice.ask", 'i'));
    }

    /** User task "Confirm application": the second pair of eyes approves, rejects or gives it back. */
    @Bean
    TaskDecision<Answer> confirmApplication(ApplicationVetting vetting) {
        return decision(
                vetting,
                VettingContract.Tasks.CONFIRM_APPLICATION,
                choice("give-back", "applications.choice.giveBack", 'b'));
    }

    private static TaskDecision<Answer> decision(ApplicationVetting vetting, TaskKey task, Choice besides) {
        return new DecisionOf<>(
                VettingContract.KEY,
                task,
                Answer.class,
                List.of(APPROVE, REJECT, besides),
                (context, answer) -> decide(vetting, context, answer.verdict()),
                (context, answer) -> foresee(vetting, context, answer.verdict()));
    }

    private static DecisionOutcome decide(ApplicationVetting vetting, TaskContext context, VettingVerdict verdict) {
        var outcome = vetting.decide(context.actor(), application(context), verdict);
        return outcome instanceof VettingOutcome.Refused refused
                ? refused(refused)
                : DecisionOutcome.decided(facts(((VettingOutcome.Done) outcome).status()));
    }

    private static DecisionOutcome foresee(ApplicationVetting vetting, TaskContext context, VettingVerdict verdict) {
        return vetting.foresee(context.actor(), application(context), verdict)
                .map(VettingDecisions::refused)
                .orElseGet(DecisionOutcome::decided);
    }

    private static Facts facts(ApplicationStatus status) {
        return Facts.of(VettingContract.APPROVED, status == ApplicationStatus.APPROVED)
                .and(VettingContract.MORE_NEEDED, status == ApplicationStatus.QUESTION_ASKED)
                .and(VettingContract.SECOND_NEEDED, status == ApplicationStatus.SECOND_REVIEW)
                .and(VettingContract.GIVEN_BACK, status == ApplicationStatus.IN_REVIEW);
    }

    private static DecisionOutcome refused(VettingOutcome.Refused refused) {
        var key = "applications.refused." + refused.reason();
        return refused.field().isEmpty() ? DecisionOutcome.refused(key) : DecisionOutcome.refused(key, refused.field());
    }

    private static ApplicationId application(TaskContext context) {
        return ApplicationId.parse(context.key().key());
    }

    /** @param name also what the button writes into the form */
    private static Choice choice(String name, String label, char key) {
        return new Choice(name, label, key, Map.of("decision", name));
    }
}
