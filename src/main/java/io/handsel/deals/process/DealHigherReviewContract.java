package io.handsel.deals.process;

import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;

/** What {@code processes/deals/deal-higher-review.bpmn} and this module agree on. */
public final class DealHigherReviewContract {

    static final ProcessKey KEY = ProcessKey.of("deal-higher-review");

    enum Messages implements MessageName {}

    enum Errors implements ErrorCode {}

    enum Tasks implements TaskKey {
        DIRECTOR_DECISION,
        FINANCE_DECISION
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
            DealVariables.HIGHER_ANSWER_DUE,
            DealVariables.DIRECTOR_APPROVES,
            DealVariables.FINANCE_APPROVES,
            DealVariables.NOTICE,
            DealVariables.RECIPIENT);

    private DealHigherReviewContract() {}
}
