package io.handsel.deals;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decider says.
 *
 * @param reason with a rejection
 * @param text to the partner
 * @param marked with a question: the fields to mend
 * @param customer with an approval: the account that is meant, or {@link #NEW_CUSTOMER}, where the machine could not tell
 */
public record ReviewVerdict(
        Choice choice,
        @Nullable RejectionReason reason,
        @Nullable String text,
        Set<String> marked,
        @Nullable String customer) {

    public static final String NEW_CUSTOMER = "new";

    public ReviewVerdict {
        marked = Set.copyOf(marked);
    }

    /** As the forms write it, in lower case with dashes. */
    public enum Choice {
        APPROVE,
        REJECT,
        ASK_FOR_INFORMATION
    }
}
