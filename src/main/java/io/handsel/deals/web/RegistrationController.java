package io.handsel.deals.web;

import io.handsel.accounts.QuestionOccasion;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.RegisterDeal;
import io.handsel.deals.RegistrationOutcome;
import io.handsel.forms.DraftKey;
import io.handsel.forms.FilledForm;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormSchema;
import io.handsel.forms.Submission;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Registers a deal, for the first time or again. What is typed is a draft on the server until it is sent. */
@Controller
@RequestMapping("/deals")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
class RegistrationController {

    private static final int LONGEST_SUBJECT = 100;

    private final DealRegistration registration;
    private final DealOverview overview;
    private final FormCatalogue forms;
    private final FormDesk desk;
    private final SentFiles files;
    private final DealTexts texts;
    private final CurrentActor current;

    RegistrationController(
            DealRegistration registration,
            DealOverview overview,
            FormCatalogue forms,
            FormDesk desk,
            SentFiles files,
            DealTexts texts,
            CurrentActor current) {
        this.registration = registration;
        this.overview = overview;
        this.forms = forms;
        this.desk = desk;
        this.files = files;
        this.texts = texts;
        this.current = current;
    }

    /**
     * What a page that asked "is it free?" already knows comes along in the address. Each such customer has a draft of
     * its own, so that an older one about somebody else does not answer for it.
     */
    @GetMapping("/new")
    String form(
            @RequestParam(defaultValue = RegisterDeal.STANDARD) String program,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String website,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String partName,
            Model model) {
        var sheet = Sheet.about(this, program, customer == null ? "" : customer);
        var known = new HashMap<String, @Nullable Object>(sheet.choices);
        known.put("customer", customer);
        known.put("website", website);
        known.put("country", country);
        known.put("part", part);
        known.put("partName", partName);
        known.values().removeIf(value -> value == null);
        return sheet.show(model, open(sheet, known));
    }

    @PostMapping("/new/draft")
    String draft(
            @RequestParam(defaultValue = RegisterDeal.STANDARD) String program,
            @RequestParam(defaultValue = "") String about,
            FormInput input,
            Model model) {
        var sheet = Sheet.about(this, program, about);
        return sheet.typed(
                model, desk.type(sheet.schema, sheet.draft, input, about(sheet, sheet.choices, input), sheet.viewer));
    }

    /** Who would decide this, and by when; registers nothing. */
    @PostMapping("/new/preview")
    String preview(
            @RequestParam(defaultValue = RegisterDeal.STANDARD) String program,
            @RequestParam(defaultValue = "") String about,
            FormInput input,
            Model model) {
        var sheet = Sheet.about(this, program, about);
        var sent = sent(sheet, input, sheet.choices, QuestionOccasion.PREVIEW);
        if (sent.submission() instanceof Submission.Accepted accepted) {
            var command = RegistrationForm.command(program, accepted.values());
            model.addAttribute("preview", registration.preview(sheet.actor, command));
            model.addAttribute("filesGone", !accepted.files().isEmpty());
        }
        return sheet.show(model, sent.page());
    }

    @PostMapping("/new")
    ModelAndView register(
            @RequestParam(defaultValue = RegisterDeal.STANDARD) String program,
            @RequestParam(defaultValue = "") String about,
            FormInput input,
            Model model) {
        var sheet = Sheet.about(this, program, about);
        return send(sheet, input, sheet.choices, model);
    }

    @GetMapping("/{id}/resubmit")
    String formAgain(@PathVariable DealId id, Model model) {
        var deal = overview.details(current.get(), id).registration();
        var sheet = Sheet.of(this, deal.program(), id);
        return sheet.show(model, open(sheet, sheet.knowing(deal)));
    }

    @PostMapping("/{id}/resubmit/draft")
    String draftAgain(@PathVariable DealId id, FormInput input, Model model) {
        var deal = overview.details(current.get(), id).registration();
        var sheet = Sheet.of(this, deal.program(), id);
        return sheet.typed(
                model,
                desk.type(sheet.schema, sheet.draft, input, about(sheet, sheet.knowing(deal), input), sheet.viewer));
    }

    @PostMapping("/{id}/resubmit")
    ModelAndView resubmit(@PathVariable DealId id, FormInput input, Model model) {
        var deal = overview.details(current.get(), id).registration();
        var sheet = Sheet.of(this, deal.program(), id);
        return send(sheet, input, sheet.knowing(deal), model);
    }

    /** The form as it was left; the customer it is about may be in the draft only. */
    private FormPage open(Sheet sheet, Map<String, @Nullable Object> known) {
        var page = desk.open(sheet.schema, sheet.draft, known, sheet.viewer);
        var typed = page.form().draft();
        var whole = about(sheet, known, text(typed.get("customer")), text(typed.get("website")));
        return whole.equals(known) ? page : desk.open(sheet.schema, sheet.draft, whole, sheet.viewer);
    }

    /** Sends the form; where it turns out that it has to ask for the part of the customer, it comes back with that. */
    private FormDesk.Sent sent(
            Sheet sheet, FormInput input, Map<String, @Nullable Object> choices, QuestionOccasion occasion) {
        var known = about(sheet, choices, input);
        var sent = desk.send(sheet.schema, sheet.draft, input, known, sheet.viewer);
        return sent.submission() instanceof Submission.Accepted accepted
                        && !known.containsKey(RegistrationForm.SEVERAL_PARTS)
                        && registration.lacksPart(
                                sheet.actor, RegistrationForm.command(sheet.program, accepted.values()), occasion)
                ? desk.send(sheet.schema, sheet.draft, input, withParts(known), sheet.viewer)
                : sent;
    }

    private Map<String, @Nullable Object> about(Sheet sheet, Map<String, @Nullable Object> known, FormInput input) {
        var typed = input.parameters();
        return about(
                sheet,
                known,
                String.join("", typed.getOrDefault("customer", List.of())),
                String.join("", typed.getOrDefault("website", List.of())));
    }

    private Map<String, @Nullable Object> about(
            Sheet sheet, Map<String, @Nullable Object> known, String customer, String website) {
        return registration.hasSeveralParts(sheet.actor, customer, website) ? withParts(known) : known;
    }

    private static Map<String, @Nullable Object> withParts(Map<String, @Nullable Object> known) {
        var more = new HashMap<String, @Nullable Object>(known);
        more.put(RegistrationForm.SEVERAL_PARTS, true);
        return more;
    }

    private static String text(@Nullable Object typed) {
        return typed == null ? "" : typed.toString();
    }

    private ModelAndView send(Sheet sheet, FormInput input, Map<String, @Nullable Object> known, Model model) {
        var sent = sent(sheet, input, known, QuestionOccasion.REGISTRATION);
        if (!(sent.submission() instanceof Submission.Accepted accepted)) {
            return again(sheet, sent.page(), model);
        }
        var wrongFile = files.refused(sheet.draft, input, accepted, sheet.viewer.locale());
        if (wrongFile.isPresent()) {
            return again(sheet, wrongFile.get(), model);
        }
        var command = RegistrationForm.command(sheet.program, accepted.values());
        var outcome = sheet.deal == null
                ? registration.submit(sheet.actor, command)
                : registration.resubmit(sheet.actor, sheet.deal, command);
        if (outcome instanceof RegistrationOutcome.Registered registered) {
            files.keep(sheet.actor, registered.deal(), accepted);
            desk.done(sheet.draft);
            return new ModelAndView("redirect:/deals/" + registered.deal() + "?said=deals.said.registered");
        }
        var refused = (RegistrationOutcome.Refused) outcome;
        model.addAttribute("oldest", refused.oldest());
        return again(sheet, refused(sheet, input, accepted.form(), refused.reasons()), model);
    }

    private FormPage refused(Sheet sheet, FormInput input, FilledForm form, List<DealOutcome.Refused> reasons) {
        var wrong = form;
        for (var reason : reasons.subList(1, reasons.size())) {
            wrong = wrong.with(DealTexts.field(reason), texts.error(reason, sheet.viewer.locale()));
        }
        var first = reasons.get(0);
        return desk.refused(
                sheet.draft, input, wrong, DealTexts.field(first), texts.error(first, sheet.viewer.locale()));
    }

    private static ModelAndView again(Sheet sheet, FormPage page, Model model) {
        var view = new ModelAndView(sheet.show(model, page));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** One person's sheet of paper: which form, whose draft, for which deal. */
    private record Sheet(
            Actor actor,
            String program,
            @Nullable DealId deal,
            FormSchema schema,
            DraftKey draft,
            Map<String, @Nullable Object> choices,
            Viewer viewer) {

        static Sheet about(RegistrationController house, String program, String customer) {
            var shortened = customer.strip();
            return of(house, program, null, shortened.substring(0, Math.min(LONGEST_SUBJECT, shortened.length())));
        }

        static Sheet of(RegistrationController house, String program, DealId deal) {
            return of(house, program, deal, deal.toString());
        }

        private static Sheet of(RegistrationController house, String program, @Nullable DealId deal, String subject) {
            var actor = house.current.get();
            var registration = house.overview.registrationSheet(actor, program);
            return new Sheet(
                    actor,
                    program,
                    deal,
                    house.forms.newest(registration.form()),
                    new DraftKey(actor.person(), registration.form(), subject),
                    RegistrationForm.choices(registration, actor.locale()),
                    Viewer.of(actor));
        }

        Map<String, @Nullable Object> knowing(RegisterDeal deal) {
            var known = new HashMap<>(choices);
            known.putAll(RegistrationForm.known(deal));
            return known;
        }

        String show(Model model, FormPage page) {
            model.addAttribute("page", page);
            model.addAttribute("program", program);
            model.addAttribute("deal", deal);
            model.addAttribute("action", address(""));
            model.addAttribute("draftUrl", address("/draft"));
            model.addAttribute("previewUrl", address("/preview"));
            model.addAttribute("accountCheck", "/accounts/check");
            return "deals/register";
        }

        String typed(Model model, FormPage page) {
            show(model, page);
            return "forms/_form :: body(page=${page}, draftUrl=${draftUrl})";
        }

        private String address(String step) {
            return deal == null
                    ? UriComponentsBuilder.fromPath("/deals/new" + step)
                            .queryParam("program", "{program}")
                            .queryParam("about", "{about}")
                            .encode()
                            .buildAndExpand(program, draft.subject())
                            .toUriString()
                    : "/deals/" + deal + "/resubmit" + step;
        }
    }
}
