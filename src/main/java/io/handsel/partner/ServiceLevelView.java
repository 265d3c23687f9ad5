package io.handsel.partner;

import java.util.Optional;

/**
 * Under which service level the cases of a partner run.
 *
 * @param given what the table said, or whoever entered the partner
 * @param override somebody's word above it
 */
public record ServiceLevelView(String given, Optional<ServiceLevelOverride> override) {

    public String present() {
        return override.map(ServiceLevelOverride::level).orElse(given);
    }
}
