package io.handsel.partner.web;

import io.handsel.kernel.CountryCode;
import io.handsel.partner.LocationNotFound;
import io.handsel.partner.LocationOutcome;
import io.handsel.partner.LocationRefusal;
import io.handsel.partner.LocationView;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.Partners;
import io.handsel.security.CurrentActor;
import io.handsel.security.LocationId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What the pages about locations have in common, whoever keeps them. */
@Component
class LocationPages {

    private static final int UNPROCESSABLE = 422;

    private final PartnerLocations locations;
    private final Partners partners;
    private final CurrentActor actor;

    LocationPages(PartnerLocations locations, Partners partners, CurrentActor actor) {
        this.locations = locations;
        this.partners = partners;
        this.actor = actor;
    }

    /**
     * Whose locations, and under which address.
     *
     * @param back where the partner itself is shown
     */
    record Place(PartnerId partner, String base, String back) {

        static Place own(PartnerId partner) {
            return new Place(partner, "/partner/locations", "/partner");
        }

        static Place of(PartnerId partner) {
            return new Place(partner, "/partners/" + partner + "/locations", "/partners/" + partner);
        }
    }

    String list(Place place, Model model, Locale locale) {
        model.addAttribute("form", LocationForm.empty());
        return showList(place, model, locale);
    }

    String add(
            Place place,
            LocationForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var outcome = form.toFacts(problems).map(facts -> locations.add(actor.get(), place.partner(), facts));
        if (outcome.isPresent() && outcome.get() instanceof LocationOutcome.Done) {
            return to(place, "partner.said.location.added");
        }
        outcome.ifPresent(refused -> refuse(refused, problems));
        response.setStatus(UNPROCESSABLE);
        return showList(place, model, locale);
    }

    String edit(Place place, LocationId id, Model model, Locale locale) {
        model.addAttribute("form", LocationForm.from(kept(place, id)));
        return showOne(place, id, model, locale);
    }

    String change(
            Place place,
            LocationId id,
            LocationForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        kept(place, id);
        var outcome = form.toFacts(problems)
                .map(facts -> locations.change(actor.get(), place.partner(), id, facts, form.readVersion()));
        if (outcome.isPresent() && outcome.get() instanceof LocationOutcome.Done) {
            return to(place, "partner.said.location.changed");
        }
        outcome.ifPresent(refused -> refuse(refused, problems));
        if (outcome.equals(Optional.of(LocationOutcome.Refused.because(LocationRefusal.CHANGED_MEANWHILE)))) {
            // What was typed stays, and saving it again is meant.
            model.addAttribute("currentVersion", kept(place, id).version());
        }
        response.setStatus(UNPROCESSABLE);
        return showOne(place, id, model, locale);
    }

    String close(Place place, LocationId id, Model model, Locale locale, HttpServletResponse response) {
        kept(place, id);
        return act(
                place,
                id,
                locations.close(actor.get(), place.partner(), id),
                "partner.said.location.closed",
                model,
                locale,
                response);
    }

    String open(Place place, LocationId id, Model model, Locale locale, HttpServletResponse response) {
        kept(place, id);
        return act(
                place,
                id,
                locations.reopen(actor.get(), place.partner(), id),
                "partner.said.location.opened",
                model,
                locale,
                response);
    }

    private String act(
            Place place,
            LocationId id,
            LocationOutcome outcome,
            String said,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (outcome instanceof LocationOutcome.Refused refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("form", LocationForm.from(kept(place, id)));
            response.setStatus(UNPROCESSABLE);
            return showOne(place, id, model, locale);
        }
        return to(place, said);
    }

    private static void refuse(LocationOutcome outcome, BindingResult problems) {
        if (outcome instanceof LocationOutcome.Refused refused) {
            LocationForm.refuse(refused.reason(), problems);
        }
    }

    /** Only whoever may change it is shown one; everybody else of the company finds it in the list. */
    private LocationView kept(Place place, LocationId id) {
        return locations
                .find(place.partner(), id)
                .filter(location -> locations.mayKeep(actor.get(), place.partner()))
                .orElseThrow(() -> LocationNotFound.with(id));
    }

    private String showList(Place place, Model model, Locale locale) {
        model.addAttribute("locations", locations.of(place.partner()));
        model.addAttribute("mayKeep", locations.mayKeep(actor.get(), place.partner()));
        frame(place, model, locale);
        return "partner/locations";
    }

    private String showOne(Place place, LocationId id, Model model, Locale locale) {
        model.addAttribute("location", locations.find(place.partner(), id).orElseThrow());
        frame(place, model, locale);
        return "partner/location";
    }

    private void frame(Place place, Model model, Locale locale) {
        model.addAttribute("countries", CountryCode.namesIn(locale));
        model.addAttribute("partner", partners.get(place.partner()));
        model.addAttribute("base", place.base());
        model.addAttribute("back", place.back());
    }

    private static String to(Place place, String said) {
        return "redirect:" + place.base() + "?said=" + said;
    }
}
