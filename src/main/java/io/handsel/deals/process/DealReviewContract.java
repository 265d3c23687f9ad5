package io.handsel.deals.process;

import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;

/** What {@code processes/deals/deal-review.bpmn} and this module agree on. */
public final class DealReviewContract {

    static final ProcessKey KEY = ProcessKey.of("deal-review");

    enum Messages implements MessageName {}

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {
        REVIEW_DEAL
    }

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            DealVariables.PROGRAM,
            DealVariables.SUBJECT,
            DealVariables.VALUE_IN_EUROS,
            DealVariables.ROUTE,
            DealVariables.REVIEWER,
            DealVariables.REMINDER_DUE,
            DealVariables.ANSWER_DUE,
            DealVariables.SILENCE_DUE,
            DealVariables.SILENCE,
            DealVariables.INFORMATION_MISSING,
            DealVariables.ANSWERED,
            DealVariables.APPROVED,
            DealVariables.LAPSED,
            DealVariables.NOTICE,
            DealVariables.RECIPIENT);

    private DealReviewContract() {}
}
