package io.handsel.distribution.web;

import io.handsel.deals.DealId;
import io.handsel.distribution.BoughtThrough;
import io.handsel.distribution.LinkId;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Through whom a deal is bought; chosen on the deal's own page. */
@Controller
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
class BoughtThroughController {

    private final BoughtThrough bought;
    private final CurrentActor current;

    BoughtThroughController(BoughtThrough bought, CurrentActor current) {
        this.bought = bought;
        this.current = current;
    }

    /** @param through a link; empty if it is bought directly */
    @PostMapping("/deals/{id}/distributor")
    String choose(@PathVariable DealId id, @RequestParam @Nullable LinkId through) {
        var done = through == null ? "boughtDirectly" : "boughtThrough";
        var said = bought.choose(current.get(), id, through).map(Enum::name).orElse(done);
        return "redirect:/deals/" + id + "?said=" + LinkAnswers.SAID + said;
    }
}
