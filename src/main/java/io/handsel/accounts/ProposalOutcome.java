package io.handsel.accounts;

/** What became of the wish to carry the table's word out. */
public sealed interface ProposalOutcome {

    /**
     * @param changes how many accounts have a new designation
     * @param more whether there are accounts left that were not looked at
     */
    record Applied(long changes, boolean more) implements ProposalOutcome {}

    /** The table has been published anew since the preview; what was seen there is not what would be done. */
    record TableChanged() implements ProposalOutcome {}
}
