package io.handsel.onboarding;

import java.util.UUID;

/** Identifies a version of a joint business plan; also the business key of its process. */
public record PlanId(UUID id) {

    public static PlanId create() {
        return new PlanId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static PlanId parse(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
