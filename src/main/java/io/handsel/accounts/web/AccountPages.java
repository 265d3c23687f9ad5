package io.handsel.accounts.web;

import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.ColleagueRequests;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module adds to navigation and home page. */
@Configuration(proxyBeanMethods = false)
class AccountPages {

    private static final int MOST_ON_CARD = 5;
    private static final Set<Role> SELLERS = Set.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES);

    @Bean
    HomeCard customerSearchCard() {
        return new HomeCard("accounts/home :: search", -10, Role.PARTNER, Actor::locale);
    }

    @Bean
    HomeCard reservationsCard(AccountReservations reservations, Clock clock) {
        return new HomeCard("accounts/home :: reservations", 40, SELLERS, actor -> open(actor, reservations, clock));
    }

    /** What one colleague asks another: it waits for this person. */
    @Bean
    HomeCard colleaguesCard(ColleagueRequests requests, ColleagueTexts texts) {
        return new HomeCard(
                "accounts/home :: colleagues",
                15,
                SELLERS,
                actor -> texts.lines(requests.waitingFor(actor), actor).stream()
                        .limit(MOST_ON_CARD)
                        .toList());
    }

    @Bean
    NavigationEntry customerCheckEntry() {
        return NavigationEntry.of("/accounts/check", "accounts.check.navigation", 30, Role.PARTNER);
    }

    @Bean
    NavigationEntry accountsEntry() {
        return NavigationEntry.of(
                "/accounts", "accounts.list.navigation", 40, Set.of(Role.MANAGER, Role.DIRECTOR, Role.OPERATOR));
    }

    @Bean
    NavigationEntry questionsEntry() {
        return NavigationEntry.of(
                "/operations/questions", "accounts.questions.navigation", 85, Set.of(Role.OPERATOR, Role.DIRECTOR));
    }

    private static List<ReservationLine> open(Actor actor, AccountReservations reservations, Clock clock) {
        return reservations.reservationsOf(actor, MOST_ON_CARD).stream()
                .map(claim -> ReservationLine.of(claim, clock.instant()))
                .filter(ReservationLine::present)
                .toList();
    }
}
