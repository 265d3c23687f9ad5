package io.handsel.distribution;

import java.time.Instant;
import java.util.List;

/**
 * Both sides of a partner's links, for the vendor's people who may see its record.
 *
 * @param resellers those it has invited, by name where the address leads to somebody
 */
public record PartnerLinks(List<Line> resellers, List<Line> distributors) {

    public PartnerLinks {
        resellers = List.copyOf(resellers);
        distributors = List.copyOf(distributors);
    }

    /** @param other the company on the other side, or the address that leads to none */
    public record Line(String other, LinkStatus status, Instant since) {}
}
