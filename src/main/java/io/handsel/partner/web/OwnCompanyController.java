package io.handsel.partner.web;

import io.handsel.partner.PartnerScope;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The own company as its administrator sees it; whose it is says the sign-in, never the address. */
@Controller
@Allow(Role.PARTNER_ADMIN)
class OwnCompanyController {

    private final PartnerProfiles profiles;
    private final PartnerCards cards;
    private final CurrentActor actor;

    OwnCompanyController(PartnerProfiles profiles, PartnerCards cards, CurrentActor actor) {
        this.profiles = profiles;
        this.cards = cards;
        this.actor = actor;
    }

    @GetMapping("/partner")
    String own(Model model) {
        var reader = actor.get();
        var profile = profiles.of(PartnerScope.of(reader));
        model.addAttribute("profile", profile);
        model.addAttribute("cards", cards.of(reader, profile.partner()));
        return "partner/own";
    }
}
