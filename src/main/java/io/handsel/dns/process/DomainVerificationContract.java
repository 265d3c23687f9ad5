package io.handsel.dns.process;

import io.handsel.dns.DomainProofId;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/dns/domain-verification.bpmn} and this module agree on. */
public final class DomainVerificationContract {

    static final ProcessKey KEY = ProcessKey.of("domain-verification");

    enum Messages implements MessageName {
        CODE_ENTERED,
        PROOF_DROPPED
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {}

    static final ProcessVariable<Instant> PROOF_UNTIL = ProcessVariable.ofInstant("proofUntil");
    static final ProcessVariable<Boolean> COMPLETE = ProcessVariable.ofBoolean("complete");
    static final ProcessVariable<Instant> NEXT_QUESTION = ProcessVariable.ofInstant("nextQuestion");

    public static final ProcessContract CONTRACT =
            ProcessContract.of(KEY, Messages.class, Errors.class, Tasks.class, PROOF_UNTIL, COMPLETE, NEXT_QUESTION);

    private DomainVerificationContract() {}

    static DomainProofId proofOf(DelegateExecution execution) {
        return DomainProofId.parse(BusinessKey.of(execution).key());
    }
}
