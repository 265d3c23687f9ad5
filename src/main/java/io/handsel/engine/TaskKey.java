package io.handsel.engine;

/** A user task of a contract; implemented by enums. {@code REVIEW_DEAL} has the id {@code ReviewDeal} in the model. */
public interface TaskKey {

    default String inModel() {
        return Spelling.pascalCase((Enum<?>) this);
    }
}
