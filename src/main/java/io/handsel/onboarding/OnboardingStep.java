package io.handsel.onboarding;

import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a partner's track, as the table had it on the day the onboarding began. */
@Embeddable
class OnboardingStep {

    @Enumerated(EnumType.STRING)
    private StepKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "step_owner")
    private StepOwner owner;

    private Instant dueAt;
    private Instant remindAt;
    private boolean reminded;

    @Enumerated(EnumType.STRING)
    private @Nullable PortalPart opens;

    private String help;
    private @Nullable Instant doneAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "done_by"))
    private @Nullable PersonId doneBy;

    @SuppressWarnings("NullAway.Init")
    protected OnboardingStep() {}

    OnboardingStep(
            StepKind kind, StepOwner owner, Instant dueAt, Instant remindAt, @Nullable PortalPart opens, String help) {
        this.kind = kind;
        this.owner = owner;
        this.dueAt = dueAt;
        this.remindAt = remindAt;
        this.opens = opens;
        this.help = help;
    }

    void done(@Nullable PersonId by, Instant at) {
        doneAt = at;
        doneBy = by;
    }

    void reminded() {
        reminded = true;
    }

    /** There is more time; what has been reminded of is reminded of again. */
    void postpone(Duration length) {
        dueAt = dueAt.plus(length);
        remindAt = remindAt.plus(length);
        reminded = false;
    }

    StepKind kind() {
        return kind;
    }

    StepOwner owner() {
        return owner;
    }

    boolean isDone() {
        return doneAt != null;
    }

    /** Whether whoever is to do it has not been reminded yet. */
    boolean awaitsReminder() {
        return !isDone() && !reminded;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant remindAt() {
        return remindAt;
    }

    StepView view() {
        return new StepView(kind, owner, dueAt, opens, help, doneAt);
    }
}
