package io.handsel.accounts.matching;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param likely accounts that may be meant, the likeliest first
 * @param related accounts the company may belong to, the likeliest first; not looked for where it is itself taken
 */
public record Recognition(MatchVerdict verdict, List<LikelyAccount> likely, List<LikelyAccount> related) {

    public Recognition {
        likely = List.copyOf(likely);
        related = List.copyOf(related);
    }
}
