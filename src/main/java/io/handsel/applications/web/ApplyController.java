package io.handsel.applications.web;

import io.handsel.applications.ApplicationOutcome;
import io.handsel.applications.Applying;
import io.handsel.forms.FilledForm;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormData;
import io.handsel.forms.FormError;
import io.handsel.forms.FormFilling;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormPage.DraftState;
import io.handsel.forms.Submission.Accepted;
import io.handsel.forms.Viewer;
import io.handsel.security.AllowAnyone;
import io.handsel.shell.ReaderFormat;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The public page on which a company applies. Nobody is known here, so nothing is kept before it is sent. */
@Controller
@RequestMapping("/apply")
@AllowAnyone(because = "whoever wants to become a partner has no account yet")
class ApplyController {

    private static final String FORM = "applications/apply";

    private final Applying applying;
    private final FormCatalogue forms;
    private final FormFilling filling;
    private final MessageSource messages;
    private final ReaderFormat format;

    ApplyController(
            Applying applying, FormCatalogue forms, FormFilling filling, MessageSource messages, ReaderFormat format) {
        this.applying = applying;
        this.forms = forms;
        this.filling = filling;
        this.messages = messages;
        this.format = format;
    }

    /** @param invitation the secret of a mail we have sent; what we know of the company is filled in */
    @GetMapping
    String form(@RequestParam(defaultValue = "") String invitation, Locale locale, Model model) {
        var filled = filling.open(forms.newest(FORM), data(invitation, locale), viewer(locale));
        return show(FormPage.of(filled), invitation, model);
    }

    @PostMapping
    ModelAndView send(@RequestParam(defaultValue = "") String invitation, FormInput input, Locale locale, Model model) {
        var sent = filling.submit(forms.newest(FORM), input, data(invitation, locale), viewer(locale));
        if (!(sent instanceof Accepted accepted)) {
            return again(sent.form(), invitation, model);
        }
        var outcome = applying.submit(ApplyForm.command(accepted.values(), invitation, locale));
        return outcome instanceof ApplicationOutcome.Refused refused
                ? again(complaining(accepted.form(), refused, locale), invitation, model)
                : new ModelAndView("redirect:/apply/sent");
    }

    /** The same for everybody, so that it tells nothing about anybody. */
    @GetMapping("/sent")
    String sent() {
        return "applications/sent";
    }

    private FormData data(String invitation, Locale locale) {
        Map<String, Object> known = new HashMap<>(ApplyForm.choices(locale));
        known.putAll(applying.knownOf(invitation));
        return FormData.of(known);
    }

    private FilledForm complaining(FilledForm form, ApplicationOutcome.Refused refused, Locale locale) {
        var wrong = form;
        for (var each : refused.reasons()) {
            var key = "applications.refused." + each.reason();
            var day = each.until() == null ? "" : format.day(each.until());
            var sentence = messages.getMessage(key, new Object[] {day}, locale);
            wrong = wrong.with(Objects.requireNonNullElse(each.field(), ""), new FormError(key, sentence));
        }
        return wrong;
    }

    private static ModelAndView again(FilledForm form, String invitation, Model model) {
        var view = new ModelAndView(show(new FormPage(form, 0, DraftState.NONE, true), invitation, model));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String show(FormPage page, String invitation, Model model) {
        var address = UriComponentsBuilder.fromPath("/apply");
        if (!invitation.isBlank()) {
            address.queryParam("invitation", "{invitation}");
        }
        model.addAttribute("page", page);
        model.addAttribute(
                "action",
                address.encode()
                        .buildAndExpand(Map.of("invitation", invitation))
                        .toUriString());
        return "applications/apply";
    }

    private static Viewer viewer(Locale locale) {
        return new Viewer(locale, ZoneOffset.UTC);
    }
}
