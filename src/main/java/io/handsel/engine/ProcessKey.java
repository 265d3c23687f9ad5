package io.handsel.engine;

/** A process by the id of its model, which is also its file's name. */
public record ProcessKey(String key) {

    public static ProcessKey of(String key) {
        return new ProcessKey(key);
    }

    /** The process of a definition id as the engine writes it: {@code key:version:uuid}. */
    static ProcessKey ofDefinition(String definitionId) {
        return new ProcessKey(definitionId.substring(0, definitionId.indexOf(':')));
    }

    @Override
    public String toString() {
        return key;
    }
}
