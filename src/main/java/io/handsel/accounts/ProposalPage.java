package io.handsel.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the changes the table proposes.
 *
 * @param version the state of the table they come from
 * @param next the last account that was looked at; null when all have been
 */
public record ProposalPage(
        List<DesignationProposal> proposals,
        String version,
        @Nullable AccountId next) {

    public ProposalPage {
        proposals = List.copyOf(proposals);
    }
}
