package io.handsel.deals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's written choice as its own partner and reviewers see it.
 *
 * @param filedBy the name of whoever brought it
 * @param decision why it was not accepted
 */
public record ChoiceView(
        DealId deal,
        RequestState state,
        String filedBy,
        Instant filedAt,
        String contactName,
        @Nullable String contactRole,
        LocalDate chosenOn,
        @Nullable String remark,
        @Nullable Instant decidedAt,
        @Nullable String decision) {}
