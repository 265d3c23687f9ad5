package io.handsel.recruitment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some candidates of a board.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record CandidatePage(
        List<CandidateSummary> candidates, @Nullable String next) {

    public CandidatePage {
        candidates = List.copyOf(candidates);
    }
}
