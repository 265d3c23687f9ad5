package io.handsel.deals;

import io.handsel.kernel.Money;
import io.handsel.security.LocationId;
import io.handsel.security.PersonId;
import io.handsel.shell.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deal as its own partner sees it: nothing here tells about other partners.
 *
 * @param due the clock in working time, where working time counts
 * @param registration what was submitted, as it stands now
 * @param location the location of the partner it belongs to; null is the whole company
 * @param marked keys of the fields the reviewer wants mended
 * @param reviewerText what the reviewer wrote to the partner, with a question or a rejection
 * @param actions what the partner may do now
 * @param version the state of the deal this was read from, for "somebody changed it meanwhile"
 */
public record DealDetails(
        DealId id,
        String number,
        DealStatus status,
        RegisterDeal registration,
        Money value,
        PersonId registrant,
        @Nullable LocationId location,
        Instant submittedAt,
        DealReceipt receipt,
        @Nullable DealClock clock,
        @Nullable Due due,
        @Nullable DecisionRoute route,
        @Nullable Instant answerBy,
        @Nullable Instant placeKeptUntil,
        @Nullable Instant approvedAt,
        @Nullable Instant protectedUntil,
        @Nullable Instant updateDue,
        DealStage stage,
        @Nullable String nextStep,
        Set<String> marked,
        @Nullable String reviewerText,
        @Nullable RejectionReason rejection,
        @Nullable LossReason loss,
        @Nullable QuotedIncentive incentive,
        @Nullable RequestState extension,
        @Nullable RequestState amendment,
        @Nullable String orderReference,
        @Nullable LocalDate orderedOn,
        @Nullable Money orderValue,
        @Nullable Instant closedAt,
        Set<DealAction> actions,
        long version) {

    public DealDetails {
        marked = Set.copyOf(marked);
        actions = Set.copyOf(actions);
    }
}
