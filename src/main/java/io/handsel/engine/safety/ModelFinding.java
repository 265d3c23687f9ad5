package io.handsel.engine.safety;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a model is refused.
 *
 * @param file the name under which the file was handed in
 * @param element the id of the element, or of the nearest element around it that has one
 * @param line the line in the file, or zero when the finding is about the file as a whole
 * @param rule the rule that is broken
 * @param sentence what is wrong, in English, for the author of the model
 */
public record ModelFinding(String file, @Nullable String element, int line, ModelRule rule, String sentence) {

    @Override
    public String toString() {
        return file + (element == null ? "" : ", element " + element) + (line == 0 ? "" : ", line " + line) + ": "
                + sentence + " (" + rule + ")";
    }
}
