package io.handsel.disputes;

import io.handsel.deals.DealId;
import io.handsel.partner.PartnerId;
import io.handsel.security.LocationId;
import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One side of a dispute: a partner, what it has at stake, and what it has said so far. */
@Embeddable
class DisputeParty {

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "partner_id"))
    private PartnerId partner;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "person_id"))
    private PersonId person;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "location_id"))
    private @Nullable LocationId location;

    private UUID subject;
    private boolean withDeal;
    private String customer;
    private @Nullable Instant doneAt;
    private @Nullable Instant waivedAt;

    @SuppressWarnings("NullAway.Init")
    protected DisputeParty() {}

    /**
     * @param person who registered or reserved
     * @param location the location of the partner that it belongs to; null is the whole company
     * @param subject what the claim is for: the deal, or a reservation without one
     * @param customer the customer's name in this partner's own words
     */
    DisputeParty(
            PartnerId partner,
            PersonId person,
            @Nullable LocationId location,
            UUID subject,
            boolean withDeal,
            String customer) {
        this.partner = partner;
        this.person = person;
        this.location = location;
        this.subject = subject;
        this.withDeal = withDeal;
        this.customer = customer;
    }

    void done(Instant at) {
        doneAt = at;
    }

    void waive(Instant at) {
        waivedAt = at;
    }

    PartnerId partner() {
        return partner;
    }

    PersonId person() {
        return person;
    }

    @Nullable
    LocationId location() {
        return location;
    }

    void moveTo(@Nullable LocationId other) {
        location = other;
    }

    UUID subject() {
        return subject;
    }

    /** Empty where the partner has a reservation only. */
    Optional<DealId> deal() {
        return withDeal ? Optional.of(new DealId(subject)) : Optional.empty();
    }

    String customer() {
        return customer;
    }

    boolean isDone() {
        return doneAt != null;
    }

    boolean hasWaived() {
        return waivedAt != null;
    }
}
