package io.handsel.deals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimView;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.RegistrationOutcome;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A partner with as many open reservations and registrations as its tier allows hears so when it sends one more. */
@DealPagesTest
class DealCapTests {

    private static final int MOST = 25;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealRegistration registration;

    @Autowired
    AccountReservations reservations;

    @Autowired
    Partners partners;

    @Autowired
    PartnerLocations locations;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    Actor sales;
    ClaimView first;
    AccountQuestion last;

    @BeforeEach
    void a_partner_at_its_cap() {
        clock.moveTo(MovableClock.START);
        sales = fixtures.sales(fixtures.partner(partner -> partner.inTier("registered")));
        first = reserve(unknown());
        for (int count = 2; count < MOST; count++) {
            clock.advance(Duration.ofMinutes(1));
            reserve(unknown());
        }
        last = unknown();
        reserve(last);
    }

    @Test
    void the_form_comes_back_with_the_oldest_to_give_back() {
        var deal = DealFixtures.aDeal().deal();
        var answer = mvc.post()
                .uri("/deals/new")
                .param("customer", deal.customer())
                .param("website", deal.website())
                .param("country", "DE")
                .param("contactName", deal.contactName())
                .param("contactEmail", deal.contactEmail())
                .param("products", "security")
                .param("amount", "30000")
                .param("currency", "EUR")
                .param("expectedClose:date", "2026-08-31")
                .param("need", deal.need())
                .param("source", "own-research")
                .with(csrf())
                .with(SignedIn.as(sales))
                .exchange();

        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(page.select(".problems").text()).contains("You have 25 open");
        assertThat(page.select("#oldest li")).hasSize(10);
        assertThat(page.select("#oldest li").first().text()).contains(first.customer());
        assertThat(page.select("#oldest a").attr("href")).isEqualTo("/accounts/reservations");
        assertThat(page.select("input[name=customer]").val()).isEqualTo(deal.customer());
    }

    @Test
    void what_is_reserved_already_takes_no_more_room() {
        var deal = DealFixtures.aDeal()
                .with("customer", last.name())
                .with("website", last.domain())
                .deal();

        assertThat(registration.submit(sales, deal)).isInstanceOf(RegistrationOutcome.Registered.class);
    }

    @Test
    void there_is_room_as_soon_as_one_is_given_back() {
        var deal = DealFixtures.aDeal().deal();
        assertThat(registration.submit(sales, deal))
                .isInstanceOfSatisfying(
                        RegistrationOutcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.reason()).isEqualTo(DealRefusal.CAP_REACHED)));

        reservations.giveBack(sales, first.id());

        assertThat(registration.submit(sales, deal)).isInstanceOf(RegistrationOutcome.Registered.class);
    }

    @Test
    void whoever_is_limited_to_a_location_is_offered_nothing_of_another_one_to_give_back() {
        var company = partners.get(PartnerId.of(sales.partner().orElseThrow()));
        var linz = Locations.add(locations, fixtures.actor(company.manager()), company.id(), "Linz");
        var limited = people.register(
                        PersonFixtures.someoneOf(company.id().organisation()).limitedTo(linz))
                .actor();
        var deal = DealFixtures.aDeal().deal();

        assertThat(((ClaimOutcome.Refused) reservations.reserve(sales, unknown())).oldest())
                .hasSize(10);
        assertThat(((ClaimOutcome.Refused) reservations.reserve(limited, unknown())).oldest())
                .isEmpty();
        assertThat(((RegistrationOutcome.Refused) registration.submit(sales, deal)).oldest())
                .hasSize(10);
        assertThat(((RegistrationOutcome.Refused) registration.submit(limited, deal)).oldest())
                .isEmpty();
        // What the whole company has reserved is not the location's to register over.
        var reserved = DealFixtures.aDeal()
                .with("customer", last.name())
                .with("website", last.domain())
                .deal();
        assertThat(registration.submit(limited, reserved)).isInstanceOf(RegistrationOutcome.Refused.class);
    }

    private ClaimView reserve(AccountQuestion question) {
        var outcome = reservations.reserve(sales, question);
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted) outcome).claim();
    }

    private static AccountQuestion unknown() {
        var name = CompanyNames.next();
        return AccountQuestion.about(name, name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de", "DE");
    }
}
