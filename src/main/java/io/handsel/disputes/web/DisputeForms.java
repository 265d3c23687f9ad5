package io.handsel.disputes.web;

import io.handsel.disputes.DisputeOutcome;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.disputes.EvidenceDesk;
import io.handsel.forms.DraftKey;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormError;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.Submission.Accepted;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The forms partners fill in about disputes: they all open, save themselves and are sent in the same way. */
@Component
class DisputeForms {

    private static final String SAID = "disputes.said.";

    private final FormCatalogue forms;
    private final FormDesk desk;
    private final EvidenceDesk evidence;
    private final DisputeTexts texts;

    DisputeForms(FormCatalogue forms, FormDesk desk, EvidenceDesk evidence, DisputeTexts texts) {
        this.forms = forms;
        this.desk = desk;
        this.evidence = evidence;
        this.texts = texts;
    }

    /**
     * One form in front of one person.
     *
     * @param form its name, such as {@code disputes/put-evidence}
     * @param address where it is opened and sent
     * @param action the word under which its title and its lead stand in the messages
     * @param customer the customer's name in the reader's own words
     * @param back where whoever changes their mind goes
     * @param said what is told when it is done
     */
    record Sheet(Actor actor, String form, String address, String action, String customer, String back, String said) {

        DraftKey draft() {
            return new DraftKey(actor.person(), form, address);
        }

        Viewer viewer() {
            return Viewer.of(actor);
        }
    }

    String open(Sheet sheet, Model model) {
        var page = desk.open(forms.newest(sheet.form), sheet.draft(), Map.of(), sheet.viewer());
        return show(sheet, page, model);
    }

    String type(Sheet sheet, FormInput input, Model model) {
        show(sheet, desk.type(forms.newest(sheet.form), sheet.draft(), input, Map.of(), sheet.viewer()), model);
        return "forms/_form :: body(page=${page}, draftUrl=${draftUrl})";
    }

    /** @param act what is done with answers that are in order, and files that are what they seem */
    ModelAndView send(Sheet sheet, FormInput input, Model model, Function<Accepted, DisputeOutcome> act) {
        var sent = desk.send(forms.newest(sheet.form), sheet.draft(), input, Map.of(), sheet.viewer());
        if (!(sent.submission() instanceof Accepted accepted)) {
            return again(sheet, sent.page(), model);
        }
        var locale = sheet.actor.locale();
        var wrongFile = evidence.refusal(accepted.files());
        if (wrongFile.isPresent()) {
            return refused(
                    sheet, input, accepted, wrongFile.get().field(), texts.error(wrongFile.get(), locale), model);
        }
        var outcome = act.apply(accepted);
        if (outcome instanceof DisputeOutcome.Refused refused) {
            return refused(sheet, input, accepted, refused.field(), texts.error(refused, locale), model);
        }
        desk.done(sheet.draft());
        return new ModelAndView("redirect:/disputes/" + ((Done) outcome).dispute() + "?said=" + SAID + sheet.said);
    }

    private ModelAndView refused(
            Sheet sheet, FormInput input, Accepted accepted, @Nullable String field, FormError error, Model model) {
        var where = Objects.requireNonNullElse(field, "");
        return again(sheet, desk.refused(sheet.draft(), input, accepted.form(), where, error), model);
    }

    private static ModelAndView again(Sheet sheet, FormPage page, Model model) {
        var view = new ModelAndView(show(sheet, page, model));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String show(Sheet sheet, FormPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("sheet", sheet);
        model.addAttribute("draftUrl", sheet.address + "/draft");
        return "disputes/act";
    }
}
