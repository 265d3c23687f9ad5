package io.handsel.security;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies the company a person works for, where it is not the vendor: a partner. */
@Embeddable
public record OrganisationId(UUID id) implements Serializable {

    public static OrganisationId create() {
        return new OrganisationId(UUID.randomUUID());
    }

    public static OrganisationId parse(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
