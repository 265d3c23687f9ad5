package io.handsel.distribution;

import io.handsel.audit.CaseReference;
import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a distributor and a reseller have to do with each other, from the invitation to the end. */
@Entity
@Table(name = "reseller_link")
class ResellerLink {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private LinkId id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "distributor_id"))
    private PartnerId distributor;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "reseller_id"))
    private @Nullable PartnerId reseller;

    private String address;
    private String sentence;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "invited_by"))
    private PersonId invitedBy;

    private Instant invitedAt;
    private Instant reminderAt;
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private LinkStatus status;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "answered_by"))
    private @Nullable PersonId answeredBy;

    private @Nullable Instant answeredAt;
    private boolean sharesContacts;
    private boolean sharesCertificates;
    private boolean sharesDeals;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "ended_by"))
    private @Nullable PersonId endedBy;

    private @Nullable Instant endedAt;
    private @Nullable String reason;

    /** The address as long as the link waits or is in force, so that there is one. */
    private @Nullable String openAddress;

    /** The same for the reseller behind it. */
    private @Nullable UUID openReseller;

    @SuppressWarnings("NullAway.Init")
    protected ResellerLink() {}

    /** @param reseller null where the address leads to nobody who can be asked */
    ResellerLink(
            PartnerId distributor,
            @Nullable PartnerId reseller,
            String address,
            String sentence,
            PersonId by,
            Instant at,
            InvitationPlan plan) {
        this.id = LinkId.create();
        this.distributor = distributor;
        this.reseller = reseller;
        this.address = address;
        this.sentence = sentence;
        this.invitedBy = by;
        this.invitedAt = at;
        this.reminderAt = plan.reminder();
        this.expiresAt = plan.expires();
        this.status = LinkStatus.PENDING;
        this.openAddress = address;
        this.openReseller = reseller == null ? null : reseller.id();
    }

    LinkId id() {
        return id;
    }

    PartnerId distributor() {
        return distributor;
    }

    Optional<PartnerId> reseller() {
        return Optional.ofNullable(reseller);
    }

    LinkStatus status() {
        return status;
    }

    InvitationPlan plan() {
        return new InvitationPlan(reminderAt, expiresAt);
    }

    /** By the clock, not by the process, which may be late. */
    boolean waitsAt(Instant now) {
        return status == LinkStatus.PENDING && now.isBefore(expiresAt);
    }

    void accept(PersonId by, Set<SharedPart> shared, Instant at) {
        become(LinkStatus.ACCEPTED);
        answeredBy = by;
        answeredAt = at;
        share(shared);
    }

    void reject(PersonId by, Instant at) {
        become(LinkStatus.REJECTED);
        answeredBy = by;
        answeredAt = at;
    }

    void cancel() {
        become(LinkStatus.CANCELLED);
    }

    void expire() {
        become(LinkStatus.EXPIRED);
    }

    void share(Set<SharedPart> shared) {
        if (status != LinkStatus.ACCEPTED) {
            throw new IllegalStateException("Nothing is shared by a link that is " + status + ": " + id);
        }
        sharesContacts = shared.contains(SharedPart.CONTACTS);
        sharesCertificates = shared.contains(SharedPart.CERTIFICATES);
        sharesDeals = shared.contains(SharedPart.DEALS);
    }

    /** @param by null where one of them is a partner no longer */
    void end(@Nullable PersonId by, @Nullable String why, Instant at) {
        share(Set.of());
        become(LinkStatus.ENDED);
        endedBy = by;
        endedAt = at;
        reason = why;
    }

    private void become(LinkStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A link that is " + status + " cannot become " + next + ": " + id);
        }
        status = next;
        if (!next.isOpen()) {
            openAddress = null;
            openReseller = null;
        }
    }

    Set<SharedPart> shared() {
        var shared = EnumSet.noneOf(SharedPart.class);
        if (sharesContacts) {
            shared.add(SharedPart.CONTACTS);
        }
        if (sharesCertificates) {
            shared.add(SharedPart.CERTIFICATES);
        }
        if (sharesDeals) {
            shared.add(SharedPart.DEALS);
        }
        return shared;
    }

    CaseReference reference() {
        return new CaseReference("reseller-link", id.id());
    }

    LinkView view() {
        return new LinkView(
                id,
                distributor,
                reseller,
                address,
                sentence,
                status,
                invitedAt,
                expiresAt,
                answeredAt,
                endedAt,
                reason,
                shared());
    }
}
