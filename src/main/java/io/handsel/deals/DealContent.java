package io.handsel.deals;

import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.ClaimScope;
import io.handsel.kernel.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was registered, after it was found good. Lists are kept as lines of a text, additional answers as JSON. */
@Embeddable
record DealContent(
        String customer,
        String website,
        String country,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String duns,
        String contactName,
        String contactEmail,
        String products,

        @Embedded
        @AttributeOverride(name = "amount", column = @Column(name = "value_amount"))
        @AttributeOverride(name = "currency", column = @Column(name = "value_currency"))
        Money value,

        LocalDate expectedClose,
        String need,
        String source,
        @Nullable Integer quantity,
        boolean rfp,
        @Nullable LocalDate rfpPublished,
        String evidence,
        @Nullable String ownReference,
        String answers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> ANSWERS = new TypeReference<>() {};

    static DealContent of(RegisterDeal deal) {
        return new DealContent(
                deal.customer(),
                deal.website(),
                deal.country(),
                orNull(deal.state()),
                orNull(deal.postcode()),
                orNull(deal.city()),
                orNull(deal.duns()),
                deal.contactName(),
                deal.contactEmail(),
                lines(deal.products()),
                new Money(Objects.requireNonNull(deal.amount()), Currency.getInstance(deal.currency())),
                Objects.requireNonNull(deal.expectedClose()),
                deal.need(),
                deal.source(),
                deal.quantity(),
                deal.rfp(),
                deal.rfpPublished(),
                lines(deal.evidence()),
                orNull(deal.ownReference()),
                JSON.writeValueAsString(new TreeMap<>(deal.answers())));
    }

    RegisterDeal asSubmitted(String program) {
        return new RegisterDeal(
                program,
                customer,
                website,
                country,
                orEmpty(state),
                orEmpty(postcode),
                orEmpty(city),
                orEmpty(duns),
                contactName,
                contactEmail,
                productLines(),
                amount(),
                value.currency().getCurrencyCode(),
                expectedClose,
                need,
                source,
                quantity,
                rfp,
                rfpPublished,
                evidences(),
                orEmpty(ownReference),
                additional());
    }

    DealContent updated(UpdateDeal update) {
        return new DealContent(
                customer,
                website,
                country,
                state,
                postcode,
                city,
                duns,
                Objects.requireNonNullElse(update.contactName(), contactName),
                Objects.requireNonNullElse(update.contactEmail(), contactEmail),
                products,
                value,
                Objects.requireNonNullElse(update.expectedClose(), expectedClose),
                need,
                source,
                quantity,
                rfp,
                rfpPublished,
                evidence,
                ownReference,
                answers);
    }

    /** As another partner gets it who goes on with the deal: what shows that it is real, and what it was called, stays. */
    DealContent handedOn() {
        return new DealContent(
                customer,
                website,
                country,
                state,
                postcode,
                city,
                duns,
                contactName,
                contactEmail,
                products,
                value,
                expectedClose,
                need,
                source,
                quantity,
                rfp,
                rfpPublished,
                "",
                null,
                JSON.writeValueAsString(WantedPart.only(additional())));
    }

    DealContent amended(AmendDeal amendment) {
        return new DealContent(
                amendment.customer(),
                amendment.website(),
                country,
                state,
                postcode,
                city,
                duns,
                contactName,
                contactEmail,
                lines(amendment.products()),
                new Money(amendment.amount(), Currency.getInstance(amendment.currency())),
                expectedClose,
                need,
                source,
                quantity,
                rfp,
                rfpPublished,
                evidence,
                ownReference,
                isOther(amendment) ? JSON.writeValueAsString(WantedPart.others(additional())) : answers);
    }

    /** What was part of one customer is none of another. */
    private boolean isOther(AmendDeal amendment) {
        return !customer.equals(amendment.customer()) || !website.equals(amendment.website());
    }

    boolean hasOtherCustomer(DealContent other) {
        return !customer.equals(other.customer) || !website.equals(other.website);
    }

    AccountQuestion question() {
        return WantedPart.in(additional())
                .of(new AccountQuestion(customer, website, country, city, state, postcode, duns, null));
    }

    ClaimScope scope(String program) {
        return ClaimScope.of(program, productLines());
    }

    List<String> productLines() {
        return list(products);
    }

    List<String> evidences() {
        return list(evidence);
    }

    Map<String, String> additional() {
        return JSON.readValue(answers, ANSWERS);
    }

    /** The content as the receipt's hash reads it: one line a field, in this order, for ever. */
    String canonical() {
        return String.join(
                "\n",
                customer,
                website,
                country,
                orEmpty(state),
                orEmpty(postcode),
                orEmpty(city),
                orEmpty(duns),
                contactName,
                contactEmail,
                String.join(",", productLines()),
                value.toString(),
                expectedClose.toString(),
                need.replace("\r\n", "\n"),
                source,
                Objects.toString(quantity, ""),
                String.valueOf(rfp),
                Objects.toString(rfpPublished, ""),
                String.join(",", evidences()),
                orEmpty(ownReference),
                answers);
    }

    private BigDecimal amount() {
        return value.amount();
    }

    private static String lines(List<String> entries) {
        return String.join("\n", entries);
    }

    private static List<String> list(String lines) {
        return lines.isEmpty() ? List.of() : Arrays.asList(lines.split("\n"));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
