package io.handsel.accounts;

/** What came of wanting a tree changed. */
public sealed interface TreeOutcome {

    /** What the deed would do; nothing has been done. */
    record Foreseen(TreePreview preview) implements TreeOutcome {}

    /** @param account where to look at what was done */
    record Done(AccountId account) implements TreeOutcome {}

    record Refused(TreeRefusal reason) implements TreeOutcome {}
}
