package io.handsel.partner;

import io.handsel.shell.NotFound;

/** There is no such partner, or not for whoever asks. */
public class PartnerNotFound extends NotFound {

    private PartnerNotFound(String sentence) {
        super(sentence);
    }

    public static PartnerNotFound with(PartnerId id) {
        return new PartnerNotFound("There is no partner " + id);
    }
}
