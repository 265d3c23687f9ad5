package io.handsel.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of those who have asked.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record AskerPage(List<Line> lines, @Nullable String next) {

    public AskerPage {
        lines = List.copyOf(lines);
    }

    /** What is worth a look about somebody's questions. */
    public enum Pattern {
        /** Many different names within the hour. */
        MANY_NAMES,
        /** Many answers said that the customer is taken. */
        MANY_TAKEN,
        /** Names in the order of the alphabet. */
        ALPHABET
    }

    /**
     * How much somebody has asked, in the last hour and in the last day.
     *
     * @param partner the partner's name
     * @param hourLimit how many there might have been; 0 where nobody has asked
     * @param names different names within the hour
     * @param taken answers of the day that said "taken", of so many answers
     * @param run the longest run of names in the order of the alphabet
     * @param blocked whether this asker, or the asker's partner, may ask nothing at present
     * @param last the last question; null where there was none within the day
     */
    public record Line(
            UUID asker,
            String name,
            @Nullable String partner,
            long hour,
            long hourLimit,
            long day,
            long dayLimit,
            long names,
            long taken,
            long answered,
            long run,
            Set<Pattern> patterns,
            boolean blocked,
            @Nullable Instant last) {

        public Line {
            patterns = Set.copyOf(patterns);
        }
    }
}
