package io.handsel.onboarding;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies the onboarding of a partner; also the business key of its process. */
@Embeddable
public record OnboardingId(UUID id) implements Serializable {

    public static OnboardingId create() {
        return new OnboardingId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static OnboardingId parse(String text) {
        return new OnboardingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
