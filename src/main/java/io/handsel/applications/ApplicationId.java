package io.handsel.applications;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an application; also the business key of its vetting. */
@Embeddable
public record ApplicationId(UUID id) implements Serializable {

    public static ApplicationId create() {
        return new ApplicationId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static ApplicationId parse(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
