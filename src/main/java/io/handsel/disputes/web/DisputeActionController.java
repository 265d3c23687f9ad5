package io.handsel.disputes.web;

import io.handsel.disputes.DisputeAction;
import io.handsel.disputes.DisputeDetails;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeOutcome;
import io.handsel.disputes.DisputeOverview;
import io.handsel.disputes.DisputeSettlement;
import io.handsel.disputes.EvidenceDesk;
import io.handsel.disputes.EvidenceKind;
import io.handsel.disputes.PutEvidence;
import io.handsel.disputes.web.DisputeForms.Sheet;
import io.handsel.engine.Spelling;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormValues;
import io.handsel.forms.Submission.Accepted;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a side does in a dispute: puts evidence or says that there is no more, appeals or accepts, takes it back. */
@Controller
@RequestMapping("/disputes/{id}")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
class DisputeActionController {

    private static final String SAID = "disputes.said.";
    private static final String STEP = "/{step:evidence|appeal|withdraw}";

    private final EvidenceDesk evidence;
    private final DisputeSettlement settlement;
    private final DisputeOverview overview;
    private final DisputeForms forms;
    private final DisputeTexts texts;
    private final CurrentActor current;

    DisputeActionController(
            EvidenceDesk evidence,
            DisputeSettlement settlement,
            DisputeOverview overview,
            DisputeForms forms,
            DisputeTexts texts,
            CurrentActor current) {
        this.evidence = evidence;
        this.settlement = settlement;
        this.overview = overview;
        this.forms = forms;
        this.texts = texts;
        this.current = current;
    }

    /** The steps with a form, by their word in the address. */
    enum Step {
        EVIDENCE("disputes/put-evidence", DisputeAction.PUT_EVIDENCE),
        APPEAL("disputes/appeal-dispute", DisputeAction.APPEAL),
        WITHDRAW("disputes/withdraw-dispute", DisputeAction.WITHDRAW);

        private final String form;
        private final DisputeAction action;

        Step(String form, DisputeAction action) {
            this.form = form;
            this.action = action;
        }

        static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @GetMapping(STEP)
    String form(@PathVariable DisputeId id, @PathVariable String step, Model model) {
        var dispute = overview.details(current.get(), id);
        return dispute.actions().contains(Step.of(step).action)
                ? forms.open(sheet(dispute, step), model)
                : "redirect:/disputes/" + id;
    }

    @PostMapping(STEP + "/draft")
    String draft(@PathVariable DisputeId id, @PathVariable String step, FormInput input, Model model) {
        return forms.type(sheet(overview.details(current.get(), id), step), input, model);
    }

    @PostMapping(STEP)
    ModelAndView send(@PathVariable DisputeId id, @PathVariable String step, FormInput input, Model model) {
        var sheet = sheet(overview.details(current.get(), id), step);
        return forms.send(sheet, input, model, accepted -> act(sheet.actor(), id, Step.of(step), accepted));
    }

    /** Says that there is no more evidence. */
    @PostMapping("/done")
    ModelAndView done(@PathVariable DisputeId id) {
        return answered(id, evidence.done(current.get(), id), "done");
    }

    /** Accepts the decision. */
    @PostMapping("/waive")
    ModelAndView waive(@PathVariable DisputeId id) {
        return answered(id, settlement.waive(current.get(), id), "waive");
    }

    private DisputeOutcome act(Actor actor, DisputeId id, Step step, Accepted accepted) {
        var values = accepted.values();
        return switch (step) {
            case EVIDENCE -> {
                var file = accepted.files().values().stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .orElse(null);
                yield evidence.put(actor, id, piece(values), file);
            }
            case APPEAL -> settlement.appeal(actor, id, values.text("reason"));
            case WITHDRAW -> settlement.withdraw(actor, id, values.text("reason"));
        };
    }

    private static PutEvidence piece(FormValues values) {
        var kind = Spelling.constant(EvidenceKind.class, values.text("kind"));
        var attendee = values.text("attendee");
        return new PutEvidence(
                kind, values.date("happenedOn"), attendee.isEmpty() ? null : attendee, values.text("words"));
    }

    private ModelAndView answered(DisputeId id, DisputeOutcome outcome, String said) {
        if (outcome instanceof DisputeOutcome.Refused refused) {
            var actor = current.get();
            var view = new ModelAndView("disputes/refused");
            view.addObject("dispute", overview.details(actor, id));
            view.addObject("refusal", texts.sentence(refused, actor.locale()));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:/disputes/" + id + "?said=" + SAID + said);
    }

    private Sheet sheet(DisputeDetails dispute, String word) {
        var step = Step.of(word);
        var page = "/disputes/" + dispute.id();
        return new Sheet(
                current.get(), step.form, page + "/" + word, step.action.name(), dispute.customer(), page, word);
    }
}
