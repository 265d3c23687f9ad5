package io.handsel.onboarding.web;

import io.handsel.deals.DealOverview;
import io.handsel.deals.RegisterDeal;
import io.handsel.forms.CountryChoices;
import io.handsel.forms.FormInput;
import io.handsel.onboarding.GuidedWalk;
import io.handsel.onboarding.WalkStage;
import io.handsel.onboarding.WalkView;
import io.handsel.onboarding.web.OnboardingForms.Sheet;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The guided walk, and the deal one practises with: the form of a real registration, and nothing else of it. */
@Controller
@RequestMapping("/onboarding")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
class WalkController {

    private static final int LONGEST_CUSTOMER = 200;

    private final GuidedWalk walk;
    private final DealOverview deals;
    private final OnboardingForms forms;
    private final CurrentActor current;

    WalkController(GuidedWalk walk, DealOverview deals, OnboardingForms forms, CurrentActor current) {
        this.walk = walk;
        this.deals = deals;
        this.forms = forms;
        this.current = current;
    }

    /** A stage with the page it happens on. */
    record Stop(WalkStage stage, String page, boolean done) {}

    @GetMapping("/walk")
    String stops(Model model) {
        var actor = current.get();
        var walked = walk.of(actor);
        var view = walked.orElseGet(() -> new WalkView(List.of(), true, false));
        model.addAttribute(
                "stops",
                Arrays.stream(WalkStage.values())
                        .map(stage -> new Stop(
                                stage, view.page(stage, actor), view.done().contains(stage)))
                        .toList());
        model.addAttribute("walking", walked.isPresent() && !view.paused());
        model.addAttribute("finished", view.next().isEmpty());
        return "onboarding/walk";
    }

    /** The first stop is where they are led. */
    @PostMapping("/walk/begin")
    String begin() {
        var actor = current.get();
        if (!walk.begin(actor)) {
            return "redirect:/onboarding";
        }
        return "redirect:/onboarding/walk?said=onboarding.said.walking";
    }

    @PostMapping("/walk/leave")
    String leave() {
        walk.leave(current.get());
        return "redirect:/onboarding?said=onboarding.said.left";
    }

    @GetMapping("/practice")
    String practice(Model model) {
        var practised = walk.practiceOf(current.get());
        if (practised.isEmpty()) {
            return "redirect:/onboarding/practice/new";
        }
        model.addAttribute("deal", practised.get());
        return "onboarding/practice";
    }

    @GetMapping("/practice/new")
    String form(Model model) {
        return forms.open(sheet(), model);
    }

    @PostMapping("/practice/new/draft")
    String draft(FormInput input, Model model) {
        return forms.type(sheet(), input, model);
    }

    @PostMapping("/practice/new")
    ModelAndView send(FormInput input, Model model) {
        var sheet = sheet();
        return forms.send(sheet, input, model, accepted -> {
            var customer = accepted.values().text("customer");
            var value =
                    accepted.values().text("amount") + " " + accepted.values().text("currency");
            walk.practise(
                    sheet.actor(),
                    customer.substring(0, Math.min(LONGEST_CUSTOMER, customer.length())),
                    value.substring(0, Math.min(60, value.length())));
            return Optional.empty();
        });
    }

    private Sheet sheet() {
        var actor = current.get();
        var real = deals.registrationSheet(actor, RegisterDeal.STANDARD);
        return new Sheet(
                actor,
                real.form(),
                "/onboarding/practice/new",
                "practice",
                Map.of("productChoices", real.products(), "countries", CountryChoices.in(actor.locale())),
                "/onboarding/walk?said=onboarding.said.practised");
    }
}
