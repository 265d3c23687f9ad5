package io.handsel.engine;

import org.camunda.bpm.engine.delegate.BpmnError;

/** An error of a contract; implemented by enums. {@code ACCOUNT_TAKEN} is {@code account-taken} in the model. */
public interface ErrorCode {

    default String inModel() {
        return Spelling.kebabCase((Enum<?>) this);
    }

    /** The signal a delegate throws for a foreseen exception. */
    default BpmnError because(Enum<?> reason) {
        return new BpmnError(inModel(), reason.name());
    }
}
