package io.handsel.recruitment;

import io.handsel.kernel.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many candidates came how far, by where they came from, and what that has cost.
 *
 * @param perRecruit what has been spent so far by each company that became a partner; null as long as none has
 * @param perActivated the same by each that has won a first deal
 */
public record FunnelReport(
        List<Row> sources,
        Row all,
        @Nullable Money perRecruit,
        @Nullable Money perActivated) {

    /** The widest bar of the drawing. */
    private static final int WIDEST = 480;

    public FunnelReport {
        sources = List.copyOf(sources);
    }

    /** @param source null for all of them */
    public record Row(
            @Nullable CandidateSource source,
            long identified,
            long contacted,
            long engaged,
            long applied,
            long approved,
            long activated) {

        Row plus(Row other) {
            return new Row(
                    null,
                    identified + other.identified,
                    contacted + other.contacted,
                    engaged + other.engaged,
                    applied + other.applied,
                    approved + other.approved,
                    activated + other.activated);
        }

        List<Long> counts() {
            return List.of(identified, contacted, engaged, applied, approved, activated);
        }
    }

    /** A stage of the funnel as it is drawn; {@code recruitment.funnel.<name>} says what it is. */
    public record Bar(String name, long count, int y, int width) {}

    public List<Bar> bars() {
        var names = List.of("identified", "contacted", "engaged", "applied", "approved", "activated");
        var counts = all.counts();
        return IntStream.range(0, names.size())
                .mapToObj(at -> new Bar(
                        names.get(at),
                        counts.get(at),
                        at * 36,
                        all.identified() == 0 ? 0 : (int) (WIDEST * counts.get(at) / all.identified())))
                .toList();
    }
}
