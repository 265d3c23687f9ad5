package io.handsel.deals;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.deals.DealFilter.Order;
import io.handsel.engine.DueJobs;
import io.handsel.partner.PartnerScope;
import io.handsel.security.Actor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** PostgreSQL sorts names, dates and ids in its own way; pages must fit together there too. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, DealFixtures.class})
class DealListIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealList list;

    @Autowired
    SharedDeals shared;

    @Autowired
    DueJobs jobs;

    Actor sales;

    @BeforeEach
    void some_deals_small_and_large() {
        sales = fixtures.sales(fixtures.partner());
        for (var customer : List.of("Äpfel & Co", "apfel", "Zeta", "zeta", "Ösi", "O'Neil", "100 %_")) {
            fixtures.register(
                    sales,
                    aDeal().with("customer", customer)
                            .worth(customer.length() % 2 == 0 ? "5000" : "30000")
                            .deal());
        }
        jobs.run();
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, false",
        "SUBMITTED, true",
        "NEXT, false",
        "NEXT, true",
        "CUSTOMER, false",
        "CUSTOMER, true",
        "VALUE, false",
        "VALUE, true",
        "CLOSE, false",
        "CLOSE, true"
    })
    void pages_lose_and_repeat_nobody(Order order, boolean descending) {
        var seen = new ArrayList<DealId>();
        String after = null;
        do {
            var page = list.page(sales, new DealFilter(Set.of(), null, null, order, descending, after), 2);
            page.deals().forEach(deal -> seen.add(deal.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void finds_counts_and_puts_the_urgent_first() {
        var words = new DealFilter(Set.of(), "0 %_", sales.person(), Order.CUSTOMER, false, null);
        var counts = list.counts(sales);

        assertThat(list.page(sales, words, 10).deals())
                .extracting(DealSummary::customer)
                .containsExactly("100 %_");
        assertThat(counts.get(DealStatus.APPROVED) + counts.get(DealStatus.IN_REVIEW))
                .isEqualTo(7);
        assertThat(list.page(sales, DealFilter.in(EnumSet.of(DealStatus.APPROVED)), 10)
                        .deals())
                .hasSize(counts.get(DealStatus.APPROVED));
        assertThat(list.mostUrgent(sales, counts.get(DealStatus.IN_REVIEW)))
                .extracting(DealSummary::status)
                .containsOnly(DealStatus.IN_REVIEW);
    }

    @Test
    void shows_the_shared_ones_among_more_than_a_statement_takes_parameters() {
        var mine = list.mostUrgent(sales, 1).get(0).id();
        var named = Stream.concat(
                        Stream.of(mine), Stream.generate(DealId::create).limit(70_000))
                .toList();

        assertThat(shared.among(PartnerScope.of(sales).partner(), named, null, 9)
                        .deals())
                .extracting(SharedDeal::id)
                .containsExactly(mine);
    }
}
