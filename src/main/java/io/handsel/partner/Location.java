package io.handsel.partner;

import io.handsel.kernel.CountryCode;
import io.handsel.security.LocationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A location of a partner company. Never deleted: people, deals and claims name it. */
@Entity
@Table(name = "partner_location")
class Location {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private LocationId id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "partner_id"))
    private PartnerId partner;

    private String name;
    private String nameKey;
    private String country;
    private String city;
    private boolean open;

    Location(PartnerId partner, LocationFacts facts) {
        this.id = LocationId.create();
        this.partner = partner;
        this.open = true;
        become(facts);
    }

    @SuppressWarnings("NullAway.Init")
    protected Location() {}

    /** Names are compared in this spelling. */
    static String spelled(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    final void become(LocationFacts facts) {
        name = facts.name().strip();
        nameKey = spelled(facts.name());
        country = facts.country().code();
        city = facts.city().strip();
    }

    void close() {
        open = false;
    }

    void open() {
        open = true;
    }

    LocationView view() {
        return new LocationView(id, partner, name, CountryCode.of(country), city, open, version == null ? 0 : version);
    }
}
