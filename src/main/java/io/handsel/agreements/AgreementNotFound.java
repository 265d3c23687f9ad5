package io.handsel.agreements;

import io.handsel.shell.NotFound;

/** There is no such agreement, or not for whoever asks. */
public final class AgreementNotFound extends NotFound {

    private AgreementNotFound(String message) {
        super(message);
    }

    public static AgreementNotFound of(AgreementId id) {
        return new AgreementNotFound("There is no agreement " + id);
    }
}
