package io.handsel.accounts.matching;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param likely accounts that may be meant, the likeliest first
 * @param related accounts the company may belong to, the likeliest first; asked for even where the company is known
 */
public record Recognition(MatchVerdict verdict, List<LikelyAccount> likely, List<LikelyAccount> related) {

    public Recognition {
        likely = List.copyOf(likely);
        related = List.copyOf(related);
    }
}
