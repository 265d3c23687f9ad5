package io.handsel.disputes;

import io.handsel.audit.CaseReference;
import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two sides and one customer, until it is settled for good. It knows where it stands; who may say what is a rule. */
@Entity
@Table(name = "dispute")
public class Dispute {

    /** What is never due is sorted here. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Transient
    private final List<Object> news = new ArrayList<>();

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private DisputeId id;

    @Version
    private @Nullable Long version;

    @Column(name = "dispute_number")
    private String number;

    private String program;

    @Enumerated(EnumType.STRING)
    private DisputeCause cause;

    @Enumerated(EnumType.STRING)
    private DisputeStatus status;

    @Embedded
    @AttributeOverride(name = "partner.id", column = @Column(name = "challenger_partner_id"))
    @AttributeOverride(name = "person.id", column = @Column(name = "challenger_person_id"))
    @AttributeOverride(name = "location.id", column = @Column(name = "challenger_location_id"))
    @AttributeOverride(name = "subject", column = @Column(name = "challenger_subject"))
    @AttributeOverride(name = "withDeal", column = @Column(name = "challenger_with_deal"))
    @AttributeOverride(name = "customer", column = @Column(name = "challenger_customer"))
    @AttributeOverride(name = "doneAt", column = @Column(name = "challenger_done_at"))
    @AttributeOverride(name = "waivedAt", column = @Column(name = "challenger_waived_at"))
    private DisputeParty challenger;

    @Embedded
    @AttributeOverride(name = "partner.id", column = @Column(name = "holder_partner_id"))
    @AttributeOverride(name = "person.id", column = @Column(name = "holder_person_id"))
    @AttributeOverride(name = "location.id", column = @Column(name = "holder_location_id"))
    @AttributeOverride(name = "subject", column = @Column(name = "holder_subject"))
    @AttributeOverride(name = "withDeal", column = @Column(name = "holder_with_deal"))
    @AttributeOverride(name = "customer", column = @Column(name = "holder_customer"))
    @AttributeOverride(name = "doneAt", column = @Column(name = "holder_done_at"))
    @AttributeOverride(name = "waivedAt", column = @Column(name = "holder_waived_at"))
    private @Nullable DisputeParty holder;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "opened_by"))
    private @Nullable PersonId openedBy;

    private Instant openedAt;
    private @Nullable String reason;
    private @Nullable Instant evidenceUntil;
    private @Nullable Instant answerDue;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "settled_by"))
    private @Nullable PersonId settledBy;

    private @Nullable Instant settledAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "decided_by"))
    private @Nullable PersonId decidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable DisputeVerdict verdict;

    private @Nullable String verdictReason;
    private @Nullable String verdictText;
    private @Nullable Instant appealUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable DisputeSide appealedBy;

    private @Nullable String appealReason;
    private @Nullable Instant closedAt;
    private boolean carriedOut;
    private Instant clockDue = NEVER;

    @SuppressWarnings("NullAway.Init")
    protected Dispute() {}

    Dispute(
            String number,
            String program,
            DisputeCause cause,
            DisputeParty challenger,
            @Nullable DisputeParty holder,
            Instant at) {
        this.id = DisputeId.create();
        this.number = number;
        this.program = program;
        this.cause = cause;
        this.status = DisputeStatus.EVIDENCE;
        this.challenger = challenger;
        this.holder = holder;
        this.openedAt = at;
        news.add(new DisputeOpened(id));
    }

    /** Somebody of the challenger's wants it; without, a change of the account tree did. */
    Dispute because(PersonId person, String words) {
        openedBy = person;
        reason = words;
        return this;
    }

    void takeEvidenceUntil(Instant until) {
        evidenceUntil = until;
    }

    /** This side has no more to show; once nobody has, there is nothing to wait for. */
    void done(DisputeSide side, Instant at) {
        party(side).orElseThrow().done(at);
        if (parties().allMatch(DisputeParty::isDone)) {
            news.add(new EvidenceCompleted(id));
        }
    }

    void askForSettlement(Instant due) {
        become(DisputeStatus.SETTLEMENT);
        answerDue = due;
    }

    void withdraw(Instant at) {
        become(DisputeStatus.WITHDRAWN);
        close(at);
        news.add(new DisputeWithdrawn(id));
    }

    void settle(DisputeVerdict found, PersonId by, String why, @Nullable String text, Instant at) {
        become(DisputeStatus.SETTLED);
        verdict = found;
        verdictReason = why;
        verdictText = text;
        settledBy = by;
        decidedBy = by;
        settledAt = at;
        answerDue = null;
    }

    /** @param until null where the program allows no appeal */
    void allowAppealUntil(@Nullable Instant until) {
        appealUntil = until;
    }

    void appeal(DisputeSide side, String why) {
        become(DisputeStatus.APPEALED);
        appealedBy = side;
        appealReason = why;
        news.add(new DisputeAppealed(id));
    }

    /** This side accepts; once everybody has who might not, it is decided. */
    void waive(DisputeSide side, Instant at) {
        party(side).orElseThrow().waive(at);
        if (Arrays.stream(DisputeSide.values())
                .filter(this::mightAppeal)
                .allMatch(each -> party(each).orElseThrow().hasWaived())) {
            become(DisputeStatus.DECIDED);
            news.add(new AppealWaived(id));
        }
    }

    void askForAppealDecision(Instant due) {
        answerDue = due;
    }

    void decideAppeal(DisputeVerdict found, PersonId by, String why, @Nullable String text) {
        become(DisputeStatus.DECIDED);
        decidedBy = by;
        verdict = found;
        verdictReason = why;
        verdictText = text;
        answerDue = null;
    }

    void close(Instant at, boolean done) {
        become(DisputeStatus.FINAL);
        carriedOut = done;
        close(at);
    }

    private void close(Instant at) {
        closedAt = at;
        answerDue = null;
    }

    /** Written with every change, because lists are sorted by it. */
    @PrePersist
    @PreUpdate
    void noteClock() {
        clockDue = due().orElse(NEVER);
    }

    private void become(DisputeStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A dispute that is " + status + " cannot become " + next + ": " + id);
        }
        status = next;
    }

    /** The news since it was last kept, handed out once. */
    Collection<Object> takeNews() {
        var taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    DisputeId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    String number() {
        return number;
    }

    String program() {
        return program;
    }

    DisputeCause cause() {
        return cause;
    }

    DisputeStatus status() {
        return status;
    }

    boolean is(DisputeStatus... any) {
        return Arrays.asList(any).contains(status);
    }

    DisputeParty challenger() {
        return challenger;
    }

    Optional<DisputeParty> holder() {
        return Optional.ofNullable(holder);
    }

    Optional<DisputeParty> party(DisputeSide side) {
        return side == DisputeSide.CHALLENGER ? Optional.of(challenger) : holder();
    }

    Stream<DisputeParty> parties() {
        return Stream.concat(Stream.of(challenger), holder().stream());
    }

    Optional<PersonId> openedBy() {
        return Optional.ofNullable(openedBy);
    }

    Instant openedAt() {
        return openedAt;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<Instant> evidenceUntil() {
        return Optional.ofNullable(evidenceUntil);
    }

    Optional<PersonId> settledBy() {
        return Optional.ofNullable(settledBy);
    }

    /** Who has the last word so far. */
    Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    Optional<DisputeVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    Optional<String> verdictReason() {
        return Optional.ofNullable(verdictReason);
    }

    Optional<String> verdictText() {
        return Optional.ofNullable(verdictText);
    }

    Optional<Instant> appealUntil() {
        return Optional.ofNullable(appealUntil);
    }

    Optional<DisputeSide> appealedBy() {
        return Optional.ofNullable(appealedBy);
    }

    Optional<String> appealReason() {
        return Optional.ofNullable(appealReason);
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Whether what was decided has been done; false also where nothing could be moved any more. */
    boolean isCarriedOut() {
        return carriedOut;
    }

    /** Whether evidence is still taken at this moment: by the clock, not by the process, which may be late. */
    boolean takesEvidence(Instant now) {
        return status == DisputeStatus.EVIDENCE
                && evidenceUntil().map(now::isBefore).orElse(true);
    }

    boolean mayBeAppealed(DisputeSide side, Instant now) {
        return status == DisputeStatus.SETTLED
                && mightAppeal(side)
                && !party(side).orElseThrow().hasWaived()
                && appealUntil().filter(now::isBefore).isPresent();
    }

    /** Whether the verdict leaves this side with less than it asked for. */
    boolean mightAppeal(DisputeSide side) {
        return party(side).isPresent()
                && verdict().filter(found -> found.mayBeAppealedBy(side)).isPresent();
    }

    /** The date that matters next: until when evidence is taken, somebody answers, or an appeal is possible. */
    Optional<Instant> due() {
        return switch (status) {
            case EVIDENCE -> evidenceUntil();
            case SETTLEMENT, APPEALED -> Optional.ofNullable(answerDue);
            case SETTLED -> appealUntil();
            case DECIDED, FINAL, WITHDRAWN -> Optional.empty();
        };
    }

    CaseReference reference() {
        return new CaseReference("dispute", id.id());
    }
}
