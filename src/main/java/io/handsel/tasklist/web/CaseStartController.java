package io.handsel.tasklist.web;

import io.handsel.engine.StartableProcess;
import io.handsel.forms.DraftKey;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormError;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormSchema;
import io.handsel.forms.Submission;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.tasklist.CaseStart;
import io.handsel.tasklist.DeskOutcome.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Beginning a case of a designer's process; the model says which roles may. Every role is named here, because what needs
 * one is what the people of a suspended partner cannot do.
 */
@Controller
@Allow({
    Role.PARTNER_ADMIN,
    Role.PARTNER_SALES,
    Role.PARTNER_MARKETING,
    Role.PARTNER_FINANCE,
    Role.MANAGER,
    Role.DIRECTOR,
    Role.FINANCE,
    Role.DESIGNER,
    Role.OPERATOR
})
class CaseStartController {

    private final CaseStart cases;
    private final FormCatalogue forms;
    private final FormDesk formDesk;
    private final TaskPages pages;
    private final CurrentActor currentActor;

    CaseStartController(
            CaseStart cases, FormCatalogue forms, FormDesk formDesk, TaskPages pages, CurrentActor currentActor) {
        this.cases = cases;
        this.forms = forms;
        this.formDesk = formDesk;
        this.pages = pages;
        this.currentActor = currentActor;
    }

    @GetMapping("/cases/start")
    String list(Model model) {
        model.addAttribute("processes", cases.offeredTo(currentActor.get()));
        return "tasklist/start_list";
    }

    @GetMapping("/cases/start/{process}")
    String form(@PathVariable String process, Model model) {
        var actor = currentActor.get();
        var startable = startable(actor, process);
        return page(
                startable,
                formDesk.open(schema(startable), draft(actor, startable), Map.of(), Viewer.of(actor)),
                model);
    }

    @PostMapping("/cases/start/{process}/draft")
    String draft(@PathVariable String process, FormInput input, Model model) {
        var actor = currentActor.get();
        var startable = startable(actor, process);
        model.addAttribute(
                "form", formDesk.type(schema(startable), draft(actor, startable), input, Map.of(), Viewer.of(actor)));
        model.addAttribute("draftUrl", "/cases/start/" + process + "/draft");
        return "tasklist/_form_body";
    }

    @PostMapping("/cases/start/{process}")
    String start(@PathVariable String process, FormInput input, Model model, HttpServletResponse response) {
        var actor = currentActor.get();
        var startable = startable(actor, process);
        var draft = draft(actor, startable);
        var sent = formDesk.send(schema(startable), draft, input, Map.of(), Viewer.of(actor));
        if (sent.submission() instanceof Submission.Accepted accepted) {
            var outcome = cases.begin(actor, startable, accepted.values(), accepted.files());
            if (outcome instanceof Refused refused) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page(startable, refused(draft, input, accepted, refused), model);
            }
            formDesk.done(draft);
            return "redirect:/cases/start?said=tasklist.said.caseStarted";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(startable, sent.page(), model);
    }

    private FormPage refused(DraftKey draft, FormInput input, Submission.Accepted accepted, Refused refused) {
        var error = new FormError("refused", pages.sentence(refused));
        return formDesk.refused(draft, input, accepted.form(), Objects.requireNonNull(refused.field()), error);
    }

    private StartableProcess startable(Actor actor, String process) {
        return cases.find(actor, process).orElseThrow(() -> ProcessNotFound.with(process));
    }

    private FormSchema schema(StartableProcess process) {
        return forms.deployed(process.deployment(), process.form());
    }

    private static DraftKey draft(Actor actor, StartableProcess process) {
        return new DraftKey(actor.person(), "start/" + process.process(), "");
    }

    private static String page(StartableProcess process, FormPage form, Model model) {
        model.addAttribute("process", process);
        model.addAttribute("form", form);
        return "tasklist/start";
    }
}
