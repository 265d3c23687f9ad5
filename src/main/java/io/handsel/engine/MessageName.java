package io.handsel.engine;

/** A message of a contract; implemented by enums. {@code DEAL_WITHDRAWN} is {@code deal-withdrawn} in the model. */
public interface MessageName {

    default String inModel() {
        return Spelling.kebabCase((Enum<?>) this);
    }
}
