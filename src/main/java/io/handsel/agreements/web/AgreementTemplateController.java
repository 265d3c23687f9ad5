package io.handsel.agreements.web;

import io.handsel.agreements.AgreementTemplates;
import io.handsel.agreements.Placeholder;
import io.handsel.agreements.TemplateOutcome;
import io.handsel.agreements.TemplateOutcome.Refused;
import io.handsel.agreements.TemplateVersion;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The templates of agreements: read by whoever decides about partners, written by designers. */
@Controller
@RequestMapping("/agreements/templates")
@Allow({Role.DESIGNER, Role.OPERATOR, Role.DIRECTOR, Role.MANAGER})
class AgreementTemplateController {

    private static final int UNPROCESSABLE = 422;
    private static final String ONE = "/{name}";

    private final AgreementTemplates templates;
    private final People people;
    private final CurrentActor current;

    AgreementTemplateController(AgreementTemplates templates, People people, CurrentActor current) {
        this.templates = templates;
        this.people = people;
        this.current = current;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("templates", templates.list());
        model.addAttribute("mayWrite", mayWrite());
        return "agreements/templates";
    }

    /** @param version an older one, to read */
    @GetMapping(ONE)
    String template(@PathVariable String name, @RequestParam @Nullable Integer version, Model model) {
        var versions = versions(name);
        var shown = versions.stream()
                .filter(each -> Integer.valueOf(each.version()).equals(version))
                .findAny()
                .orElse(versions.get(0));
        model.addAttribute("form", TemplateForm.of(versions.get(0)));
        model.addAttribute("preview", templates.preview(shown.title(), shown.body()));
        return page(versions, shown, model);
    }

    /** Writes the next version, or only shows what it would look like. */
    @PostMapping(ONE)
    @Allow(Role.DESIGNER)
    String write(
            @PathVariable String name,
            @ModelAttribute("form") TemplateForm form,
            BindingResult problems,
            @RequestParam(defaultValue = "") String act,
            HttpServletResponse response,
            Model model) {
        var versions = versions(name);
        var refused = act.equals("preview") ? templates.judge(form.title(), form.body()) : write(versions.get(0), form);
        if (refused.isEmpty() && !act.equals("preview")) {
            return "redirect:/agreements/templates/" + versions.get(0).name() + "?said=agreements.said.templateWritten";
        }
        refused.ifPresent(why -> {
            problems.rejectValue(
                    why.reason().field(),
                    "agreements.template.refused." + why.reason(),
                    new Object[] {why.placeholders().stream().sorted().collect(Collectors.joining(", "))},
                    null);
            response.setStatus(UNPROCESSABLE);
        });
        if (refused.isEmpty()) {
            model.addAttribute("preview", templates.preview(form.title(), form.body()));
        }
        return page(versions, versions.get(0), model);
    }

    private Optional<Refused> write(TemplateVersion newest, TemplateForm form) {
        TemplateOutcome outcome = templates.write(
                current.get(), newest.template(), newest.language(), form.afterVersion(), form.title(), form.body());
        return outcome instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }

    private List<TemplateVersion> versions(String name) {
        return templates
                .named(name)
                .map(newest -> templates.versions(newest.template(), newest.language()))
                .orElseThrow(() -> TemplateNotFound.named(name));
    }

    private String page(List<TemplateVersion> versions, TemplateVersion shown, Model model) {
        var writers = people.among(versions.stream()
                .map(TemplateVersion::writtenBy)
                .filter(Objects::nonNull)
                .map(PersonId.class::cast)
                .collect(Collectors.toSet()));
        model.addAttribute("versions", versions);
        model.addAttribute("shown", shown);
        model.addAttribute("writers", writers);
        model.addAttribute("placeholders", Placeholder.all());
        model.addAttribute("mayWrite", mayWrite());
        return "agreements/template";
    }

    private boolean mayWrite() {
        return current.get().is(Role.DESIGNER);
    }
}
