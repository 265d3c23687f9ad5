package io.handsel.recruitment.web;

import io.handsel.forms.CountryChoices;
import io.handsel.forms.FilledForm;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormData;
import io.handsel.forms.FormFilling;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormPage.DraftState;
import io.handsel.forms.Submission.Accepted;
import io.handsel.forms.Viewer;
import io.handsel.recruitment.CandidateIntake;
import io.handsel.recruitment.CandidateOutcome;
import io.handsel.security.AllowAnyone;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public page "Become a partner": what it is like, the way to the application, and a form to be called. */
@Controller
@RequestMapping("/become-a-partner")
@AllowAnyone(because = "whoever might become a partner has no account yet")
class BecomePartnerController {

    private static final String FORM = "recruitment/become-a-partner";

    private final CandidateIntake intake;
    private final FormCatalogue forms;
    private final FormFilling filling;
    private final RecruitmentForms words;

    BecomePartnerController(CandidateIntake intake, FormCatalogue forms, FormFilling filling, RecruitmentForms words) {
        this.intake = intake;
        this.forms = forms;
        this.filling = filling;
        this.words = words;
    }

    @GetMapping
    String form(Locale locale, Model model) {
        return show(FormPage.of(filling.open(forms.newest(FORM), known(locale), viewer(locale))), model);
    }

    /** The answer is the same whether we know the company already or not: it tells nothing about anybody. */
    @PostMapping
    ModelAndView send(FormInput input, Locale locale, Model model) {
        var sent = filling.submit(forms.newest(FORM), input, known(locale), viewer(locale));
        if (!(sent instanceof Accepted accepted)) {
            return again(sent.form(), model);
        }
        var outcome = intake.fromPublicPage(CandidateForm.wish(accepted.values()));
        return outcome instanceof CandidateOutcome.Refused refused
                ? again(
                        accepted.form()
                                .with(
                                        Objects.requireNonNullElse(refused.field(), ""),
                                        words.error(refused.reason(), locale)),
                        model)
                : new ModelAndView("redirect:/become-a-partner/thanks");
    }

    @GetMapping("/thanks")
    String thanks() {
        return "recruitment/thanks";
    }

    private static FormData known(Locale locale) {
        return FormData.of(Map.of("countries", CountryChoices.in(locale)));
    }

    private static Viewer viewer(Locale locale) {
        return new Viewer(locale, ZoneOffset.UTC);
    }

    private static ModelAndView again(FilledForm form, Model model) {
        var view = new ModelAndView(show(new FormPage(form, 0, DraftState.NONE, true), model));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String show(FormPage page, Model model) {
        model.addAttribute("page", page);
        return "recruitment/become-a-partner";
    }
}
