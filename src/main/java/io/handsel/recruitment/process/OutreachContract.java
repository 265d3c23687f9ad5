package io.handsel.recruitment.process;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import io.handsel.recruitment.CandidateId;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/recruitment/outreach.bpmn} and this module agree on. */
public final class OutreachContract {

    static final ProcessKey KEY = ProcessKey.of("outreach");

    enum Messages implements MessageName {
        OUTREACH_ENDED
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {}

    static final ProcessVariable<Boolean> MORE_MAILS = ProcessVariable.ofBoolean("moreMails");
    static final ProcessVariable<Instant> MAIL_DUE = ProcessVariable.ofInstant("mailDue");
    static final ProcessVariable<Boolean> MAIL_WRITTEN = ProcessVariable.ofBoolean("mailWritten");

    public static final ProcessContract CONTRACT =
            ProcessContract.of(KEY, Messages.class, Errors.class, Tasks.class, MORE_MAILS, MAIL_DUE, MAIL_WRITTEN);

    private OutreachContract() {}

    static CandidateId candidateOf(DelegateExecution execution) {
        return CandidateId.parse(BusinessKey.of(execution).key());
    }
}
