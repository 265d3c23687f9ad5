package io.handsel.tasklist.web;

import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.tasklist.Deputies;
import io.handsel.tasklist.Deputies.Appointment;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who decides instead of whom. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.FINANCE})
class DeputyController {

    private static final String PAGE = "tasklist/deputies";

    private final Deputies deputies;
    private final CurrentActor currentActor;
    private final Clock clock;

    DeputyController(Deputies deputies, CurrentActor currentActor, Clock clock) {
        this.deputies = deputies;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping("/tasks/deputies")
    String show(Model model) {
        model.addAttribute("form", DeputyForm.EMPTY);
        return page(model);
    }

    @PostMapping("/tasks/deputies")
    String appoint(
            @ModelAttribute("form") DeputyForm form, BindingResult binding, Model model, HttpServletResponse response) {
        if (form.deputy() == null) {
            binding.rejectValue("deputy", "tasklist.deputy.who");
        }
        if (form.from() == null || form.until() == null) {
            binding.rejectValue(form.from() == null ? "from" : "until", "tasklist.deputy.when");
        }
        var limit = limit(form, binding);
        if (!binding.hasErrors()) {
            deputies.appoint(currentActor.get(), appointment(currentActor.get(), form, limit))
                    .ifPresent(refusal -> binding.reject("tasklist.deputy.refused." + refusal));
        }
        if (binding.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        return "redirect:/tasks/deputies?said=tasklist.said.deputyAppointed";
    }

    @PostMapping("/tasks/deputies/{id}/end")
    String end(@PathVariable UUID id) {
        if (!deputies.end(currentActor.get(), id)) {
            throw DeputyNotFound.with(id);
        }
        return "redirect:/tasks/deputies?said=tasklist.said.deputyEnded";
    }

    private String page(Model model) {
        var actor = currentActor.get();
        model.addAttribute("deputies", deputies.concerning(actor));
        model.addAttribute("colleagues", deputies.colleagues());
        model.addAttribute("director", actor.is(Role.DIRECTOR));
        model.addAttribute("me", actor.person());
        model.addAttribute("now", clock.instant());
        return PAGE;
    }

    /** Days are meant in the asker's zone; the last one is included. */
    private static Appointment appointment(Actor actor, DeputyForm form, @Nullable Money limit) {
        var absentee = form.absentee() == null ? actor.person() : new PersonId(form.absentee());
        var program = form.program();
        return new Appointment(
                absentee,
                new PersonId(Objects.requireNonNull(form.deputy())),
                Objects.requireNonNull(form.from()).atStartOfDay(actor.zone()).toInstant(),
                Objects.requireNonNull(form.until())
                        .plusDays(1)
                        .atStartOfDay(actor.zone())
                        .toInstant(),
                program == null || program.isBlank() ? null : program.strip(),
                limit);
    }

    private static @Nullable Money limit(DeputyForm form, BindingResult binding) {
        var most = form.most();
        if (most == null) {
            return null;
        }
        try {
            return new Money(most.abs(), Currency.getInstance(form.currency()));
        } catch (IllegalArgumentException | NullPointerException unknown) {
            binding.rejectValue("currency", "tasklist.deputy.currency");
            return null;
        }
    }
}
