package io.handsel.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking for a claim. */
public sealed interface ClaimOutcome {

    /** So many claims to give back are enough to choose from. */
    int OLDEST_SHOWN = 10;

    record Granted(ClaimView claim) implements ClaimOutcome {}

    /**
     * @param until when it may be tried again, where that is known
     * @param oldest at the cap: the partner's own claims that could be released, oldest first
     */
    record Refused(ClaimRefusal reason, @Nullable Instant until, List<ClaimView> oldest) implements ClaimOutcome {

        public Refused {
            oldest = List.copyOf(oldest);
        }

        static Refused because(ClaimRefusal reason) {
            return new Refused(reason, null, List.of());
        }

        static Refused until(ClaimRefusal reason, @Nullable Instant until) {
            return new Refused(reason, until, List.of());
        }

        /** @param counting the partner's own claims, oldest first */
        static Refused atCap(List<ClaimView> counting) {
            return new Refused(
                    ClaimRefusal.CAP_REACHED,
                    null,
                    counting.stream().limit(OLDEST_SHOWN).toList());
        }
    }
}
