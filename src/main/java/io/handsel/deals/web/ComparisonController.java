package io.handsel.deals.web;

import io.handsel.deals.DealComparison;
import io.handsel.deals.DealId;
import io.handsel.security.Allow;
import io.handsel.security.Role;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registrations of several partners that want the same customer, side by side, for whoever decides one of them. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.FINANCE})
class ComparisonController {

    private final DealComparison comparison;

    ComparisonController(DealComparison comparison) {
        this.comparison = comparison;
    }

    @GetMapping("/deals/compare")
    String compare(@RequestParam(defaultValue = "") List<DealId> deal, Model model) {
        model.addAttribute("compared", comparison.of(deal));
        return "deals/compare";
    }
}
