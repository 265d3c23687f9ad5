package io.handsel.distribution.process;

import io.handsel.distribution.LinkId;
import io.handsel.distribution.LinkNotice;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.TaskKey;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code processes/distribution/reseller-invitation.bpmn} and this module agree on. */
public final class ResellerInvitationContract {

    static final ProcessKey KEY = ProcessKey.of("reseller-invitation");

    enum Messages implements MessageName {
        INVITATION_ACCEPTED,
        INVITATION_REJECTED,
        INVITATION_CANCELLED
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {}

    static final ProcessVariable<Instant> REMINDER_DUE = ProcessVariable.ofInstant("reminderDue");
    static final ProcessVariable<Instant> EXPIRES_AT = ProcessVariable.ofInstant("expiresAt");
    static final ProcessVariable<LinkNotice> NOTICE = ProcessVariable.ofEnum("notice", LinkNotice.class);

    public static final ProcessContract CONTRACT =
            ProcessContract.of(KEY, Messages.class, Errors.class, Tasks.class, REMINDER_DUE, EXPIRES_AT, NOTICE);

    private ResellerInvitationContract() {}

    static LinkId linkOf(DelegateExecution execution) {
        return LinkId.parse(BusinessKey.of(execution).key());
    }
}
