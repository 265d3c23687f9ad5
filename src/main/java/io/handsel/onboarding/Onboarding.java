package io.handsel.onboarding;

import io.handsel.audit.CaseReference;
import io.handsel.partner.PartnerId;
import io.handsel.recruitment.CandidateId;
import io.handsel.security.PersonId;
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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A partner's way from its approval to its first deal. A partner has one at most, ever. */
@Entity
@Table(name = "onboarding")
public class Onboarding {

    @Transient
    private final List<Object> news = new ArrayList<>();

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private OnboardingId id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "partner_id"))
    private PartnerId partner;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "candidate_id"))
    private @Nullable CandidateId candidate;

    @Enumerated(EnumType.STRING)
    private OnboardingStatus status;

    private Instant startedAt;
    private Instant dueAt;
    private int extensions;
    private @Nullable Instant firstDealAt;
    private @Nullable Instant firstWonAt;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "onboarding_step", joinColumns = @JoinColumn(name = "onboarding_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = 100)
    private List<OnboardingStep> steps;

    @SuppressWarnings("NullAway.Init")
    protected Onboarding() {}

    Onboarding(
            PartnerId partner, @Nullable CandidateId candidate, Instant at, Instant dueAt, List<OnboardingStep> steps) {
        this.id = OnboardingId.create();
        this.partner = partner;
        this.candidate = candidate;
        this.status = OnboardingStatus.RUNNING;
        this.startedAt = at;
        this.dueAt = dueAt;
        this.steps = new ArrayList<>(steps);
        news.add(new OnboardingBegun(id));
    }

    /**
     * A step is done, once.
     *
     * @return whether anything has changed
     */
    boolean finish(StepKind kind, @Nullable PersonId by, Instant at) {
        if (!isRunning()) {
            return false;
        }
        if (kind == StepKind.FIRST_DEAL && firstDealAt == null) {
            firstDealAt = at;
        }
        var step = step(kind).filter(found -> !found.isDone());
        step.ifPresent(found -> found.done(by, at));
        if (mayComplete()) {
            complete(at);
            return true;
        }
        return step.isPresent();
    }

    /** The first deal is what it is all for; but nobody is active whose agreement is not in force. */
    private boolean mayComplete() {
        return firstDealAt != null
                && step(StepKind.SIGN).map(OnboardingStep::isDone).orElse(true);
    }

    private void complete(Instant at) {
        end(OnboardingStatus.COMPLETED, at);
        news.add(new OnboardingCompleted(id, partner));
    }

    /** The partner has become something else by hand. */
    void close(OnboardingStatus as, @Nullable String reason, Instant at) {
        end(as, at);
        endReason = reason;
        news.add(new OnboardingClosed(id));
    }

    /** The manager ends it; the process is what asked, so it needs no telling. */
    void endByDecision(String reason, Instant at) {
        end(OnboardingStatus.ENDED, at);
        endReason = reason;
    }

    private void end(OnboardingStatus as, Instant at) {
        if (!isRunning()) {
            throw new IllegalStateException("An onboarding that is " + status + " cannot become " + as + ": " + id);
        }
        status = as;
        endedAt = at;
    }

    void extend(Instant until) {
        var more = Duration.between(dueAt, until);
        dueAt = until;
        extensions++;
        steps.stream().filter(step -> !step.isDone()).forEach(step -> step.postpone(more));
    }

    /**
     * The first deal is won.
     *
     * @return whether it is the first one
     */
    boolean won(Instant at) {
        if (firstWonAt != null) {
            return false;
        }
        firstWonAt = at;
        return true;
    }

    /** The news since it was last kept, handed out once. */
    Collection<Object> takeNews() {
        var taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    OnboardingId id() {
        return id;
    }

    PartnerId partner() {
        return partner;
    }

    Optional<CandidateId> candidate() {
        return Optional.ofNullable(candidate);
    }

    OnboardingStatus status() {
        return status;
    }

    boolean isRunning() {
        return status == OnboardingStatus.RUNNING;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    List<OnboardingStep> steps() {
        return List.copyOf(steps);
    }

    Optional<OnboardingStep> step(StepKind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst();
    }

    /** Whose reminder comes next. */
    Optional<OnboardingStep> nextToRemind() {
        return steps.stream()
                .filter(OnboardingStep::awaitsReminder)
                .min(Comparator.comparing(OnboardingStep::remindAt));
    }

    CaseReference reference() {
        return new CaseReference("onboarding", id.id());
    }

    OnboardingView view() {
        return new OnboardingView(
                id,
                partner,
                status,
                startedAt,
                dueAt,
                extensions,
                endedAt,
                endReason,
                steps.stream().map(OnboardingStep::view).toList());
    }
}
