package io.handsel.distribution;

import io.handsel.shell.NotFound;

/** There is no such link, or not for whoever asks. */
public final class LinkNotFound extends NotFound {

    private static final long serialVersionUID = 1L;

    private LinkNotFound(String message) {
        super(message);
    }

    public static LinkNotFound of(LinkId id) {
        return new LinkNotFound("There is no link " + id);
    }

    /** There is no such page for whoever is no distributor. */
    public static LinkNotFound ofNoDistributor() {
        return new LinkNotFound("Only distributors have resellers");
    }
}
