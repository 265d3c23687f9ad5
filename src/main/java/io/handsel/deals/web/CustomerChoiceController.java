package io.handsel.deals.web;

import io.handsel.deals.ChoiceSheet;
import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.FileChoice;
import io.handsel.forms.DraftKey;
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
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The customer's own written choice: filed by the partner it chose, or by the vendor's manager who got the letter. */
@Controller
@RequestMapping("/deals/{id}/choice")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.MANAGER, Role.DIRECTOR})
class CustomerChoiceController {

    private static final String FORM = "deals/customer-choice";

    private final CustomersWord word;
    private final FormCatalogue forms;
    private final FormDesk desk;
    private final SentFiles files;
    private final DealTexts texts;
    private final CurrentActor current;

    CustomerChoiceController(
            CustomersWord word,
            FormCatalogue forms,
            FormDesk desk,
            SentFiles files,
            DealTexts texts,
            CurrentActor current) {
        this.word = word;
        this.forms = forms;
        this.desk = desk;
        this.files = files;
        this.texts = texts;
        this.current = current;
    }

    @GetMapping
    String form(@PathVariable DealId id, Model model) {
        var actor = current.get();
        return sheet(actor, id)
                .map(sheet -> sheet.show(model, desk.open(sheet.schema, sheet.draft, Map.of(), sheet.viewer)))
                .orElse("redirect:" + home(actor, id));
    }

    @PostMapping("/draft")
    String draft(@PathVariable DealId id, FormInput input, Model model) {
        var sheet = sheet(current.get(), id).orElseThrow(() -> ChoiceNotOffered.forDeal(id));
        sheet.show(model, desk.type(sheet.schema, sheet.draft, input, Map.of(), sheet.viewer));
        return "forms/_form :: body(page=${page}, draftUrl=${draftUrl})";
    }

    @PostMapping
    ModelAndView send(@PathVariable DealId id, FormInput input, Model model) {
        var actor = current.get();
        var found = sheet(actor, id);
        if (found.isEmpty()) {
            return new ModelAndView("redirect:" + home(actor, id));
        }
        var sheet = found.get();
        var sent = desk.send(sheet.schema, sheet.draft, input, Map.of(), sheet.viewer);
        if (!(sent.submission() instanceof Submission.Accepted accepted)) {
            return again(sheet, sent.page(), model);
        }
        var wrongFile = files.refused(sheet.draft, input, accepted, sheet.viewer.locale());
        if (wrongFile.isPresent()) {
            return again(sheet, wrongFile.get(), model);
        }
        var outcome = word.file(actor, id, accepted.values().to(FileChoice.class), accepted.files());
        if (outcome instanceof DealOutcome.Refused refused) {
            var error = texts.error(refused, sheet.viewer.locale());
            return again(
                    sheet, desk.refused(sheet.draft, input, accepted.form(), DealTexts.field(refused), error), model);
        }
        desk.done(sheet.draft);
        return new ModelAndView("redirect:" + home(actor, id) + "?said=deals.said.choice");
    }

    private Optional<Sheet> sheet(Actor actor, DealId id) {
        return word.sheet(actor, id)
                .map(deal -> new Sheet(
                        deal,
                        actor.isPartner(),
                        forms.newest(FORM),
                        new DraftKey(actor.person(), FORM, id.toString()),
                        Viewer.of(actor)));
    }

    private static String home(Actor actor, DealId id) {
        return actor.isPartner() ? "/deals/" + id : "/tasks";
    }

    private static ModelAndView again(Sheet sheet, FormPage page, Model model) {
        var view = new ModelAndView(sheet.show(model, page));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private record Sheet(ChoiceSheet deal, boolean ofPartner, FormSchema schema, DraftKey draft, Viewer viewer) {

        String show(Model model, FormPage page) {
            var address = "/deals/" + deal.deal() + "/choice";
            model.addAttribute("page", page);
            model.addAttribute("sheet", deal);
            model.addAttribute("ofPartner", ofPartner);
            model.addAttribute("action", address);
            model.addAttribute("draftUrl", address + "/draft");
            return "deals/choice";
        }
    }
}
