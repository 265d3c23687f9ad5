package io.handsel.onboarding.process;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import io.handsel.onboarding.PlanId;
import io.handsel.onboarding.PlanNotice;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/onboarding/joint-business-plan.bpmn} and this module agree on. */
public final class JointBusinessPlanContract {

    static final ProcessKey KEY = ProcessKey.of("joint-business-plan");

    enum Messages implements MessageName {}

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {
        AGREE_PLAN
    }

    static final ProcessVariable<String> MANAGER = ProcessVariable.ofText("manager");
    static final ProcessVariable<Instant> ANSWER_DUE = ProcessVariable.ofInstant("answerDue");
    static final ProcessVariable<Boolean> AGREED = ProcessVariable.ofBoolean("agreed");
    static final ProcessVariable<PlanNotice> NOTICE = ProcessVariable.ofEnum("notice", PlanNotice.class);

    public static final ProcessContract CONTRACT =
            ProcessContract.of(KEY, Messages.class, Errors.class, Tasks.class, MANAGER, ANSWER_DUE, AGREED, NOTICE);

    private JointBusinessPlanContract() {}

    static PlanId planOf(DelegateExecution execution) {
        return PlanId.parse(BusinessKey.of(execution).key());
    }
}
