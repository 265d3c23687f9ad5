package io.handsel.disputes.process;

import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeNotice;
import io.handsel.disputes.DisputeVerdict;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/disputes/dispute.bpmn} and this module agree on. */
public final class DisputeContract {

    static final ProcessKey KEY = ProcessKey.of("dispute");

    enum Messages implements MessageName {
        EVIDENCE_COMPLETE,
        DISPUTE_WITHDRAWN,
        APPEALED,
        APPEAL_WAIVED
    }

    enum Errors implements ErrorCode {
        NOT_POSSIBLE
    }

    enum Tasks implements TaskKey {
        SETTLE_DISPUTE,
        DECIDE_APPEAL
    }

    static final ProcessVariable<Instant> EVIDENCE_UNTIL = ProcessVariable.ofInstant("evidenceUntil");
    static final ProcessVariable<String> DECIDER = ProcessVariable.ofText("decider");
    static final ProcessVariable<Instant> REMINDER_DUE = ProcessVariable.ofInstant("reminderDue");
    static final ProcessVariable<Instant> ANSWER_DUE = ProcessVariable.ofInstant("answerDue");
    static final ProcessVariable<Boolean> MAY_BE_APPEALED = ProcessVariable.ofBoolean("mayBeAppealed");
    static final ProcessVariable<Instant> APPEAL_UNTIL = ProcessVariable.ofInstant("appealUntil");
    static final ProcessVariable<DisputeVerdict> VERDICT = ProcessVariable.ofEnum("verdict", DisputeVerdict.class);
    static final ProcessVariable<DisputeNotice> NOTICE = ProcessVariable.ofEnum("notice", DisputeNotice.class);
    static final ProcessVariable<String> RECIPIENT = ProcessVariable.ofText("recipient");

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            EVIDENCE_UNTIL,
            DECIDER,
            REMINDER_DUE,
            ANSWER_DUE,
            MAY_BE_APPEALED,
            APPEAL_UNTIL,
            VERDICT,
            NOTICE,
            RECIPIENT);

    private DisputeContract() {}

    static DisputeId disputeOf(DelegateExecution execution) {
        return DisputeId.parse(BusinessKey.of(execution).key());
    }
}
