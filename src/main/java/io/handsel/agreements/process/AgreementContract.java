package io.handsel.agreements.process;

import io.handsel.agreements.AgreementId;
import io.handsel.agreements.AgreementNotice;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/agreements/agreement.bpmn} and this module agree on. */
public final class AgreementContract {

    static final ProcessKey KEY = ProcessKey.of("agreement");

    enum Messages implements MessageName {
        TRIED_AGAIN,
        MADE_ANEW,
        AGREEMENT_SIGNED,
        AGREEMENT_WITHDRAWN
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {
        COUNTER_SIGN
    }

    static final ProcessVariable<Boolean> HAS_TEMPLATE = ProcessVariable.ofBoolean("hasTemplate");
    static final ProcessVariable<Boolean> COUNTER_SIGNATURE = ProcessVariable.ofBoolean("counterSignature");
    static final ProcessVariable<Instant> FIRST_REMINDER = ProcessVariable.ofInstant("firstReminder");
    static final ProcessVariable<Instant> SECOND_REMINDER = ProcessVariable.ofInstant("secondReminder");
    static final ProcessVariable<Instant> SIGNATURE_DUE = ProcessVariable.ofInstant("signatureDue");
    static final ProcessVariable<String> DECIDER = ProcessVariable.ofText("decider");
    static final ProcessVariable<Instant> COUNTER_REMINDER = ProcessVariable.ofInstant("counterReminder");
    static final ProcessVariable<Instant> COUNTER_DUE = ProcessVariable.ofInstant("counterDue");
    static final ProcessVariable<Boolean> COUNTER_SIGNED = ProcessVariable.ofBoolean("counterSigned");
    static final ProcessVariable<AgreementNotice> NOTICE = ProcessVariable.ofEnum("notice", AgreementNotice.class);
    static final ProcessVariable<String> RECIPIENT = ProcessVariable.ofText("recipient");

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            HAS_TEMPLATE,
            COUNTER_SIGNATURE,
            FIRST_REMINDER,
            SECOND_REMINDER,
            SIGNATURE_DUE,
            DECIDER,
            COUNTER_REMINDER,
            COUNTER_DUE,
            COUNTER_SIGNED,
            NOTICE,
            RECIPIENT);

    private AgreementContract() {}

    static AgreementId agreementOf(DelegateExecution execution) {
        return AgreementId.parse(BusinessKey.of(execution).key());
    }
}
