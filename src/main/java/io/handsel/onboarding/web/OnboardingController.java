package io.handsel.onboarding.web;

import io.handsel.onboarding.OnboardingOverview;
import io.handsel.onboarding.PortalPart;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way a new partner walks, as its own people see it. */
@Controller
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
class OnboardingController {

    private final OnboardingOverview overview;
    private final OnboardingPage pages;
    private final CurrentActor current;

    OnboardingController(OnboardingOverview overview, OnboardingPage pages, CurrentActor current) {
        this.overview = overview;
        this.pages = pages;
        this.current = current;
    }

    /** @param closed the part of the portal somebody wanted to enter and that is not open yet */
    @GetMapping("/onboarding")
    String own(@RequestParam(required = false) @Nullable String closed, Model model) {
        var track = overview.own(current.get());
        if (track.isEmpty()) {
            return "onboarding/none";
        }
        model.addAttribute("track", track.get());
        model.addAttribute("history", pages.history(track.get().onboarding().id()));
        model.addAttribute("drawing", pages.drawing(track.get().onboarding().id()));
        Arrays.stream(PortalPart.values())
                .filter(part -> part.word().equals(closed))
                .findAny()
                .flatMap(track.get().onboarding()::stepThatOpens)
                .ifPresent(step -> model.addAttribute("closed", step));
        return "onboarding/own";
    }
}
