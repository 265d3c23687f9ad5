package io.handsel.agreements.web;

import io.handsel.agreements.AgreementOverview;
import io.handsel.security.AllowAnyone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells anybody who holds the file of an agreement whether it is genuine. It tells nothing that is not in the file. */
@Controller
@RequestMapping("/agreements/verify")
@AllowAnyone(because = "a signed agreement is worth something only if those it is shown to can verify it")
class VerificationController {

    private final AgreementOverview overview;

    VerificationController(AgreementOverview overview) {
        this.overview = overview;
    }

    @GetMapping
    String verify(@RequestParam(defaultValue = "") String hash, Model model) {
        model.addAttribute("hash", hash);
        if (!hash.isBlank()) {
            overview.verify(hash)
                    .ifPresentOrElse(
                            found -> model.addAttribute("genuine", found), () -> model.addAttribute("unknown", true));
        }
        return "agreements/verify";
    }
}
