package io.handsel.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some questions of one asker, the newest first.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record QuestionPage(List<Line> lines, @Nullable Long next) {

    public QuestionPage {
        lines = List.copyOf(lines);
    }

    /**
     * One question with what was answered.
     *
     * @param account the account behind the answer, where there was one
     */
    public record Line(
            long id,
            Instant at,
            UUID person,
            @Nullable String personName,
            String question,
            QuestionOccasion occasion,
            boolean counted,
            AccountVerdict verdict,
            @Nullable AccountId account,
            @Nullable String accountName) {}
}
