package io.handsel.deals;

import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.CustomerPart;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the customer a registration is for. Forms ask it beyond the common fields, and only where the customer
 * has several parts: so it is among the additional answers.
 *
 * @param part null where nobody asked, or the form does not ask
 * @param name of the site or department
 */
public record WantedPart(
        @Nullable CustomerPart part, @Nullable String name) {

    private static final String PART = "part";
    private static final String NAME = "partName";

    static WantedPart in(Map<String, String> answers) {
        var part = CustomerPart.find(answers.get(PART)).orElse(null);
        return new WantedPart(
                part,
                Optional.ofNullable(part)
                        .filter(CustomerPart::isNamed)
                        .map(named -> answers.get(NAME))
                        .orElse(null));
    }

    /** The additional answers that say something else. */
    static Map<String, String> others(Map<String, String> answers) {
        var others = new TreeMap<>(answers);
        if (others.containsKey(PART) && in(answers).part() != null) {
            others.remove(PART);
            others.remove(NAME);
        }
        return others;
    }

    /** The additional answers that say which part, and no others. */
    static Map<String, String> only(Map<String, String> answers) {
        var only = new TreeMap<>(answers);
        only.keySet().removeAll(others(answers).keySet());
        return only;
    }

    AccountQuestion of(AccountQuestion customer) {
        return customer.within(part, name);
    }
}
