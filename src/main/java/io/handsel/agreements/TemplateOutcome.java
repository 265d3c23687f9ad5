package io.handsel.agreements;

import java.util.Set;

/** What became of a new version of a template. */
public sealed interface TemplateOutcome {

    record Written(int version) implements TemplateOutcome {}

    /**
     * Nothing has changed.
     *
     * @param placeholders those nobody knows, where that is the reason
     */
    record Refused(TemplateRefusal reason, Set<String> placeholders) implements TemplateOutcome {

        public Refused {
            placeholders = Set.copyOf(placeholders);
        }
    }
}
