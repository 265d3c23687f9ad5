package io.handsel.accounts.web;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.ClaimId;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.accounts.CustomerPart;
import io.handsel.kernel.CountryCode;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.util.UriComponentsBuilder;

/** "Is this customer free?", one-click reservation, and what the partner has reserved. */
@Controller
class AccountCheckController {

    private static final int MOST_SHOWN = 200;

    private final AccountCheck check;
    private final AccountReservations reservations;
    private final CurrentActor currentActor;
    private final Clock clock;

    AccountCheckController(
            AccountCheck check, AccountReservations reservations, CurrentActor currentActor, Clock clock) {
        this.check = check;
        this.reservations = reservations;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @ModelAttribute("countries")
    Map<String, String> countries(Locale locale) {
        return CountryCode.namesIn(locale);
    }

    @GetMapping("/accounts/check")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
    String check(
            CheckForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            HttpServletResponse response,
            Model model) {
        // Who asks for a part gets a part, under the same address: caches must not mix the two up.
        response.setHeader("Vary", "HX-Request");
        var question = form.question();
        model.addAttribute("question", question);
        // Inside another form there is no room for one of ours.
        model.addAttribute("alone", target == null || target.equals("answer"));
        model.addAttribute("parts", CustomerPart.values());
        if (!question.isEmpty()) {
            var actor = currentActor.get();
            var answer = check.ask(actor, question);
            if (answer.severalParts() && question.part() == null) {
                // A form that stands around asks which part is meant.
                response.setHeader("HX-Trigger", "parts");
            }
            model.addAttribute("checked", CheckedQuestion.of(answer, sells(actor)));
            model.addAttribute("registerLink", registerLink(question));
            model.addAttribute("reservationDays", reservations.reservationDays(partner()));
        }
        return fragment == null ? "accounts/check" : "accounts/check :: answer";
    }

    @PostMapping("/accounts/reserve")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
    String reserve(CheckForm form, HttpServletResponse response, Model model) {
        var question = form.question();
        ClaimOutcome outcome = reservations.reserve(currentActor.get(), question);
        if (outcome instanceof Granted) {
            return "redirect:/accounts/reservations?said=accounts.said.reserved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var refused = (Refused) outcome;
        model.addAttribute("question", question);
        model.addAttribute("alone", true);
        model.addAttribute("parts", CustomerPart.values());
        model.addAttribute("refused", refused);
        return "accounts/check";
    }

    @GetMapping("/accounts/reservations")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
    String reservations(Model model) {
        model.addAttribute(
                "reservations",
                reservations.reservationsOf(currentActor.get(), MOST_SHOWN).stream()
                        .map(claim -> ReservationLine.of(claim, clock.instant()))
                        .toList());
        return "accounts/reservations";
    }

    @PostMapping("/accounts/reservations/{id}/release")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
    String release(@PathVariable ClaimId id) {
        reservations.giveBack(currentActor.get(), id);
        return "redirect:/accounts/reservations?said=accounts.said.released";
    }

    /** The registration form with what is known already. */
    private static String registerLink(AccountQuestion question) {
        return UriComponentsBuilder.fromPath("/deals/new")
                .queryParamIfPresent("customer", Optional.ofNullable(question.name()))
                .queryParamIfPresent("website", Optional.ofNullable(question.domain()))
                .queryParamIfPresent("country", Optional.ofNullable(question.country()))
                .queryParamIfPresent(
                        "part",
                        Optional.ofNullable(question.part())
                                .map(part -> part.name().toLowerCase(Locale.ROOT)))
                .queryParamIfPresent("partName", Optional.ofNullable(question.partName()))
                .encode()
                .toUriString();
    }

    private PartnerId partner() {
        return PartnerId.of(currentActor.get().partner().orElseThrow());
    }

    private static boolean sells(Actor actor) {
        return actor.is(Role.PARTNER_SALES) || actor.is(Role.PARTNER_ADMIN);
    }
}
