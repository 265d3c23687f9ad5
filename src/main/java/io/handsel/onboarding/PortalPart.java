package io.handsel.onboarding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the portal that a step on the track opens, by its word in the table. What no step of a partner's track opens
 * is open from the first day.
 */
public enum PortalPart {
    /** Whom the company lets in. */
    PEOPLE("/partner/people"),
    /** Asking whose a customer is, and reserving it. */
    CUSTOMERS("/accounts"),
    /** Registering deals and everything that follows. */
    DEALS("/deals", "/disputes");

    private final List<String> paths;

    PortalPart(String... paths) {
        this.paths = List.of(paths);
    }

    static Optional<PortalPart> ofWord(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findAny();
    }

    static Optional<PortalPart> ofPath(String path) {
        return Arrays.stream(values())
                .filter(part -> part.paths.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/")))
                .findAny();
    }

    /** As the table and the address write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
