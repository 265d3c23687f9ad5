package io.handsel.agreements;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one partner and the vendor agree on. Its text is kept beside it, one revision after the other; the one that was
 * signed is the last.
 */
@Entity
@Table(name = "agreement")
public class Agreement {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private AgreementId id;

    @Version
    private @Nullable Long version;

    @Column(name = "agreement_number")
    private String number;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "partner_id"))
    private PartnerId partner;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "signer_id"))
    private PersonId signer;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status;

    @Column(name = "template_key")
    private @Nullable String template;

    private boolean counterSignature;
    private int revision;

    /** The partner as long as this is its agreement, so that it has one. */
    private @Nullable UUID currentFor;

    /** This agreement once it is signed: the database then knows whose signature that is. */
    private @Nullable UUID signatureOf;

    private @Nullable Instant signedAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "countersigned_by"))
    private @Nullable PersonId counterSignedBy;

    @Column(name = "countersigned_at")
    private @Nullable Instant counterSignedAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "declined_by"))
    private @Nullable PersonId declinedBy;

    private @Nullable String reason;
    private Instant askedAt;
    private @Nullable Instant inForceAt;

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(String number, PartnerId partner, PersonId signer, Instant at) {
        this.id = AgreementId.create();
        this.number = number;
        this.partner = partner;
        this.signer = signer;
        this.status = AgreementStatus.WITHOUT_TEMPLATE;
        this.currentFor = partner.id();
        this.askedAt = at;
    }

    AgreementId id() {
        return id;
    }

    PartnerId partner() {
        return partner;
    }

    PersonId signer() {
        return signer;
    }

    AgreementStatus status() {
        return status;
    }

    int revision() {
        return revision;
    }

    boolean needsCounterSignature() {
        return counterSignature;
    }

    Optional<String> template() {
        return Optional.ofNullable(template);
    }

    String number() {
        return number;
    }

    Optional<PersonId> counterSignedBy() {
        return Optional.ofNullable(counterSignedBy);
    }

    Optional<Instant> counterSignedAt() {
        return Optional.ofNullable(counterSignedAt);
    }

    /** The table has chosen its template. */
    void offer(String chosen, boolean vendorSignsToo) {
        become(AgreementStatus.ASKED);
        template = chosen;
        counterSignature = vendorSignsToo;
    }

    /** Its text is made, for the first time or anew. */
    int nextRevision() {
        if (status != AgreementStatus.ASKED) {
            throw new IllegalStateException("The text of an agreement that is " + status + " stays: " + id);
        }
        revision++;
        return revision;
    }

    void sign(Instant at) {
        become(AgreementStatus.SIGNED);
        signatureOf = id.id();
        signedAt = at;
    }

    void counterSign(PersonId by, Instant at) {
        if (status != AgreementStatus.SIGNED || !counterSignature) {
            throw new IllegalStateException("Nothing to counter-sign: " + id);
        }
        counterSignedBy = by;
        counterSignedAt = at;
    }

    void putInForce(Instant at) {
        if (counterSignature && counterSignedBy == null) {
            throw new IllegalStateException("The vendor has not signed: " + id);
        }
        become(AgreementStatus.IN_FORCE);
        inForceAt = at;
    }

    void decline(PersonId by, String why) {
        become(AgreementStatus.DECLINED);
        currentFor = null;
        declinedBy = by;
        reason = why;
    }

    private void become(AgreementStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("An agreement that is " + status + " cannot become " + next + ": " + id);
        }
        status = next;
    }

    CaseReference reference() {
        return new CaseReference("agreement", id.id());
    }

    AgreementView view() {
        return new AgreementView(
                id,
                number,
                partner,
                signer,
                status,
                counterSignature,
                askedAt,
                signedAt,
                counterSignedBy,
                counterSignedAt,
                inForceAt,
                reason);
    }
}
