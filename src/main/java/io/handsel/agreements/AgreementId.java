package io.handsel.agreements;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an agreement with a partner; also the key of its files. */
@Embeddable
public record AgreementId(UUID id) implements Serializable {

    public static AgreementId create() {
        return new AgreementId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static AgreementId parse(String text) {
        return new AgreementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
