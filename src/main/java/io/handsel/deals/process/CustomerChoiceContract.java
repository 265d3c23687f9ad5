package io.handsel.deals.process;

import io.handsel.engine.ErrorCode;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessContract;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;

/** What {@code processes/deals/customer-choice.bpmn} and this module agree on. */
public final class CustomerChoiceContract {

    static final ProcessKey KEY = ProcessKey.of("customer-choice");

    enum Messages implements MessageName {
        CHOICE_OVERTAKEN
    }

    enum Errors implements ErrorCode {
        CUSTOMER_CANNOT_BE_MOVED
    }

    enum Tasks implements TaskKey {
        REVIEW_CHOICE
    }

    public static final ProcessContract CONTRACT = ProcessContract.of(
            KEY,
            Messages.class,
            Errors.class,
            Tasks.class,
            DealVariables.SUBJECT,
            DealVariables.ROUTE,
            DealVariables.REVIEWER,
            DealVariables.REMINDER_DUE,
            DealVariables.ANSWER_DUE,
            DealVariables.APPROVED,
            DealVariables.NOTICE,
            DealVariables.RECIPIENT);

    private CustomerChoiceContract() {}
}
