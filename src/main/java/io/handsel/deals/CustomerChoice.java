package io.handsel.deals;

import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's written word about who is to sell to it, and what the vendor has made of that. */
@Entity
@Table(name = "deal_customer_choice")
class CustomerChoice {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "deal_id"))
    private DealId deal;

    /** The deal again as long as nobody has decided: a key forbids a second one. */
    private @Nullable UUID waitingFor;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "filed_by"))
    private PersonId filedBy;

    private Instant filedAt;
    private String contactName;
    private @Nullable String contactRole;
    private LocalDate chosenOn;
    private @Nullable String remark;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decision;

    @SuppressWarnings("NullAway.Init")
    protected CustomerChoice() {}

    CustomerChoice(DealId deal, PersonId filedBy, Instant filedAt, FileChoice command) {
        this.id = UUID.randomUUID();
        this.deal = deal;
        this.waitingFor = deal.id();
        this.filedBy = filedBy;
        this.filedAt = filedAt;
        this.contactName = command.contactName().strip();
        this.contactRole = blankToNull(command.contactRole());
        this.chosenOn = command.chosenOn();
        this.remark = blankToNull(command.remark());
        this.state = RequestState.WAITING;
    }

    /** What the reviewer says; carried out by {@link #grant} or {@link #decline}. */
    void decided(PersonId by, Instant at, @Nullable String why) {
        decidedBy = by.id();
        decidedAt = at;
        decision = blankToNull(why);
    }

    void grant() {
        end(RequestState.GRANTED);
    }

    void decline() {
        end(RequestState.DECLINED);
    }

    private void end(RequestState how) {
        state = how;
        waitingFor = null;
    }

    boolean waits() {
        return state == RequestState.WAITING;
    }

    PersonId filedBy() {
        return filedBy;
    }

    Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy).map(PersonId::new);
    }

    Optional<String> decision() {
        return Optional.ofNullable(decision);
    }

    ChoiceView view(String filer) {
        return new ChoiceView(
                deal, state, filer, filedAt, contactName, contactRole, chosenOn, remark, decidedAt, decision);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
