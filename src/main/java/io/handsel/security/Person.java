package io.handsel.security;

import io.handsel.kernel.EmailAddress;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. Never deleted while a case names them, only made inactive. */
@Entity
@Table(name = "person")
class Person {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private PersonId id;

    @Version
    private long version;

    private String signInName;
    private String name;

    @Embedded
    @AttributeOverride(name = "address", column = @Column(name = "email"))
    private EmailAddress email;

    private @Nullable String passwordHash;
    private int epoch;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Set<Role> roles;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "organisation_id"))
    private @Nullable OrganisationId organisation;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "location_id"))
    private @Nullable LocationId location;

    private String locale;
    private String zone;
    private @Nullable String telephone;
    private @Nullable String photo;
    private boolean active;
    private boolean singleKeys;
    private Instant createdAt;

    Person(NewPerson wish, @Nullable String passwordHash, Instant at) {
        this.id = PersonId.create();
        this.signInName = spelled(wish.signInName());
        this.name = wish.name().strip();
        this.email = wish.email();
        this.passwordHash = passwordHash;
        this.roles = wish.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(wish.roles());
        this.organisation = wish.organisation();
        this.location = wish.location();
        this.locale = wish.locale().toLanguageTag();
        this.zone = wish.zone().getId();
        this.telephone = wish.telephone();
        this.photo = wish.photo();
        this.active = true;
        this.singleKeys = true;
        this.createdAt = at;
    }

    /** For JPA. */
    @SuppressWarnings("NullAway")
    protected Person() {}

    /** Sign-in names are compared in this spelling. */
    static String spelled(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }

    PersonId id() {
        return id;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    boolean mayBeSignedIn() {
        return active;
    }

    /** Sessions end with the password they began with. */
    boolean mayUseSessionsOf(int signedInEpoch) {
        return active && epoch == signedInEpoch;
    }

    int epoch() {
        return epoch;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        epoch++;
    }

    long version() {
        return version;
    }

    void change(PersonChange change) {
        name = change.name().strip();
        email = change.email();
        telephone = change.telephone();
        location = change.location();
        locale = change.locale().toLanguageTag();
        zone = change.zone().getId();
        takeOn(change.roles());
    }

    void takeOn(Set<Role> newRoles) {
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    /** Ends the sessions too: whoever is made active again signs in anew. */
    void deactivate() {
        active = false;
        epoch++;
    }

    void activate() {
        active = true;
    }

    void prefer(Locale newLocale, ZoneId newZone, boolean listensToSingleKeys) {
        locale = newLocale.toLanguageTag();
        zone = newZone.getId();
        singleKeys = listensToSingleKeys;
    }

    PersonRecord record() {
        var state = !active ? PersonState.INACTIVE : passwordHash == null ? PersonState.INVITED : PersonState.ACTIVE;
        return new PersonRecord(view(), state, version, createdAt);
    }

    PersonView view() {
        return new PersonView(
                id,
                signInName,
                name,
                email,
                roles,
                organisation,
                location,
                Locale.forLanguageTag(locale),
                ZoneId.of(zone),
                active,
                telephone,
                photo,
                singleKeys);
    }
}
