package io.handsel.agreements.web;

import io.handsel.agreements.AgreementConclusion;
import io.handsel.agreements.AgreementId;
import io.handsel.agreements.AgreementNotFound;
import io.handsel.agreements.AgreementOutcome;
import io.handsel.agreements.AgreementOutcome.Done;
import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.agreements.AgreementOverview;
import io.handsel.agreements.AgreementRefusal;
import io.handsel.agreements.AgreementSigning;
import io.handsel.agreements.AgreementStatus;
import io.handsel.agreements.Agreements;
import io.handsel.partner.PartnerId;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An agreement: to a partner its own, to read, to sign and to keep; to the vendor's people all of them. */
@Controller
@RequestMapping("/agreements")
@Allow({
    Role.PARTNER_ADMIN,
    Role.PARTNER_SALES,
    Role.PARTNER_MARKETING,
    Role.PARTNER_FINANCE,
    Role.MANAGER,
    Role.DIRECTOR,
    Role.FINANCE,
    Role.OPERATOR
})
class AgreementController {

    private static final int PAGE = 50;
    private static final int UNPROCESSABLE = 422;

    private final Agreements agreements;
    private final AgreementOverview overview;
    private final AgreementSigning signing;
    private final AgreementConclusion conclusion;
    private final CurrentActor current;

    AgreementController(
            Agreements agreements,
            AgreementOverview overview,
            AgreementSigning signing,
            AgreementConclusion conclusion,
            CurrentActor current) {
        this.agreements = agreements;
        this.overview = overview;
        this.signing = signing;
        this.conclusion = conclusion;
        this.current = current;
    }

    /** A partner has one; it is led there. */
    @GetMapping
    String list(@RequestParam @Nullable String status, @RequestParam @Nullable String after, Model model) {
        var own = current.get().partner().map(PartnerId::of);
        if (own.isPresent()) {
            return agreements
                    .of(own.get())
                    .map(agreement -> "redirect:/agreements/" + agreement.id())
                    .orElse("agreements/none");
        }
        var wanted = Arrays.stream(AgreementStatus.values())
                .filter(known -> known.name().equals(status))
                .findAny();
        model.addAttribute("page", overview.page(wanted.orElse(null), after, PAGE));
        model.addAttribute("status", wanted.orElse(null));
        model.addAttribute("statuses", AgreementStatus.values());
        model.addAttribute("mayReadTemplates", !current.get().is(Role.FINANCE));
        return "agreements/list";
    }

    @GetMapping("/{id}")
    String details(@PathVariable AgreementId id, Model model) {
        model.addAttribute("form", SignatureForm.empty());
        model.addAttribute("withdrawal", new ReasonForm(""));
        return page(id, model);
    }

    @PostMapping("/{id}/sign")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
    String sign(
            @PathVariable AgreementId id,
            @ModelAttribute("form") SignatureForm form,
            BindingResult problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOwn(id);
        var outcome = signing.sign(current.get(), id, form.from(request.getRemoteAddr()));
        if (outcome instanceof Done) {
            return "redirect:/agreements/" + id + "?said=agreements.said.signed";
        }
        refuse(outcome, problems);
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("withdrawal", new ReasonForm(""));
        return page(id, model);
    }

    /** The PDF, always handed over as a file to keep. */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable AgreementId id) {
        var details = overview.details(current.get(), id);
        var file = overview.file(current.get(), id).orElseThrow(() -> AgreementNotFound.of(id));
        return Download.ofForeign(details.agreement().number() + ".pdf", "application/pdf", file.content());
    }

    /** The text anew, the template once more, or another agreement: whatever comes next here. */
    @PostMapping("/{id}/again")
    @Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
    String again(@PathVariable AgreementId id) {
        var outcome = conclusion.again(current.get(), id);
        if (outcome instanceof Done done) {
            return "redirect:/agreements/" + done.agreement() + "?said=agreements.said.again";
        }
        return outcome.equals(new Refused(AgreementRefusal.TEMPLATE_MISSING))
                ? "redirect:/agreements/" + id + "?said=agreements.said.templateMissing"
                : "redirect:/agreements/" + id + "?said=agreements.said.notPossible";
    }

    @PostMapping("/{id}/withdraw")
    @Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
    String withdraw(
            @PathVariable AgreementId id,
            @ModelAttribute("withdrawal") ReasonForm form,
            BindingResult problems,
            HttpServletResponse response,
            Model model) {
        var outcome = conclusion.withdraw(current.get(), id, form.reason());
        if (outcome instanceof Done) {
            return "redirect:/agreements/" + id + "?said=agreements.said.withdrawn";
        }
        refuse(outcome, problems);
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("form", SignatureForm.empty());
        return page(id, model);
    }

    private String page(AgreementId id, Model model) {
        model.addAttribute("details", overview.details(current.get(), id));
        return "agreements/details";
    }

    /** Somebody else's is not there. */
    private void requireOwn(AgreementId id) {
        if (!agreements.isOwn(current.get(), id)) {
            throw AgreementNotFound.of(id);
        }
    }

    private static void refuse(AgreementOutcome outcome, BindingResult problems) {
        if (outcome instanceof Refused refused) {
            var key = "agreements.refused." + refused.reason();
            Optional.ofNullable(refused.field())
                    .ifPresentOrElse(field -> problems.rejectValue(field, key), () -> problems.reject(key));
        }
    }
}
