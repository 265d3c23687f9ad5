package io.handsel.applications.process;

import io.handsel.applications.ApplicationId;
import io.handsel.applications.ApplicationNotice;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/applications/vetting.bpmn} and this module agree on. */
public final class VettingContract {

    static final ProcessKey KEY = ProcessKey.of("vetting");

    enum Messages implements MessageName {
        QUESTION_ANSWERED,
        APPLICATION_WITHDRAWN
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {
        REVIEW_APPLICATION,
        CONFIRM_APPLICATION
    }

    static final ProcessVariable<Boolean> SOMEBODY_ALIKE = ProcessVariable.ofBoolean("somebodyAlike");
    static final ProcessVariable<String> DECIDER = ProcessVariable.ofText("decider");
    static final ProcessVariable<Instant> REMINDER_DUE = ProcessVariable.ofInstant("reminderDue");
    static final ProcessVariable<Instant> ANSWER_DUE = ProcessVariable.ofInstant("answerDue");
    static final ProcessVariable<Boolean> MORE_NEEDED = ProcessVariable.ofBoolean("moreNeeded");
    static final ProcessVariable<Instant> QUESTION_DUE = ProcessVariable.ofInstant("questionDue");
    static final ProcessVariable<Boolean> SECOND_NEEDED = ProcessVariable.ofBoolean("secondNeeded");
    static final ProcessVariable<Boolean> GIVEN_BACK = ProcessVariable.ofBoolean("givenBack");
    static final ProcessVariable<Boolean> APPROVED = ProcessVariable.ofBoolean("approved");
    static final ProcessVariable<ApplicationNotice> NOTICE = ProcessVariable.ofEnum("notice", ApplicationNotice.class);
    static final ProcessVariable<String> RECIPIENT = ProcessVariable.ofText("recipient");

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            SOMEBODY_ALIKE,
            DECIDER,
            REMINDER_DUE,
            ANSWER_DUE,
            MORE_NEEDED,
            QUESTION_DUE,
            SECOND_NEEDED,
            GIVEN_BACK,
            APPROVED,
            NOTICE,
            RECIPIENT);

    private VettingContract() {}

    static ApplicationId applicationOf(DelegateExecution execution) {
        return ApplicationId.parse(BusinessKey.of(execution).key());
    }
}
