package io.handsel.deals;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealFixtures.Wish;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.ProgramRules.RequestsForProposals;
import io.handsel.deals.ProgramRules.WinReversal;
import io.handsel.deals.ProgramRules.Withdrawal;
import io.handsel.deals.RegistrationRule.Submitted;
import io.handsel.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule on its own, with what it lets pass and what it refuses. */
class RegistrationRuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_good_registration_passes_every_rule() {
        assertThat(RegistrationRule.all().stream().flatMap(rule -> rule.check(submitted(aDeal()))))
                .isEmpty();
    }

    @Test
    void every_rule_is_in_the_list() {
        assertThat(RegistrationRule.class.getFields())
                .filteredOn(field -> field.getType() == RegistrationRule.class)
                .hasSize(RegistrationRule.all().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "website", "country", "contactName", "contactEmail", "currency", "source"})
    void what_identifies_the_deal_is_given(String field) {
        var rule = RegistrationRule.WHAT_IDENTIFIES_THE_DEAL_IS_GIVEN;

        assertThat(check(rule, aDeal().with(field, " "))).containsExactly(missing(field));
        assertThat(check(rule, aDeal().with(field, "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "postcode", "city", "duns", "ownReference"})
    void what_only_helps_may_be_left_out(String field) {
        assertThat(check(RegistrationRule.WHAT_IDENTIFIES_THE_DEAL_IS_GIVEN, aDeal().with(field, "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "customer, 200",
        "website, 200",
        "state, 60",
        "postcode, 20",
        "city, 100",
        "contactName, 200",
        "contactEmail, 254",
        "need, 2000",
        "source, 60",
        "ownReference, 100"
    })
    void texts_are_as_long_as_can_be_kept(String field, int longest) {
        var rule = RegistrationRule.TEXTS_CAN_BE_KEPT;

        assertThat(check(rule, aDeal().with(field, "x".repeat(longest)))).isEmpty();
        assertThat(check(rule, aDeal().with(field, "x".repeat(longest + 1))))
                .containsExactly(new Refused(DealRefusal.FIELD_TOO_LONG, field, String.valueOf(longest)));
    }

    @Test
    void products_are_named() {
        var rule = RegistrationRule.PRODUCTS_ARE_NAMED;

        assertThat(check(rule, aDeal().with("products", List.of()))).containsExactly(missing("products"));
        assertThat(check(rule, aDeal().with("products", List.of("storage")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.de, true",
        "https://www.acme.de/contact?x=1, true",
        "info@acme.de, true",
        "ACME.DE, true",
        "acme, false",
        "acme de, false",
        "-, false",
        "'', true"
    })
    void the_website_names_a_domain(String website, boolean passes) {
        expect(
                check(RegistrationRule.THE_WEBSITE_NAMES_A_DOMAIN, aDeal().with("website", website)),
                passes,
                new Refused(DealRefusal.WEBSITE_INVALID, "website"));
    }

    @ParameterizedTest
    @CsvSource({"DE, true", "US, true", "XX, false", "DEU, false", "'', true"})
    void the_country_exists(String country, boolean passes) {
        expect(
                check(RegistrationRule.THE_COUNTRY_EXISTS, aDeal().with("country", country)),
                passes,
                new Refused(DealRefusal.COUNTRY_UNKNOWN, "country"));
    }

    @ParameterizedTest
    @CsvSource({"US, '', false", "US, ' ', false", "US, CA, true", "DE, '', true"})
    void some_countries_need_the_state(String country, String state, boolean passes) {
        expect(
                check(
                        RegistrationRule.SOME_COUNTRIES_NEED_THE_STATE,
                        aDeal().with("country", country).with("state", state)),
                passes,
                new Refused(DealRefusal.STATE_MISSING, "state"));
    }

    @ParameterizedTest
    @CsvSource({"'', true", "123456789, true", "12345678, false", "1234567890, false", "12345678x, false"})
    void a_duns_number_has_nine_digits(String duns, boolean passes) {
        expect(
                check(RegistrationRule.A_DUNS_NUMBER_HAS_NINE_DIGITS, aDeal().with("duns", duns)),
                passes,
                new Refused(DealRefusal.DUNS_INVALID, "duns"));
    }

    @ParameterizedTest
    @CsvSource({"carla@acme.de, true", "carla, false", "carla@, false", "@acme.de, false", "'', true"})
    void the_contact_can_be_written_to(String address, boolean passes) {
        expect(
                check(RegistrationRule.THE_CONTACT_CAN_BE_WRITTEN_TO, aDeal().with("contactEmail", address)),
                passes,
                new Refused(DealRefusal.EMAIL_INVALID, "contactEmail"));
    }

    @Test
    void the_currency_has_a_rate() {
        var rule = RegistrationRule.THE_CURRENCY_HAS_A_RATE;
        var rules = rules(RequestsForProposals.IF_UNPUBLISHED);

        assertThat(rule.check(new Submitted(aDeal().deal(), rules, TODAY, true, null)))
                .isEmpty();
        assertThat(rule.check(new Submitted(aDeal().deal(), rules, TODAY, false, null)))
                .containsExactly(new Refused(DealRefusal.CURRENCY_UNKNOWN, "currency"));
    }

    @ParameterizedTest
    @CsvSource({"0.01, true", "0, false", "-1, false", ", false"})
    void the_value_is_positive(BigDecimal amount, boolean passes) {
        expect(
                check(RegistrationRule.THE_VALUE_IS_POSITIVE, aDeal().with("amount", amount)),
                passes,
                new Refused(DealRefusal.VALUE_NOT_POSITIVE, "amount"));
    }

    @ParameterizedTest
    @CsvSource({"1000.00, true", "999.99, false", "1000.01, true"})
    void the_value_reaches_the_minimum(String amount, boolean passes) {
        expect(
                RegistrationRule.THE_VALUE_REACHES_THE_MINIMUM
                        .check(new Submitted(
                                aDeal().deal(),
                                rules(RequestsForProposals.IF_UNPUBLISHED),
                                TODAY,
                                true,
                                Money.euros(amount)))
                        .toList(),
                passes,
                new Refused(
                        DealRefusal.BELOW_MINIMUM, "amount", Money.euros("1000").toString()));
    }

    @Test
    void a_value_that_cannot_be_compared_is_another_rules_matter() {
        assertThat(RegistrationRule.THE_VALUE_REACHES_THE_MINIMUM.check(
                        new Submitted(aDeal().deal(), rules(RequestsForProposals.IF_UNPUBLISHED), TODAY, false, null)))
                .isEmpty();
    }

    @Test
    void the_close_date_is_not_past() {
        var rule = RegistrationRule.THE_CLOSE_DATE_IS_NOT_PAST;

        assertThat(check(rule, aDeal().with("expectedClose", TODAY))).isEmpty();
        assertThat(check(rule, aDeal().with("expectedClose", TODAY.minusDays(1))))
                .containsExactly(new Refused(DealRefusal.CLOSE_DATE_PAST, "expectedClose"));
        assertThat(check(rule, aDeal().with("expectedClose", null))).containsExactly(missing("expectedClose"));
    }

    @Test
    void the_need_says_something() {
        var rule = RegistrationRule.THE_NEED_SAYS_SOMETHING;
        var tooShort = new Refused(DealRefusal.NEED_TOO_SHORT, "need", "20");

        assertThat(check(rule, aDeal().with("need", "x".repeat(20)))).isEmpty();
        assertThat(check(rule, aDeal().with("need", "x".repeat(19)))).containsExactly(tooShort);
        assertThat(check(rule, aDeal().with("need", "x" + " ".repeat(30)))).containsExactly(tooShort);
    }

    @ParameterizedTest
    @EnumSource(RequestsForProposals.class)
    void without_a_request_for_proposals_nothing_is_asked(RequestsForProposals rule) {
        assertThat(RegistrationRule.NO_REQUEST_FOR_PROPOSALS_IS_PUBLISHED.check(submitted(aDeal(), rule)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ALWAYS, , ''",
        "ALWAYS, 2026-03-01, ''",
        "NEVER, , RFP_PUBLISHED",
        "NEVER, 2026-03-03, RFP_PUBLISHED",
        "IF_UNPUBLISHED, , RFP_DATE_MISSING",
        "IF_UNPUBLISHED, 2026-03-01, RFP_PUBLISHED",
        "IF_UNPUBLISHED, 2026-03-02, RFP_PUBLISHED",
        "IF_UNPUBLISHED, 2026-03-03, ''"
    })
    void a_request_for_proposals_counts_from_the_day_it_is_published(
            RequestsForProposals rule, LocalDate published, String refusal) {
        var wish = aDeal().with("rfp", true).with("rfpPublished", published);

        assertThat(RegistrationRule.NO_REQUEST_FOR_PROPOSALS_IS_PUBLISHED.check(submitted(wish, rule)))
                .extracting(refused -> refused.reason().name())
                .isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    private static void expect(List<Refused> found, boolean passes, Refused refusal) {
        assertThat(found).isEqualTo(passes ? List.of() : List.of(refusal));
    }

    private static Refused missing(String field) {
        return new Refused(DealRefusal.FIELD_MISSING, field);
    }

    private static List<Refused> check(RegistrationRule rule, Wish wish) {
        return rule.check(submitted(wish)).toList();
    }

    private static Submitted submitted(Wish wish) {
        return submitted(wish, RequestsForProposals.IF_UNPUBLISHED);
    }

    private static Submitted submitted(Wish wish, RequestsForProposals proposals) {
        return new Submitted(wish.deal(), rules(proposals), TODAY, true, Money.euros("30000"));
    }

    private static ProgramRules rules(RequestsForProposals proposals) {
        return new ProgramRules(
                "register-deal",
                Money.euros("1000"),
                proposals,
                20,
                null,
                30,
                1L,
                Withdrawal.UNDECIDED,
                20,
                72,
                WinReversal.ALWAYS,
                ProgramRules.WrittenChoice.REVIEWED,
                ProgramRules.SecondRegistrant.NOBODY,
                Set.of("US"),
                List.of("security"));
    }
}
