package io.handsel.deals;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a submission is looked at: who decides it and by when, what the partner is to mend, and why it is refused. */
@Embeddable
class Reviewing {

    @Enumerated(EnumType.STRING)
    private @Nullable DecisionRoute route;

    private @Nullable Instant answerDue;
    private @Nullable Instant placeKeptUntil;
    private String marked = "";
    private @Nullable String reviewerText;

    @Enumerated(EnumType.STRING)
    private @Nullable RejectionReason rejection;

    /** Nobody looks at it yet. */
    Reviewing() {}

    void begin(DecisionRoute by, @Nullable Instant due) {
        route = by;
        answerDue = due;
    }

    void mark(Set<String> fields, String text) {
        marked = String.join(",", new TreeSet<>(fields));
        reviewerText = text;
    }

    /** The partner's turn: no answer is owed meanwhile. */
    void pause(Instant placeUntil) {
        placeKeptUntil = placeUntil;
        answerDue = null;
    }

    void losePlace() {
        placeKeptUntil = null;
    }

    void mended() {
        marked = "";
    }

    void resume() {
        marked = "";
        placeKeptUntil = null;
    }

    void note(RejectionReason reason, @Nullable String text) {
        rejection = reason;
        reviewerText = text;
    }

    void approved() {
        answerDue = null;
        rejection = null;
        reviewerText = null;
    }

    void rejected() {
        rejection = Objects.requireNonNullElse(rejection, RejectionReason.INSUFFICIENT_INFORMATION);
    }

    /** Nobody waits for anything any more; who decided it and why stays. */
    void end() {
        answerDue = null;
        placeKeptUntil = null;
        marked = "";
    }

    Optional<DecisionRoute> route() {
        return Optional.ofNullable(route);
    }

    Optional<Instant> answerDue() {
        return Optional.ofNullable(answerDue);
    }

    Optional<Instant> placeKeptUntil() {
        return Optional.ofNullable(placeKeptUntil);
    }

    Set<String> marked() {
        return marked.isEmpty() ? Set.of() : Set.of(marked.split(","));
    }

    Optional<String> reviewerText() {
        return Optional.ofNullable(reviewerText);
    }

    Optional<RejectionReason> rejection() {
        return Optional.ofNullable(rejection);
    }

    /** When the decision is due. */
    Optional<DealClock> answerClock() {
        return answerDue().map(due -> new DealClock(DealClock.Kind.ANSWER, due));
    }

    /** When the partner loses its place. */
    Optional<DealClock> informationClock() {
        return placeKeptUntil().map(due -> new DealClock(DealClock.Kind.INFORMATION, due));
    }
}
