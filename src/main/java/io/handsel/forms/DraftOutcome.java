package io.handsel.forms;

import org.jspecify.annotations.Nullable;

/** What became of a draft. */
public sealed interface DraftOutcome {

    /** @param version what the page must say next time */
    record Saved(long version) implements DraftOutcome {}

    /** Another window saved since, or the form was sent; what is there now, null for nothing. */
    record ChangedElsewhere(@Nullable FormDraft other) implements DraftOutcome {}

    /** More than is kept as a draft. */
    record TooLarge(int mostCharacters) implements DraftOutcome {}
}
