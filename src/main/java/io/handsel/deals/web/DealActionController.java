package io.handsel.deals.web;

import io.handsel.deals.AmendDeal;
import io.handsel.deals.DealAction;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealProtection;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.LoseDeal;
import io.handsel.deals.RequestExtension;
import io.handsel.deals.UpdateDeal;
import io.handsel.deals.WinDeal;
import io.handsel.forms.DraftKey;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormSchema;
import io.handsel.forms.FormValues;
import io.handsel.forms.Submission;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a partner does with a deal after registering it. Every step is a form of its own, so that a program designer can
 * ask for more; they all open, save and send in the same way.
 */
@Controller
@RequestMapping("/deals/{id}/{step:withdraw|information|update|extension|amendment|won|lost}")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
class DealActionController {

    private static final String SAID = "deals.said.";

    private final DealOverview overview;
    private final DealRegistration registration;
    private final DealProtection protection;
    private final DealClosing closing;
    private final FormCatalogue forms;
    private final FormDesk desk;
    private final SentFiles files;
    private final DealTexts texts;
    private final CurrentActor current;

    DealActionController(
            DealOverview overview,
            DealRegistration registration,
            DealProtection protection,
            DealClosing closing,
            FormCatalogue forms,
            FormDesk desk,
            SentFiles files,
            DealTexts texts,
            CurrentActor current) {
        this.overview = overview;
        this.registration = registration;
        this.protection = protection;
        this.closing = closing;
        this.forms = forms;
        this.desk = desk;
        this.files = files;
        this.texts = texts;
        this.current = current;
    }

    /** The steps by their word in the address. */
    enum Step {
        WITHDRAW("deals/withdraw-deal", DealAction.WITHDRAW),
        INFORMATION("", DealAction.PROVIDE_INFORMATION),
        UPDATE("deals/update-deal", DealAction.UPDATE),
        EXTENSION("deals/request-extension", DealAction.REQUEST_EXTENSION),
        AMENDMENT("deals/amend-deal", DealAction.AMEND),
        WON("deals/close-won", DealAction.CLOSE_WON),
        LOST("deals/close-lost", DealAction.CLOSE_LOST);

        private final String form;
        private final DealAction action;

        Step(String form, DealAction action) {
            this.form = form;
            this.action = action;
        }

        /** Public because the page asks, and expressions find nothing else. */
        public DealAction action() {
            return action;
        }

        static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @GetMapping
    String form(@PathVariable DealId id, @PathVariable String step, Model model) {
        var sheet = sheet(id, Step.of(step));
        if (!sheet.deal.actions().contains(sheet.step.action())) {
            return "redirect:/deals/" + id;
        }
        return sheet.show(model, desk.open(sheet.schema, sheet.draft, sheet.known, sheet.viewer));
    }

    @PostMapping("/draft")
    String draft(@PathVariable DealId id, @PathVariable String step, FormInput input, Model model) {
        var sheet = sheet(id, Step.of(step));
        sheet.show(model, desk.type(sheet.schema, sheet.draft, input, sheet.known, sheet.viewer));
        return "forms/_form :: body(page=${page}, draftUrl=${draftUrl})";
    }

    @PostMapping
    ModelAndView send(@PathVariable DealId id, @PathVariable String step, FormInput input, Model model) {
        var sheet = sheet(id, Step.of(step));
        var sent = desk.send(sheet.schema, sheet.draft, input, sheet.known, sheet.viewer);
        if (!(sent.submission() instanceof Submission.Accepted accepted)) {
            return again(sheet, sent.page(), model);
        }
        var wrongFile = files.refused(sheet.draft, input, accepted, sheet.viewer.locale());
        if (wrongFile.isPresent()) {
            return again(sheet, wrongFile.get(), model);
        }
        var outcome = act(sheet, accepted.values());
        if (outcome instanceof DealOutcome.Refused refused) {
            var error = texts.error(refused, sheet.viewer.locale());
            var page = desk.refused(sheet.draft, input, accepted.form(), DealTexts.field(refused), error);
            return again(sheet, page, model);
        }
        files.keep(sheet.actor, id, accepted);
        desk.done(sheet.draft);
        return new ModelAndView("redirect:/deals/" + id + "?said=" + SAID + step);
    }

    private DealOutcome act(Sheet sheet, FormValues values) {
        var actor = sheet.actor;
        var id = sheet.deal.id();
        return switch (sheet.step) {
            case WITHDRAW -> registration.withdraw(actor, id, values.text("reason"));
            case INFORMATION ->
                registration.provideInformation(
                        actor,
                        id,
                        RegistrationForm.command(sheet.deal.registration().program(), values));
            case UPDATE -> protection.update(actor, id, values.to(UpdateDeal.class));
            case EXTENSION ->
                protection.requestExtension(
                        actor, id, values.to(RequestExtension.class).with(values.additionalTo(RequestExtension.class)));
            case AMENDMENT -> protection.amend(actor, id, values.to(AmendDeal.class));
            case WON -> closing.win(actor, id, values.to(WinDeal.class));
            case LOST -> closing.lose(actor, id, values.to(LoseDeal.class));
        };
    }

    private Sheet sheet(DealId id, Step step) {
        var actor = current.get();
        var deal = overview.details(actor, id);
        var information = step == Step.INFORMATION;
        var registering = overview.registrationSheet(actor, deal.registration().program());
        var name = information ? registering.form() : step.form;
        var schema = forms.newest(name);
        var known = new LinkedHashMap<>(RegistrationForm.choices(registering, actor.locale()));
        known.putAll(known(deal));
        return new Sheet(
                actor,
                step,
                deal,
                information ? schema.onlyEditable(editable(deal.marked())) : schema,
                new DraftKey(actor.person(), name, id + "/" + step.name()),
                known,
                Viewer.of(actor));
    }

    /** Whoever is asked what has happened so far may show it, too. */
    private static Set<String> editable(Set<String> marked) {
        var editable = new HashSet<>(marked);
        if (marked.contains("evidence")) {
            editable.add("evidenceFiles");
        }
        return editable;
    }

    /** The deal as forms know it: what was registered, and how it stands. */
    private static Map<String, @Nullable Object> known(DealDetails deal) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(RegistrationForm.known(deal.registration()));
        known.put("stage", deal.stage().name());
        known.put("nextStep", deal.nextStep());
        return known;
    }

    private static ModelAndView again(Sheet sheet, FormPage page, Model model) {
        var view = new ModelAndView(sheet.show(model, page));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private record Sheet(
            Actor actor,
            Step step,
            DealDetails deal,
            FormSchema schema,
            DraftKey draft,
            Map<String, @Nullable Object> known,
            Viewer viewer) {

        String show(Model model, FormPage page) {
            var address = "/deals/" + deal.id() + "/" + step.name().toLowerCase(Locale.ROOT);
            model.addAttribute("page", page);
            model.addAttribute("deal", deal);
            model.addAttribute("step", step);
            model.addAttribute("action", address);
            model.addAttribute("draftUrl", address + "/draft");
            return "deals/act";
        }
    }
}
