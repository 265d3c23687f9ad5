package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountKind;
import io.handsel.accounts.AccountOutcome;
import io.handsel.accounts.AccountOutcome.Refused;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.AccountProfiles;
import io.handsel.accounts.AccountRefusal;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.NewAccount;
import io.handsel.kernel.CountryCode;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an account is written down and changed. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class AccountRecordController {

    private static final String FORM = "form";

    private final AccountRegister register;
    private final AccountProfiles profiles;
    private final CurrentActor currentActor;

    AccountRecordController(AccountRegister register, AccountProfiles profiles, CurrentActor currentActor) {
        this.register = register;
        this.profiles = profiles;
        this.currentActor = currentActor;
    }

    @GetMapping("/accounts/new")
    String blank(@RequestParam(defaultValue = "") String parent, Locale locale, Model model) {
        var form = AccountForm.empty(parent);
        model.addAttribute(FORM, form);
        return blank(form, locale, model);
    }

    @PostMapping("/accounts")
    String write(
            @ModelAttribute(FORM) AccountForm form,
            BindingResult problems,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var outcome = attempt(form, problems, wanted -> register.register(currentActor.get(), wanted));
        if (outcome instanceof Registered registered) {
            return "redirect:/accounts/" + registered.account().id() + "?said=accounts.said.created";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return blank(form, locale, model);
    }

    @GetMapping("/accounts/{id}/edit")
    String edit(@PathVariable AccountId id, Locale locale, Model model) {
        model.addAttribute(FORM, AccountForm.from(register.record(id), profiles.find(id)));
        return change(id, locale, model);
    }

    @PostMapping("/accounts/{id}")
    String change(
            @PathVariable AccountId id,
            @ModelAttribute(FORM) AccountForm form,
            BindingResult problems,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var present = register.record(id);
        var outcome =
                attempt(form, problems, wanted -> register.change(currentActor.get(), id, wanted, form.version(-1)));
        if (outcome instanceof Registered) {
            return "redirect:/accounts/" + id + "?said=accounts.said.changed";
        }
        if (outcome instanceof Refused refused && refused.reason() == AccountRefusal.CHANGED_MEANWHILE) {
            // What was typed stays; beside it stands what somebody else has saved, and saving again is meant.
            model.addAttribute("meanwhile", AccountForm.from(present, profiles.find(id)));
            model.addAttribute("currentVersion", present.version());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return change(id, locale, model);
    }

    /** What became of it; whatever was wrong is said at its field. */
    private AccountOutcome attempt(AccountForm form, BindingResult problems, Function<NewAccount, AccountOutcome> act) {
        var wanted = form.toCommand(problems);
        var profile = form.toProfile(problems);
        var faults = register.faults(wanted);
        faults.forEach(fault -> AccountForm.refuse(fault, problems));
        if (problems.hasErrors()) {
            return faults.isEmpty() ? new Refused(AccountRefusal.UNKNOWN_PARENT, "parent") : faults.get(0);
        }
        var outcome = act.apply(wanted);
        if (outcome instanceof Refused refused) {
            AccountForm.refuse(refused, problems);
        } else if (outcome instanceof Registered registered) {
            profiles.write(currentActor.get(), registered.account().id(), profile);
        }
        return outcome;
    }

    private String blank(AccountForm form, Locale locale, Model model) {
        choices(locale, model);
        if (!form.parent().isEmpty() && form.parent().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            register.find(AccountId.parse(form.parent())).ifPresent(parent -> model.addAttribute("parent", parent));
        }
        return "accounts/new";
    }

    private String change(AccountId id, Locale locale, Model model) {
        choices(locale, model);
        model.addAttribute("account", register.get(id));
        return "accounts/edit";
    }

    private static void choices(Locale locale, Model model) {
        model.addAttribute("countries", CountryCode.namesIn(locale));
        model.addAttribute("kinds", AccountKind.values());
    }
}
