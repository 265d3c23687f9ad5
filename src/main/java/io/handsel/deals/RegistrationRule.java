package io.handsel.deals;

import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.ProgramRules.RequestsForProposals;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every registration must keep, whatever a program's form asks (Programme guide §6.1, §6.3). The limits come from
 * the program's row; a rule tells what is wrong, or nothing.
 */
@FunctionalInterface
interface RegistrationRule {

    Stream<Refused> check(Submitted submitted);

    /** A submission in front of the rules; its value in the currency of the program's minimum, as soon as it is known. */
    record Submitted(
            RegisterDeal deal,
            ProgramRules rules,
            LocalDate today,
            boolean currencyKnown,
            @Nullable Money comparable) {}

    List<String> MANDATORY =
            List.of("customer", "website", "country", "contactName", "contactEmail", "currency", "source");

    /** The most each text may hold; what is longer cannot be kept. */
    Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("customer", 200),
            Map.entry("website", 200),
            Map.entry("state", 60),
            Map.entry("postcode", 20),
            Map.entry("city", 100),
            Map.entry("contactName", 200),
            Map.entry("contactEmail", 254),
            Map.entry("need", 2000),
            Map.entry("source", 60),
            Map.entry("ownReference", 100));

    RegistrationRule WHAT_IDENTIFIES_THE_DEAL_IS_GIVEN = submitted -> texts(submitted.deal()).entrySet().stream()
            .filter(text -> text.getValue().isBlank() && MANDATORY.contains(text.getKey()))
            .map(text -> new Refused(DealRefusal.FIELD_MISSING, text.getKey()));

    RegistrationRule TEXTS_CAN_BE_KEPT = submitted -> texts(submitted.deal()).entrySet().stream()
            .filter(text -> text.getValue().length() > LONGEST.getOrDefault(text.getKey(), Integer.MAX_VALUE))
            .map(text ->
                    new Refused(DealRefusal.FIELD_TOO_LONG, text.getKey(), String.valueOf(LONGEST.get(text.getKey()))));

    RegistrationRule PRODUCTS_ARE_NAMED =
            submitted -> refuse(submitted.deal().products().isEmpty(), DealRefusal.FIELD_MISSING, "products");

    RegistrationRule THE_WEBSITE_NAMES_A_DOMAIN = submitted -> refuse(
            !submitted.deal().website().isBlank()
                    && DomainName.find(submitted.deal().website()).isEmpty(),
            DealRefusal.WEBSITE_INVALID,
            "website");

    RegistrationRule THE_COUNTRY_EXISTS = submitted -> refuse(
            !submitted.deal().country().isBlank()
                    && !CountryCode.isKnown(submitted.deal().country()),
            DealRefusal.COUNTRY_UNKNOWN,
            "country");

    RegistrationRule SOME_COUNTRIES_NEED_THE_STATE = submitted -> refuse(
            submitted.rules().statesAskedIn().contains(submitted.deal().country())
                    && submitted.deal().state().isBlank(),
            DealRefusal.STATE_MISSING,
            "state");

    RegistrationRule A_DUNS_NUMBER_HAS_NINE_DIGITS = submitted -> refuse(
            !submitted.deal().duns().isBlank() && !submitted.deal().duns().matches("\\d{9}"),
            DealRefusal.DUNS_INVALID,
            "duns");

    RegistrationRule THE_CONTACT_CAN_BE_WRITTEN_TO = submitted -> refuse(
            !submitted.deal().contactEmail().isBlank()
                    && !EmailAddress.isValid(submitted.deal().contactEmail()),
            DealRefusal.EMAIL_INVALID,
            "contactEmail");

    RegistrationRule THE_CURRENCY_HAS_A_RATE =
            submitted -> refuse(!submitted.currencyKnown(), DealRefusal.CURRENCY_UNKNOWN, "currency");

    RegistrationRule THE_VALUE_IS_POSITIVE = submitted -> {
        var amount = submitted.deal().amount();
        return refuse(amount == null || amount.signum() <= 0, DealRefusal.VALUE_NOT_POSITIVE, "amount");
    };

    RegistrationRule THE_VALUE_REACHES_THE_MINIMUM = submitted -> {
        var value = submitted.comparable();
        var minimum = submitted.rules().minimum();
        return value != null && value.compareTo(minimum) < 0
                ? Stream.of(new Refused(DealRefusal.BELOW_MINIMUM, "amount", minimum.toString()))
                : Stream.empty();
    };

    RegistrationRule THE_CLOSE_DATE_IS_NOT_PAST = submitted -> {
        var close = submitted.deal().expectedClose();
        return close == null
                ? Stream.of(new Refused(DealRefusal.FIELD_MISSING, "expectedClose"))
                : refuse(close.isBefore(submitted.today()), DealRefusal.CLOSE_DATE_PAST, "expectedClose");
    };

    RegistrationRule THE_NEED_SAYS_SOMETHING = submitted ->
            submitted.deal().need().strip().length() < submitted.rules().needLength()
                    ? Stream.of(new Refused(
                            DealRefusal.NEED_TOO_SHORT,
                            "need",
                            String.valueOf(submitted.rules().needLength())))
                    : Stream.empty();

    RegistrationRule NO_REQUEST_FOR_PROPOSALS_IS_PUBLISHED = submitted -> {
        var deal = submitted.deal();
        var rule = submitted.rules().requestsForProposals();
        if (!deal.rfp() || rule == RequestsForProposals.ALWAYS) {
            return Stream.empty();
        }
        if (rule == RequestsForProposals.NEVER) {
            return Stream.of(new Refused(DealRefusal.RFP_PUBLISHED, "rfp"));
        }
        return deal.rfpPublished() == null
                ? Stream.of(new Refused(DealRefusal.RFP_DATE_MISSING, "rfpPublished"))
                : refuse(!deal.rfpPublished().isAfter(submitted.today()), DealRefusal.RFP_PUBLISHED, "rfpPublished");
    };

    static List<RegistrationRule> all() {
        return List.of(
                WHAT_IDENTIFIES_THE_DEAL_IS_GIVEN,
                TEXTS_CAN_BE_KEPT,
                PRODUCTS_ARE_NAMED,
                THE_WEBSITE_NAMES_A_DOMAIN,
                THE_COUNTRY_EXISTS,
                SOME_COUNTRIES_NEED_THE_STATE,
                A_DUNS_NUMBER_HAS_NINE_DIGITS,
                THE_CONTACT_CAN_BE_WRITTEN_TO,
                THE_CURRENCY_HAS_A_RATE,
                THE_VALUE_IS_POSITIVE,
                THE_VALUE_REACHES_THE_MINIMUM,
                THE_CLOSE_DATE_IS_NOT_PAST,
                THE_NEED_SAYS_SOMETHING,
                NO_REQUEST_FOR_PROPOSALS_IS_PUBLISHED);
    }

    private static Stream<Refused> refuse(boolean wrong, DealRefusal reason, String field) {
        return wrong ? Stream.of(new Refused(reason, field)) : Stream.empty();
    }

    private static Map<String, String> texts(RegisterDeal deal) {
        return Map.ofEntries(
                Map.entry("customer", deal.customer()),
                Map.entry("website", deal.website()),
                Map.entry("country", deal.country()),
                Map.entry("state", deal.state()),
                Map.entry("postcode", deal.postcode()),
                Map.entry("city", deal.city()),
                Map.entry("contactName", deal.contactName()),
                Map.entry("contactEmail", deal.contactEmail()),
                Map.entry("currency", deal.currency()),
                Map.entry("need", deal.need()),
                Map.entry("source", deal.source()),
                Map.entry("ownReference", deal.ownReference()));
    }
}
