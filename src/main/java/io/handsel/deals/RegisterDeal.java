package io.handsel.deals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a partner tells to register a deal. The components are named like the fields of {@code register-deal.form}; what
 * a program's own form asks beyond them arrives in {@code answers}.
 *
 * @param website the customer's website, domain or a mail address there
 * @param country ISO code; some countries need the state as well
 * @param state region of the country, by its usual short form
 * @param source how the partner found the customer
 * @param rfpPublished when the customer published its request for proposals
 * @param evidence what shows that the deal is real: {@code meeting}, {@code demo}, {@code budget}, {@code email}
 * @param ownReference the partner's own number for it, unique per partner
 * @param answers additional answers by field key
 */
public record RegisterDeal(
        String program,
        String customer,
        String website,
        String country,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String duns,
        String contactName,
        String contactEmail,
        List<String> products,
        BigDecimal amount,
        String currency,
        LocalDate expectedClose,
        String need,
        String source,
        @Nullable Integer quantity,
        boolean rfp,
        @Nullable LocalDate rfpPublished,
        List<String> evidence,
        @Nullable String ownReference,
        Map<String, String> answers) {

    /** The program everybody is in. */
    public static final String STANDARD = "standard";

    public RegisterDeal {
        products = List.copyOf(products);
        evidence = List.copyOf(evidence);
        answers = Map.copyOf(answers);
    }
}
