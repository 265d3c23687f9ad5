package io.handsel.deals;

import io.handsel.kernel.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a deal has ended: the order, or why there was none. */
@Embeddable
class Closing {

    private @Nullable String orderReference;
    private @Nullable LocalDate orderedOn;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "order_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "order_currency"))
    private @Nullable Money orderValue;

    private boolean quickWin;

    @Enumerated(EnumType.STRING)
    private @Nullable LossReason loss;

    private @Nullable String closingRemark;
    private @Nullable Instant closedAt;

    /** Not over yet. */
    Closing() {}

    void won(WinDeal win, Money value, boolean quick) {
        orderReference = win.orderReference();
        orderedOn = win.orderedOn();
        orderValue = value;
        quickWin = quick;
    }

    void lost(LossReason reason, @Nullable String remark) {
        loss = reason;
        closingRemark = remark;
    }

    void withdrawn(String reason) {
        closingRemark = reason;
    }

    /** @param time null for a deal that begins again */
    void at(@Nullable Instant time) {
        closedAt = time;
    }

    @Nullable
    String orderReference() {
        return orderReference;
    }

    @Nullable
    LocalDate orderedOn() {
        return orderedOn;
    }

    @Nullable
    Money orderValue() {
        return orderValue;
    }

    boolean quickWin() {
        return quickWin;
    }

    @Nullable
    LossReason loss() {
        return loss;
    }

    /** Why a won deal is won no longer. */
    Optional<String> reversal() {
        return loss == LossReason.WIN_REVERSED ? Optional.ofNullable(closingRemark) : Optional.empty();
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
