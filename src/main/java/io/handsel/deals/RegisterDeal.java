package io.handsel.deals;

import io.handsel.forms.FormValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a partner tells to register a deal. The components are named like the fields of {@code register-deal.form}; what
 * a program's own form asks beyond them arrives in {@code answers}. Texts are empty, the rest is null, where nothing
 * was answered.
 *
 * @param website the customer's website, domain or a mail address there
 * @param country ISO code; some countries need the state as well
 * @param state region of the country, by its usual short form
 * @param products product lines
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
        String state,
        String postcode,
        String city,
        String duns,
        String contactName,
        String contactEmail,
        List<String> products,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable LocalDate expectedClose,
        String need,
        String source,
        @Nullable Integer quantity,
        boolean rfp,
        @Nullable LocalDate rfpPublished,
        List<String> evidence,
        String ownReference,
        Map<String, String> answers) {

    /** The program everybody is in. */
    public static final String STANDARD = "standard";

    public RegisterDeal {
        products = List.copyOf(products);
        evidence = List.copyOf(evidence);
        answers = Map.copyOf(answers);
    }

    /** The checked answers of a program's registration form. */
    public static RegisterDeal of(String program, FormValues form) {
        var quantity = form.decimal("quantity");
        return new RegisterDeal(
                program,
                form.text("customer"),
                form.text("website"),
                form.text("country"),
                form.text("state"),
                form.text("postcode"),
                form.text("city"),
                form.text("duns"),
                form.text("contactName"),
                form.text("contactEmail"),
                form.list("products"),
                form.decimal("amount"),
                form.text("currency"),
                form.date("expectedClose"),
                form.text("need"),
                form.text("source"),
                quantity == null ? null : quantity.intValue(),
                form.flag("rfp"),
                form.date("rfpPublished"),
                form.list("evidence"),
                form.text("ownReference"),
                additional(form));
    }

    /** Which part of the customer is meant. */
    public WantedPart wantedPart() {
        return WantedPart.in(answers);
    }

    /** The additional answers but for the part of the customer. */
    public Map<String, String> otherAnswers() {
        return WantedPart.others(answers);
    }

    private static Map<String, String> additional(FormValues form) {
        Map<String, String> answers = new LinkedHashMap<>();
        form.additionalTo(RegisterDeal.class).forEach((key, answer) -> {
            if (answer != null) {
                answers.put(key, answer.toString());
            }
        });
        return answers;
    }
}
