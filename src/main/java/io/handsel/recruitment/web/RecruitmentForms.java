package io.handsel.recruitment.web;

import io.handsel.forms.DraftKey;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormError;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormValues;
import io.handsel.forms.Submission.Accepted;
import io.handsel.forms.Viewer;
import io.handsel.recruitment.RecruitmentRefusal;
import io.handsel.security.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The forms of recruitment: they all open, save themselves and are sent in the same way. */
@Component
class RecruitmentForms {

    private final FormCatalogue forms;
    private final FormDesk desk;
    private final MessageSource messages;

    RecruitmentForms(FormCatalogue forms, FormDesk desk, MessageSource messages) {
        this.forms = forms;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * One form in front of one person.
     *
     * @param form its name, such as {@code recruitment/campaign}
     * @param address where it is opened and sent
     * @param action the word under which its title and its lead stand in the messages
     * @param about what it is about
     * @param back where whoever changes their mind goes
     * @param known what is filled in already, and the choices of lists
     */
    record Sheet(
            Actor actor,
            String form,
            String address,
            String action,
            String about,
            String back,
            Map<String, ? extends @Nullable Object> known) {

        DraftKey draft() {
            return new DraftKey(actor.person(), form, address);
        }

        Viewer viewer() {
            return Viewer.of(actor);
        }
    }

    /** What came of answers that were in order as far as the form can tell. */
    sealed interface Answered {

        record GoTo(String address) implements Answered {}

        record Wrong(RecruitmentRefusal reason, @Nullable String field) implements Answered {}
    }

    String open(Sheet sheet, Model model) {
        return show(sheet, desk.open(forms.newest(sheet.form), sheet.draft(), sheet.known(), sheet.viewer()), model);
    }

    String type(Sheet sheet, FormInput input, Model model) {
        show(sheet, desk.type(forms.newest(sheet.form), sheet.draft(), input, sheet.known(), sheet.viewer()), model);
        return "forms/_form :: body(page=${page}, draftUrl=${draftUrl})";
    }

    ModelAndView send(Sheet sheet, FormInput input, Model model, Function<FormValues, Answered> act) {
        var sent = desk.send(forms.newest(sheet.form), sheet.draft(), input, sheet.known(), sheet.viewer());
        if (!(sent.submission() instanceof Accepted accepted)) {
            return again(sheet, sent.page(), model);
        }
        var answered = act.apply(accepted.values());
        if (answered instanceof Answered.Wrong wrong) {
            var field = Objects.requireNonNullElse(wrong.field(), "");
            return again(
                    sheet,
                    desk.refused(
                            sheet.draft(),
                            input,
                            accepted.form(),
                            field,
                            error(wrong.reason(), sheet.actor().locale())),
                    model);
        }
        desk.done(sheet.draft());
        return new ModelAndView("redirect:" + ((Answered.GoTo) answered).address());
    }

    FormError error(RecruitmentRefusal reason, Locale locale) {
        var key = "recruitment.refused." + reason;
        return new FormError(key, messages.getMessage(key, null, locale));
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
        model.addAttribute("draftUrl", sheet.address() + "/draft");
        return "recruitment/sheet";
    }
}
