package io.handsel.deals.web;

import io.handsel.deals.DealDetails;
import io.handsel.deals.DealId;
import io.handsel.deals.DealLocations;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOverview;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.LocationId;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Moves a deal to a location of the own company; for whoever is of all locations. */
@Controller
@RequestMapping("/deals/{id}/location")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
class DealLocationController {

    private static final int UNPROCESSABLE = 422;

    private final DealLocations locations;
    private final DealOverview overview;
    private final CurrentActor current;

    DealLocationController(DealLocations locations, DealOverview overview, CurrentActor current) {
        this.locations = locations;
        this.overview = overview;
        this.current = current;
    }

    /** @param location empty for the whole company */
    record Move(String location) {

        Move {
            location = location == null ? "" : location.strip();
        }

        static Move from(@Nullable LocationId present) {
            return new Move(present == null ? "" : present.toString());
        }

        boolean isReadable() {
            return location.isEmpty() || location.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }

        @Nullable
        LocationId to() {
            return location.isEmpty() ? null : LocationId.parse(location);
        }
    }

    @GetMapping
    String ask(@PathVariable DealId id, Model model) {
        var deal = overview.details(current.get(), id);
        model.addAttribute("form", Move.from(deal.location()));
        return show(deal, model).orElse("redirect:/deals/" + id);
    }

    @PostMapping
    String move(
            @PathVariable DealId id,
            @ModelAttribute("form") Move form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var deal = overview.details(current.get(), id);
        if (!form.isReadable()) {
            problems.rejectValue("location", "deals.refused.LOCATION_UNKNOWN");
        } else if (locations.move(current.get(), id, form.to()) instanceof DealOutcome.Refused refused) {
            problems.rejectValue("location", "deals.refused." + refused.reason());
        } else {
            return "redirect:/deals/" + id + "?said=deals.said.location";
        }
        response.setStatus(UNPROCESSABLE);
        return show(deal, model).orElse("redirect:/deals/" + id);
    }

    /** Empty where there is nothing to choose. */
    private Optional<String> show(DealDetails deal, Model model) {
        var whereabouts = locations.of(current.get(), deal);
        whereabouts.ifPresent(found -> {
            model.addAttribute("deal", deal);
            model.addAttribute("locations", found.choices());
        });
        return whereabouts.filter(found -> current.get().isOfAllLocations()).map(found -> "deals/location");
    }
}
