package io.handsel.accounts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything behind an answer, for the process and for reviewers; a partner gets an {@link AccountAnswer}.
 *
 * @param matches the accounts the question may mean, best first; none where the customer is not known yet
 * @param certain whether it is beyond doubt that the first match, or nobody, is meant
 * @param related groups an unknown customer probably belongs to
 * @param designation what the vendor has laid down for the customer, by itself or by an ancestor
 * @param overlapping other partners' present claims on the customer, above it or below it
 */
public record AccountInspection(
        AccountVerdict verdict,
        List<AccountMatch> matches,
        boolean certain,
        List<AccountMatch> related,
        Designation designation,
        @Nullable String helpPaid,
        List<ClaimView> overlapping) {

    public AccountInspection {
        matches = List.copyOf(matches);
        related = List.copyOf(related);
        overlapping = List.copyOf(overlapping);
    }

    /** The account the question means, where that is beyond doubt. */
    public Optional<AccountId> account() {
        return certain ? matches.stream().map(AccountMatch::account).findFirst() : Optional.empty();
    }
}
