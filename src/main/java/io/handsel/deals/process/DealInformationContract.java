package io.handsel.deals.process;

import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;

/** What {@code processes/deals/deal-information.bpmn} and this module agree on. */
public final class DealInformationContract {

    static final ProcessKey KEY = ProcessKey.of("deal-information");

    enum Messages implements MessageName {
        INFORMATION_PROVIDED
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
            DealVariables.PLACE_KEPT_UNTIL,
            DealVariables.GIVEN_UP_AT,
            DealVariables.ANSWERED,
            DealVariables.LAPSED,
            DealVariables.NOTICE,
            DealVariables.RECIPIENT);

    private DealInformationContract() {}
}
