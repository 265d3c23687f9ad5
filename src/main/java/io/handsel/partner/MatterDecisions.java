package io.handsel.partner;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of everything a partner has open.
 *
 * @param named by {@link OpenMatter#key}
 * @param rest of what is not named, where it can become that, or else the one thing it can become; null where each has
 *     to be named
 */
public record MatterDecisions(
        Map<String, MatterDecision> named, @Nullable MatterFate rest) {

    public static final MatterDecisions NONE = new MatterDecisions(Map.of(), null);

    public MatterDecisions {
        named = Map.copyOf(named);
    }

    /** The same for everything. */
    public static MatterDecisions all(MatterFate fate) {
        return new MatterDecisions(Map.of(), fate);
    }

    Optional<MatterDecision> of(OpenMatter matter, PartnerStanding next) {
        var said = named.get(matter.key());
        if (said != null || rest == null) {
            return Optional.ofNullable(said);
        }
        var possible = matter.fatesFor(next);
        return possible.contains(rest)
                ? Optional.of(MatterDecision.of(rest))
                : possible.stream()
                        .filter(fate -> possible.size() == 1)
                        .map(MatterDecision::of)
                        .findAny();
    }

    Set<PartnerId> heirs() {
        return named.values().stream()
                .map(MatterDecision::heir)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
