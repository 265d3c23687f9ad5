package io.handsel.onboarding.web;

import io.handsel.forms.DraftKey;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormSchema;
import io.handsel.forms.Submission.Accepted;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The forms new partners fill in: they all open, save themselves and are sent in the same way. */
@Component
class OnboardingForms {

    private final FormCatalogue forms;
    private final FormDesk desk;

    OnboardingForms(FormCatalogue forms, FormDesk desk) {
        this.forms = forms;
        this.desk = desk;
    }

    /**
     * One form in front of one person.
     *
     * @param form its name, such as {@code onboarding/self-portrait}
     * @param address where it is opened and sent
     * @param about the word under which its title and its lead stand in the messages
     * @param known what the form shows and offers
     * @param next where whoever has sent it goes
     */
    record Sheet(
            Actor actor, String form, String address, String about, Map<String, @Nullable Object> known, String next) {

        DraftKey draft() {
            return new DraftKey(actor.person(), form, address);
        }

        Viewer viewer() {
            return Viewer.of(actor);
        }
    }

    /** @return who writes this for the whole company, told to somebody who is of one location only */
    static String ofWholeCompany(Sheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        return "onboarding/whole-company";
    }

    /** The same as an answer to what they sent. */
    static ModelAndView refused(Sheet sheet, Model model) {
        var view = new ModelAndView(ofWholeCompany(sheet, model));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    String open(Sheet sheet, Model model) {
        if (!sheet.actor.isOfAllLocations()) {
            return ofWholeCompany(sheet, model);
        }
        return show(sheet, desk.open(schema(sheet), sheet.draft(), sheet.known, sheet.viewer()), model);
    }

    String type(Sheet sheet, FormInput input, Model model) {
        show(sheet, desk.type(schema(sheet), sheet.draft(), input, sheet.known, sheet.viewer()), model);
        return "forms/_form :: body(page=${page}, draftUrl=${draftUrl})";
    }

    /** @param act what is done with answers that are in order; it answers itself where it refuses them */
    ModelAndView send(Sheet sheet, FormInput input, Model model, Function<Accepted, Optional<ModelAndView>> act) {
        var sent = desk.send(schema(sheet), sheet.draft(), input, sheet.known, sheet.viewer());
        if (sent.submission() instanceof Accepted accepted) {
            var refused = act.apply(accepted);
            if (refused.isPresent()) {
                return refused.get();
            }
            desk.done(sheet.draft());
            return new ModelAndView("redirect:" + sheet.next);
        }
        var view = new ModelAndView(show(sheet, sent.page(), model));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private FormSchema schema(Sheet sheet) {
        return forms.newest(sheet.form);
    }

    private static String show(Sheet sheet, FormPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("sheet", sheet);
        model.addAttribute("draftUrl", sheet.address + "/draft");
        return "onboarding/form";
    }
}
