package io.handsel.training.process;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import io.handsel.training.CertificateId;
import io.handsel.training.CertificateNotice;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/training/certificate.bpmn} and this module agree on. */
public final class CertificateContract {

    static final ProcessKey KEY = ProcessKey.of("certificate");

    enum Messages implements MessageName {
        CERTIFICATE_RENEWED
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {}

    static final ProcessVariable<Instant> FIRST_NOTICE_DUE = ProcessVariable.ofInstant("firstNoticeDue");
    static final ProcessVariable<Instant> SECOND_NOTICE_DUE = ProcessVariable.ofInstant("secondNoticeDue");
    static final ProcessVariable<Instant> LAST_NOTICE_DUE = ProcessVariable.ofInstant("lastNoticeDue");
    static final ProcessVariable<Instant> EXPIRES_AT = ProcessVariable.ofInstant("expiresAt");
    static final ProcessVariable<CertificateNotice> NOTICE = ProcessVariable.ofEnum("notice", CertificateNotice.class);

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            FIRST_NOTICE_DUE,
            SECOND_NOTICE_DUE,
            LAST_NOTICE_DUE,
            EXPIRES_AT,
            NOTICE);

    private CertificateContract() {}

    static CertificateId certificateOf(DelegateExecution execution) {
        return CertificateId.parse(BusinessKey.of(execution).key());
    }
}
