package io.handsel.deals.process;

import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;

/** What {@code processes/deals/deal-registration.bpmn} and this module agree on. */
public final class DealRegistrationContract {

    static final ProcessKey KEY = ProcessKey.of("deal-registration");

    enum Messages implements MessageName {
        DEAL_WITHDRAWN,
        DEAL_TRANSFERRED,
        REVIEW_OVERTAKEN,
        DEAL_AWARDED
    }

    enum Errors implements ErrorCode {
        ACCOUNT_TAKEN
    }

    enum Tasks implements TaskKey {}

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            DealVariables.PROGRAM,
            DealVariables.SUBJECT,
            DealVariables.VALUE_IN_EUROS,
            DealVariables.DESIGNATION,
            DealVariables.OVERLAP,
            DealVariables.IN_TERRITORY,
            DealVariables.TIER,
            DealVariables.PRODUCTS,
            DealVariables.EVIDENCE,
            DealVariables.REQUEST_FOR_PROPOSALS,
            DealVariables.ROUTE,
            DealVariables.REJECTION_REASON,
            DealVariables.APPROVED,
            DealVariables.LAPSED,
            DealVariables.CLOSING,
            DealVariables.NOTICE,
            DealVariables.RECIPIENT);

    private DealRegistrationContract() {}
}
