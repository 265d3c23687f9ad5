package io.handsel.applications.process;

import io.handsel.applications.ApplicationId;
import io.handsel.applications.ApplicationStatus;
import io.handsel.applications.ApplicationVetting;
import io.handsel.applications.RejectionGround;
import io.handsel.applications.VettingOutcome;
import io.handsel.applications.VettingVerdict;
import io.handsel.engine.Facts;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings what a decider says in a task to the domain, and its answer back. */
final class Vettings {

    static final Choice APPROVE =
            new Choice("approve", "applications.choice.approve", 'a', Map.of("decision", "approve"));

    /** Without a reason and a text it is not complete: the button fills the form in, the decider says why. */
    static final Choice REJECT = new Choice("reject", "applications.choice.reject", 'r', Map.of("decision", "reject"));

    private Vettings() {}

    /** @param decision and ground as the forms write them: {@code not-a-fit} is {@code NOT_A_FIT} */
    static VettingVerdict verdict(
            String decision,
            @Nullable String ground,
            @Nullable String text,
            @Nullable String note,
            @Nullable Boolean anotherCompany) {
        return new VettingVerdict(
                VettingVerdict.Choice.valueOf(constant(decision)),
                ground == null ? null : RejectionGround.valueOf(constant(ground)),
                text,
                note,
                Boolean.TRUE.equals(anotherCompany));
    }

    static DecisionOutcome decide(ApplicationVetting vetting, TaskContext context, VettingVerdict verdict) {
        var outcome = vetting.decide(context.actor(), application(context), verdict);
        return outcome instanceof VettingOutcome.Refused refused
                ? refused(refused)
                : DecisionOutcome.decided(facts(((VettingOutcome.Done) outcome).status()));
    }

    static DecisionOutcome foresee(ApplicationVetting vetting, TaskContext context, VettingVerdict verdict) {
        return vetting.foresee(context.actor(), application(context), verdict)
                .map(Vettings::refused)
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

    private static String constant(String written) {
        return written.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
