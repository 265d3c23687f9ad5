package io.handsel.accounts.web;

import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.CustomerPart;
import io.handsel.kernel.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * The question as the address carries it.
 *
 * @param q a name or a web address, from the one box on the home page
 * @param customer the name, as the registration form calls it
 * @param website the domain, as the registration form calls it
 * @param part which part of the customer is meant; anything else than a part is none
 */
record CheckForm(
        @Nullable String q,
        @Nullable String name,
        @Nullable String domain,
        @Nullable String country,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String duns,
        @Nullable String vat,
        @Nullable String customer,
        @Nullable String website,
        @Nullable String part,
        @Nullable String partName) {

    AccountQuestion question() {
        return whole().within(CustomerPart.find(part).orElse(null), partName);
    }

    private AccountQuestion whole() {
        if (q == null || q.isBlank()) {
            return new AccountQuestion(
                    customer == null ? name : customer,
                    website == null ? domain : website,
                    country,
                    city,
                    state,
                    postcode,
                    duns,
                    vat);
        }
        return DomainName.find(q).isPresent() && !q.strip().contains(" ")
                ? AccountQuestion.about(null, q, country)
                : AccountQuestion.about(q, null, country);
    }
}
