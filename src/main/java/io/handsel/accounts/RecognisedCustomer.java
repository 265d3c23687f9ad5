package io.handsel.accounts;

import java.util.List;

/**
 * Which customer a question means, as far as a machine can tell.
 *
 * @param matches the accounts it may mean, best first; none where the customer is not known yet
 * @param certain whether it is beyond doubt that the first match, or nobody, is meant
 */
public record RecognisedCustomer(List<AccountMatch> matches, boolean certain) {

    public RecognisedCustomer {
        matches = List.copyOf(matches);
    }
}
