package io.handsel.partner;

import io.handsel.security.OrganisationId;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a partner company; the same identity as that of the organisation its people belong to. */
@Embeddable
public record PartnerId(UUID id) implements Serializable {

    public static PartnerId create() {
        return new PartnerId(UUID.randomUUID());
    }

    public static PartnerId of(OrganisationId organisation) {
        return new PartnerId(organisation.id());
    }

    public static PartnerId parse(String text) {
        return new PartnerId(UUID.fromString(text));
    }

    public OrganisationId organisation() {
        return new OrganisationId(id);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
