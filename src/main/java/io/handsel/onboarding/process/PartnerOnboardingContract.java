package io.handsel.onboarding.process;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import io.handsel.onboarding.OnboardingId;
import io.handsel.onboarding.OnboardingNotice;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/onboarding/partner-onboarding.bpmn} and this module agree on. */
public final class PartnerOnboardingContract {

    static final ProcessKey KEY = ProcessKey.of("partner-onboarding");

    enum Messages implements MessageName {
        FIRST_DEAL_REGISTERED,
        CLOSED_BY_HAND
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {
        DECIDE_ONBOARDING
    }

    static final ProcessVariable<Instant> FIRST_REMINDER_DUE = ProcessVariable.ofInstant("firstReminderDue");
    static final ProcessVariable<Instant> LAST_REMINDER_DUE = ProcessVariable.ofInstant("lastReminderDue");
    static final ProcessVariable<Instant> TIME_BOX_ENDS = ProcessVariable.ofInstant("timeBoxEnds");
    static final ProcessVariable<String> MANAGER = ProcessVariable.ofText("manager");
    static final ProcessVariable<Instant> ANSWER_DUE = ProcessVariable.ofInstant("answerDue");
    static final ProcessVariable<Boolean> EXTENDED = ProcessVariable.ofBoolean("extended");
    static final ProcessVariable<Boolean> STEP_TO_BE_DONE = ProcessVariable.ofBoolean("stepToBeDone");
    static final ProcessVariable<Instant> STEP_REMINDER_DUE = ProcessVariable.ofInstant("stepReminderDue");
    static final ProcessVariable<OnboardingNotice> NOTICE = ProcessVariable.ofEnum("notice", OnboardingNotice.class);

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            FIRST_REMINDER_DUE,
            LAST_REMINDER_DUE,
            TIME_BOX_ENDS,
            MANAGER,
            ANSWER_DUE,
            EXTENDED,
            STEP_TO_BE_DONE,
            STEP_REMINDER_DUE,
            NOTICE);

    private PartnerOnboardingContract() {}

    static OnboardingId onboardingOf(DelegateExecution execution) {
        return OnboardingId.parse(BusinessKey.of(execution).key());
    }
}
