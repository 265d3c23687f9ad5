package io.handsel.deals;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long an approved deal keeps its customer, what is asked of it meanwhile, and who has asked for longer. */
@Embeddable
class Protection {

    private @Nullable Instant approvedAt;
    private @Nullable Instant protectedUntil;
    private @Nullable Instant updateDue;

    @Enumerated(EnumType.STRING)
    private @Nullable RequestState extensionState;

    private @Nullable String extensionReason;
    private @Nullable Instant extensionKeepsUntil;
    private int extensions;

    /** Not approved yet. */
    Protection() {}

    Protection(Instant approvedAt, @Nullable Instant until, @Nullable Instant nextUpdate) {
        this.approvedAt = approvedAt;
        this.protectedUntil = until;
        this.updateDue = nextUpdate;
    }

    void expectUpdate(@Nullable Instant next) {
        updateDue = next;
    }

    void requestExtension(String reason) {
        extensionState = RequestState.WAITING;
        extensionReason = reason;
    }

    void keepWhileExtensionWaits(@Nullable Instant until) {
        extensionKeepsUntil = until;
    }

    void extend(Instant until) {
        extensionState = RequestState.GRANTED;
        extensionKeepsUntil = null;
        extensions++;
        protectedUntil = until;
    }

    void declineExtension() {
        extensionState = RequestState.DECLINED;
        extensionKeepsUntil = null;
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    /** Empty if it has no end. */
    Optional<Instant> until() {
        return Optional.ofNullable(protectedUntil);
    }

    /** When the account is free again if nothing happens: the end, or later while an extension waits. */
    Optional<Instant> keptUntil() {
        return until().map(end ->
                extensionKeepsUntil != null && extensionKeepsUntil.isAfter(end) ? extensionKeepsUntil : end);
    }

    /** By the clock: the process that ends it may be some moments late. */
    boolean lastsAt(Instant now) {
        return keptUntil().map(now::isBefore).orElse(true);
    }

    Optional<Instant> updateDue() {
        return Optional.ofNullable(updateDue);
    }

    int extensions() {
        return extensions;
    }

    @Nullable
    RequestState extensionState() {
        return extensionState;
    }

    Optional<String> extensionReason() {
        return Optional.ofNullable(extensionReason);
    }

    /** The next update, or the end where no update comes before it. */
    Optional<DealClock> clock() {
        return updateDue()
                .filter(due -> keptUntil().map(due::isBefore).orElse(true))
                .map(due -> new DealClock(DealClock.Kind.UPDATE, due))
                .or(() -> keptUntil().map(end -> new DealClock(DealClock.Kind.PROTECTION, end)));
    }
}
