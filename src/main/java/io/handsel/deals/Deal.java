package io.handsel.deals;

import io.handsel.audit.CaseReference;
import io.handsel.kernel.Money;
import io.handsel.partner.PartnerId;
import io.handsel.security.LocationId;
import io.handsel.security.PersonId;
import io.handsel.shell.Due;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sale in the making that a partner has registered. It knows where it stands; whether it may stand there is a rule. */
@Entity
@Table(name = "deal")
public class Deal {

    @Transient
    private final List<Object> news = new ArrayList<>();

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private DealId id;

    @Version
    private @Nullable Long version;

    @Column(name = "deal_number")
    private String number;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "partner_id"))
    private PartnerId partner;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "registrant_id"))
    private PersonId registrant;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "location_id"))
    private @Nullable LocationId location;

    private String program;

    @Embedded
    private DealContent content;

    @Enumerated(EnumType.STRING)
    private DealStatus status;

    private Instant submittedAt;
    private String receiptHash;
    private String receiptSignature;
    private int resubmissions;

    @Embedded
    private Reviewing reviewing = new Reviewing();

    @Embedded
    private Protection protection = new Protection();

    @Enumerated(EnumType.STRING)
    private DealStage stage = DealStage.QUALIFY;

    private @Nullable String nextStep;

    @Embedded
    @AttributeOverride(name = "percent.percent", column = @Column(name = "incentive_percent"))
    @AttributeOverride(name = "amount.amount", column = @Column(name = "incentive_amount"))
    @AttributeOverride(name = "amount.currency", column = @Column(name = "incentive_currency"))
    @AttributeOverride(name = "rule", column = @Column(name = "incentive_rule"))
    private @Nullable QuotedIncentive incentive;

    @Enumerated(EnumType.STRING)
    private @Nullable RequestState amendmentState;

    private @Nullable String amendment;

    @Embedded
    private Closing closing = new Closing();

    @Enumerated(EnumType.STRING)
    private DealClock.@Nullable Kind clockKind;

    private Instant clockDue = DealClock.NEVER;

    @SuppressWarnings("NullAway.Init")
    protected Deal() {}

    Deal(
            String number,
            PartnerId partner,
            PersonId registrant,
            @Nullable LocationId location,
            String program,
            DealContent content) {
        this.id = DealId.create();
        this.number = number;
        this.partner = partner;
        this.registrant = registrant;
        this.location = location;
        this.program = program;
        this.content = content;
        this.status = DealStatus.SUBMITTED;
    }

    /** The submission is complete; who comes later comes later. */
    void submitted(DealReceipt receipt) {
        submittedAt = receipt.registeredAt();
        receiptHash = receipt.hash();
        receiptSignature = receipt.signature();
        news.add(new DealRegistered(id));
    }

    /** Comes from another partner, as approved as it was there: nobody decides about it once more. */
    void handedOn(DealReceipt receipt) {
        submitted(receipt);
        news.clear();
    }

    void resubmit(DealContent better, PersonId by) {
        become(DealStatus.SUBMITTED);
        content = better;
        registrant = by;
        resubmissions++;
        reviewing = new Reviewing();
        incentive = null;
        beginAgain();
    }

    private void beginAgain() {
        close(null);
        protection = new Protection();
        amendmentState = null;
        amendment = null;
    }

    void review(DecisionRoute by, @Nullable Instant due) {
        if (status == DealStatus.SUBMITTED) {
            become(DealStatus.IN_REVIEW);
        }
        reviewing.begin(by, due);
    }

    /** What the reviewer wants mended; opened to the partner by {@link #returnForInformation}. */
    void mark(Set<String> fields, String text) {
        reviewing.mark(fields, text);
    }

    void returnForInformation(Instant placeUntil) {
        become(DealStatus.ACTION_REQUIRED);
        reviewing.pause(placeUntil);
    }

    void losePlace() {
        reviewing.losePlace();
    }

    void mend(DealContent better) {
        content = better;
        reviewing.mended();
        news.add(new InformationProvided(id));
    }

    void resumeReview() {
        become(DealStatus.IN_REVIEW);
        reviewing.resume();
    }

    /** Why it will be rejected, said by a reviewer or found by a check, before the process rejects it. */
    void note(RejectionReason reason, @Nullable String text) {
        reviewing.note(reason, text);
    }

    void approve(Instant at, @Nullable Instant until, @Nullable Instant nextUpdate, @Nullable QuotedIncentive quote) {
        become(DealStatus.APPROVED);
        protection = new Protection(at, until, nextUpdate);
        reviewing.approved();
        if (quote != null) {
            incentive = quote;
        }
        news.add(new DealApproved(id));
    }

    void reject(Instant at) {
        become(DealStatus.REJECTED);
        reviewing.rejected();
        close(at);
        news.add(new DealRejected(id));
    }

    void expire(Instant at) {
        become(DealStatus.EXPIRED);
        close(at);
        news.add(new DealExpired(id));
    }

    void withdraw(Instant at, String reason) {
        become(DealStatus.WITHDRAWN);
        closing.withdrawn(reason);
        close(at);
        news.add(new DealWithdrawn(id));
    }

    /** The customer is another partner's now. */
    void transfer(Instant at) {
        become(DealStatus.TRANSFERRED);
        close(at);
        news.add(new DealTransferred(id));
    }

    /** Approved by the word of a customer or the end of a dispute, whatever a review has said or would say. */
    void award(Instant at, @Nullable Instant until, @Nullable Instant nextUpdate, @Nullable QuotedIncentive quote) {
        var undecided = status.isUndecided();
        beginAgain();
        approve(at, until, nextUpdate, quote);
        news.add(new DealAwarded(id, undecided));
    }

    /** A colleague has the deal from now on. */
    void takeOver(PersonId next) {
        registrant = next;
    }

    void update(UpdateDeal update, @Nullable Instant nextUpdate) {
        stage = update.stage();
        nextStep = update.nextStep();
        content = content.updated(update);
        protection.expectUpdate(nextUpdate);
        news.add(new DealUpdated(id));
    }

    void requestExtension(String reason) {
        protection.requestExtension(reason);
        news.add(new ExtensionRequested(id));
    }

    /** Whoever asked in time is protected at least until somebody could have answered. */
    void keepWhileExtensionWaits(@Nullable Instant until) {
        protection.keepWhileExtensionWaits(until);
        news.add(new ProtectionChanged(id));
    }

    void extend(Instant until) {
        protection.extend(until);
        news.add(new ProtectionChanged(id));
    }

    void declineExtension() {
        protection.declineExtension();
        news.add(new ProtectionChanged(id));
    }

    void amendAtOnce(DealContent amended) {
        content = amended;
    }

    void requestAmendment(String asJson) {
        amendmentState = RequestState.WAITING;
        amendment = asJson;
        news.add(new AmendmentRequested(id));
    }

    void applyAmendment(DealContent amended) {
        content = amended;
        amendmentState = RequestState.GRANTED;
        news.add(new ProtectionChanged(id));
    }

    void declineAmendment() {
        amendmentState = RequestState.DECLINED;
    }

    void win(WinDeal win, Money value, boolean quick, Instant at) {
        become(DealStatus.WON);
        closing.won(win, value, quick);
        close(at);
        news.add(new DealWon(id));
    }

    void lose(LoseDeal lost, Instant at) {
        become(DealStatus.LOST);
        closing.lost(lost.reason(), lost.remark());
        close(at);
        news.add(new DealLost(id));
    }

    void reverseWin(String reason, Instant at) {
        become(DealStatus.LOST);
        closing.lost(LossReason.WIN_REVERSED, reason);
        close(at);
        news.add(new WinReversed(id));
    }

    /** Written with every change, because lists are sorted by it. */
    @PrePersist
    @PreUpdate
    void noteClock() {
        var clock = clock();
        clockKind = clock.map(DealClock::kind).orElse(null);
        clockDue = clock.map(DealClock::due).orElse(DealClock.NEVER);
    }

    private void close(@Nullable Instant at) {
        closing.at(at);
        protection.expectUpdate(null);
        reviewing.end();
    }

    private void become(DealStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A deal that is " + status + " cannot become " + next + ": " + id);
        }
        status = next;
    }

    /** The news since it was last kept, handed out once. */
    Collection<Object> takeNews() {
        var taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    DealId id() {
        return id;
    }

    String number() {
        return number;
    }

    PartnerId partner() {
        return partner;
    }

    PersonId registrant() {
        return registrant;
    }

    String program() {
        return program;
    }

    DealContent content() {
        return content;
    }

    DealStatus status() {
        return status;
    }

    boolean is(DealStatus... any) {
        return Arrays.asList(any).contains(status);
    }

    Instant submittedAt() {
        return submittedAt;
    }

    int resubmissions() {
        return resubmissions;
    }

    Optional<DecisionRoute> route() {
        return reviewing.route();
    }

    Optional<Instant> placeKeptUntil() {
        return reviewing.placeKeptUntil();
    }

    Set<String> marked() {
        return reviewing.marked();
    }

    Optional<String> reviewerText() {
        return reviewing.reviewerText();
    }

    Optional<RejectionReason> rejection() {
        return reviewing.rejection();
    }

    Optional<Instant> approvedAt() {
        return Optional.ofNullable(protection.approvedAt());
    }

    /** When the protection ends; empty if it has no end. */
    Optional<Instant> protectedUntil() {
        return protection.until();
    }

    /** When the account is free again if nothing happens: the end, or later while an extension waits. */
    Optional<Instant> keptUntil() {
        return protection.keptUntil();
    }

    /** Approved, and its time is not up by the clock: the process that ends it may be some moments late. */
    boolean isProtected(Instant now) {
        return status == DealStatus.APPROVED && protection.lastsAt(now);
    }

    Optional<Instant> updateDue() {
        return protection.updateDue();
    }

    int extensions() {
        return protection.extensions();
    }

    boolean extensionWaits() {
        return protection.extensionState() == RequestState.WAITING;
    }

    Optional<String> extensionReason() {
        return protection.extensionReason();
    }

    boolean amendmentWaits() {
        return amendmentState == RequestState.WAITING;
    }

    Optional<String> amendment() {
        return Optional.ofNullable(amendment);
    }

    boolean quickWin() {
        return closing.quickWin();
    }

    /** Why a won deal is won no longer. */
    Optional<String> reversal() {
        return closing.reversal();
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closing.closedAt());
    }

    CaseReference reference() {
        return reference(id);
    }

    static CaseReference reference(DealId deal) {
        return new CaseReference("deal", deal.id());
    }

    DealReceipt receipt() {
        return new DealReceipt(number, submittedAt, receiptHash, receiptSignature);
    }

    Optional<DealClock> clock() {
        return switch (status) {
            case SUBMITTED, IN_REVIEW -> reviewing.answerClock();
            case ACTION_REQUIRED -> reviewing.informationClock();
            case APPROVED -> protection.clock();
            default -> Optional.empty();
        };
    }

    DealSummary summary() {
        return new DealSummary(
                id,
                number,
                program,
                content.customer(),
                status,
                content.value(),
                content.expectedClose(),
                registrant,
                submittedAt,
                clock().orElse(null),
                content.ownReference());
    }

    DealDetails details(EnumSet<DealAction> actions, @Nullable Due due) {
        return new DealDetails(
                id,
                number,
                status,
                content.asSubmitted(program),
                content.value(),
                registrant,
                location,
                submittedAt,
                receipt(),
                clock().orElse(null),
                due,
                reviewing.route().orElse(null),
                reviewing.answerDue().orElse(null),
                reviewing.placeKeptUntil().orElse(null),
                protection.approvedAt(),
                protection.until().orElse(null),
                protection.updateDue().orElse(null),
                stage,
                nextStep,
                reviewing.marked(),
                reviewing.reviewerText().orElse(null),
                reviewing.rejection().orElse(null),
                closing.loss(),
                incentive,
                protection.extensionState(),
                amendmentState,
                closing.orderReference(),
                closing.orderedOn(),
                closing.orderValue(),
                closing.closedAt(),
                actions,
                version == null ? 0 : version);
    }

    /** The location of its partner it belongs to; empty for the whole company. */
    Optional<LocationId> location() {
        return Optional.ofNullable(location);
    }

    void moveTo(@Nullable LocationId other) {
        location = other;
        news.add(new DealMoved(id, other));
    }

    Optional<QuotedIncentive> incentive() {
        return Optional.ofNullable(incentive);
    }
}
