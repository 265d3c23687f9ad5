package io.handsel.partner;

import java.util.Map;

/** What became of the wish to register a partner or to change something about one. */
public sealed interface PartnerOutcome {

    record Done(PartnerView partner) implements PartnerOutcome {}

    record Refused(PartnerRefusal reason) implements PartnerOutcome {}

    /**
     * It is not said, or not possible, what is to become of something open; nothing was changed.
     *
     * @param matters what is wrong, as a message key, by {@link OpenMatter#key}
     */
    record Undecided(Map<String, String> matters) implements PartnerOutcome {}

    /**
     * Something open could not become what was decided; the transaction is to be rolled back.
     *
     * @param matters what is wrong, as a message key, by {@link OpenMatter#key}
     */
    record Overtaken(Map<String, String> matters) implements PartnerOutcome {}
}
