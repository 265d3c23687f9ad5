package io.handsel.deals.web;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.StatementCount;
import io.handsel.deals.DealFilter;
import io.handsel.deals.DealFilter.Order;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealList;
import io.handsel.deals.DealStatus;
import io.handsel.deals.DealSummary;
import io.handsel.engine.DueJobs;
import io.handsel.kernel.PageEnd;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.SignedIn;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DealPagesTest
class DealListTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealList list;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    PartnerView partner;
    Actor sales;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        partner = fixtures.partner();
        sales = fixtures.sales(partner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deals",
                "/deals?status=OPEN&search=customer&whose=mine&sort=customer",
                "/deals?status=APPROVED&sort=-next"
            })
    void the_list_costs_two_statements_however_many_deals_there_are(String path) {
        open(path);
        var ofNone = StatementCount.during(() -> open(path));
        registerSome(60);

        var statements = StatementCount.during(() -> open(path));

        // Other modules ask their own beside every page of a partner.
        assertThat(statements).hasSameSizeAs(ofNone);
        assertThat(statements).filteredOn(sql -> sql.contains("from deal ")).hasSize(2);
    }

    @Test
    void the_most_urgent_deals_cost_one_statement_and_come_by_their_clocks() {
        var large = register("50000", "Zeta");
        var small = register("5000", "Alpha");
        registerSome(8);

        var found = new ArrayList<DealSummary>();
        var statements = StatementCount.during(() -> found.addAll(list.mostUrgent(sales, 3)));

        assertThat(statements).hasSize(1);
        // The manager's answer is due in two days, the update of what was approved at once in thirty.
        assertThat(found).hasSize(3).extracting(DealSummary::id).startsWith(large);
        assertThat(list.mostUrgent(sales, 100))
                .extracting(DealSummary::id)
                .hasSize(10)
                .contains(small);
    }

    @ParameterizedTest
    @CsvSource({"submitted", "-submitted", "next", "-next", "customer", "-customer", "value", "-value", "close", "''"})
    void pages_lose_and_repeat_no_deal_in_any_order(String sort) {
        registerSome(7);
        var order = sort.isEmpty()
                ? Order.SUBMITTED
                : Order.valueOf(sort.replace("-", "").toUpperCase(Locale.ROOT));

        var seen = new ArrayList<DealId>();
        String after = null;
        do {
            var page = list.page(sales, new DealFilter(Set.of(), null, null, order, sort.startsWith("-"), after), 2);
            page.deals().forEach(deal -> seen.add(deal.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void amounts_are_compared_within_their_currency_only(boolean descending) {
        for (var value : List.of("9000 EUR", "20000 USD", "30000 EUR", "8000 USD", "30000 CHF")) {
            var words = value.split(" ");
            fixtures.register(sales, aDeal().worth(words[0], words[1]).deal());
        }

        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = list.page(sales, new DealFilter(Set.of(), null, null, Order.VALUE, descending, after), 2);
            page.deals()
                    .forEach(deal -> seen.add(deal.value().amount().intValue() + " "
                            + deal.value().currency().getCurrencyCode()));
            after = page.next();
        } while (after != null);

        if (descending) {
            Collections.reverse(seen);
        }
        assertThat(seen).containsExactly("30000 CHF", "9000 EUR", "30000 EUR", "8000 USD", "20000 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "value, 5000",
        "value, EUR 1e999999999",
        "value, EURO",
        "submitted, +1000000000-01-01T00:00:00Z",
        "next, Acme",
        "close, +999999999-12-31"
    })
    void a_place_no_list_has_begins_again(String sort, String place) {
        register("5000", "Acme");

        assertThat(customers("/deals?sort=" + sort + "&after=" + new PageEnd(place, UUID.randomUUID()).written()))
                .containsExactly("Acme");
    }

    @Test
    void the_first_page_leads_to_the_second() {
        registerSome(51);

        var first = html(open("/deals?sort=customer"));
        var second = html(open(first.select("nav.pages a[rel=next]").attr("href")));

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody tr")).hasSize(1);
        assertThat(second.select("nav.pages a[rel=next]")).isEmpty();
        assertThat(second.select("nav.pages a[rel=first]").attr("href")).isEqualTo("/deals?sort=customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MDAw", "bm8gY3Vyc29y", "%00", "9"})
    void a_cursor_that_is_none_begins_again(String cursor) {
        register("5000", "Acme");

        assertThat(customers("/deals?after=" + cursor)).containsExactly("Acme");
    }

    @Test
    void filters_by_status_by_words_and_by_who_registered() {
        register("5000", "Acme_100% Ltd");
        register("30000", "Borealis");
        var colleague = fixtures.sales(partner);
        fixtures.register(
                colleague, wish("Corvus").with("ownReference", "our-77").deal());
        jobs.run();

        assertThat(customers("/deals?status=APPROVED")).containsExactly("Acme_100% Ltd");
        assertThat(customers("/deals?status=IN_REVIEW&sort=customer")).containsExactly("Borealis", "Corvus");
        assertThat(customers("/deals?status=WON")).isEmpty();
        assertThat(customers("/deals?status=OPEN")).hasSize(3);
        assertThat(customers("/deals?status=nonsense")).hasSize(3);
        assertThat(customers("/deals?search=_100%25%20l")).containsExactly("Acme_100% Ltd");
        assertThat(customers("/deals?search=OUR-77")).containsExactly("Corvus");
        assertThat(customers("/deals?search=HD-2026")).hasSize(3);
        assertThat(customers("/deals?whose=mine&sort=customer")).containsExactly("Acme_100% Ltd", "Borealis");
        assertThat(html(open("/deals")).select("#status option").eachText())
                .contains("In review (2)", "Approved (1)")
                .doesNotContain("Won (0)");
    }

    @Test
    void sorts_by_what_the_heading_says() {
        register("5000", "Bronkovatis");
        clock.advance(Duration.ofMinutes(1));
        register("20000", "Azurmelodi");

        assertThat(customers("/deals")).containsExactly("Azurmelodi", "Bronkovatis");
        assertThat(customers("/deals?sort=submitted")).containsExactly("Bronkovatis", "Azurmelodi");
        assertThat(customers("/deals?sort=customer")).containsExactly("Azurmelodi", "Bronkovatis");
        assertThat(customers("/deals?sort=-customer")).containsExactly("Bronkovatis", "Azurmelodi");
        assertThat(customers("/deals?sort=value")).containsExactly("Bronkovatis", "Azurmelodi");
        assertThat(customers("/deals?sort=next")).containsExactly("Azurmelodi", "Bronkovatis");
    }

    @Test
    void another_partner_sees_none_of_it() {
        register("5000", "Acme");
        var stranger = fixtures.sales(fixtures.partner());

        assertThat(list.page(stranger, DealFilter.in(Set.of()), 10).deals()).isEmpty();
        assertThat(list.mostUrgent(stranger, 10)).isEmpty();
        assertThat(list.counts(stranger).values()).containsOnly(0);
        assertThat(text(open("/deals/export", stranger))).doesNotContain("Acme");
    }

    @Test
    void the_file_has_what_the_list_shows_and_no_formulas() {
        register("5000", "=HYPERLINK(1)");
        register("30000", "Borealis");

        var file = open("/deals/export?status=APPROVED");

        assertThat(file).hasStatusOk().hasHeader("Content-Disposition", "attachment; filename=\"deals.csv\"");
        assertThat(text(file))
                .startsWith("\uFEFFnumber,customer,status")
                .contains(",'=HYPERLINK(1),APPROVED,5000.00,EUR,2026-06-30,UPDATE,")
                .contains("Sven Sales")
                .doesNotContain("Borealis");
    }

    @Test
    void counting_stops_where_a_number_says_no_more() {
        assertThat(list.counts(sales)).containsKeys(DealStatus.values()).containsValue(0);
    }

    private void registerSome(int many) {
        for (int count = 0; count < many; count++) {
            fixtures.register(
                    sales, aDeal().worth(String.valueOf(5_000 + count % 3)).deal());
        }
        jobs.run();
    }

    private DealId register(String amount, String customer) {
        var deal = fixtures.register(
                sales, wish(customer).with("amount", new BigDecimal(amount)).deal());
        jobs.run();
        return deal;
    }

    private static DealFixtures.Wish wish(String customer) {
        return aDeal().with("customer", customer);
    }

    private List<String> customers(String path) {
        return html(open(path)).select("td[data-label=Customer]").eachText();
    }

    private MvcTestResult open(String path) {
        return open(path, sales);
    }

    private MvcTestResult open(String path, Actor by) {
        return mvc.get().uri(URI.create(path)).with(SignedIn.as(by)).exchange();
    }

    private static Document html(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(text(result));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
