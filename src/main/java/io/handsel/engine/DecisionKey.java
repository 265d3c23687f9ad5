package io.handsel.engine;

/** A decision table by the id of its model, which is also its file's name. */
public record DecisionKey(String key) {

    public static DecisionKey of(String key) {
        return new DecisionKey(key);
    }

    @Override
    public String toString() {
        return key;
    }
}
