package io.handsel.deals.process;

import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;

/** What {@code processes/deals/deal-protection.bpmn} and this module agree on. */
public final class DealProtectionContract {

    static final ProcessKey KEY = ProcessKey.of("deal-protection");

    enum Messages implements MessageName {
        DEAL_WON,
        DEAL_LOST,
        PROTECTION_CHANGED
    }

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {}

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            DealVariables.NEXT_DATE,
            DealVariables.NEXT_STEP,
            DealVariables.CLOSING,
            DealVariables.NOTICE,
            DealVariables.RECIPIENT);

    private DealProtectionContract() {}
}
