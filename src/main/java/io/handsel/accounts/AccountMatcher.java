package io.handsel.accounts;

import java.util.List;
import java.util.Optional;

/**
 * Which accounts does a question mean? The only thing that decides resemblance; what the answer is worth (free or
 * taken) is decided by others, on the database, so that a matcher that is late or wrong can never grant anything.
 */
interface AccountMatcher {

    Matching match(AccountQuestion question);

    /**
     * @param matches best first
     * @param certain whether it is beyond doubt that the first one (or, if there is none, nobody we know) is meant
     * @param related groups an unknown company probably belongs to, best first
     */
    record Matching(List<AccountMatch> matches, boolean certain, List<AccountMatch> related) {

        static final Matching NOBODY = new Matching(List.of(), true, List.of());

        /** Nobody can say yet. */
        static final Matching UNKNOWN = new Matching(List.of(), false, List.of());

        public Matching {
            matches = List.copyOf(matches);
            related = List.copyOf(related);
        }

        static Matching certainly(AccountMatch match) {
            return new Matching(List.of(match), true, List.of());
        }

        static Matching perhaps(List<AccountMatch> matches) {
            return new Matching(matches, false, List.of());
        }

        boolean isNobody() {
            return matches.isEmpty();
        }

        Optional<AccountMatch> best() {
            return matches.stream().findFirst();
        }
    }
}
