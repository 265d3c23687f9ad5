package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountName;
import io.handsel.accounts.AccountNameKind;
import io.handsel.accounts.AccountNames;
import io.handsel.accounts.AccountOutcome;
import io.handsel.accounts.AccountOutcome.Refused;
import io.handsel.accounts.AccountRegister;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The names an account is found by. */
@Controller
@RequestMapping("/accounts/{id}/names")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class AccountNamesController {

    private final AccountNames names;
    private final AccountRegister register;
    private final CurrentActor currentActor;

    AccountNamesController(AccountNames names, AccountRegister register, CurrentActor currentActor) {
        this.names = names;
        this.register = register;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable AccountId id, Model model) {
        return page(id, AccountNameKind.TRADING, "", model);
    }

    @PostMapping
    String add(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "TRADING") AccountNameKind kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "-1") long version,
            HttpServletResponse response,
            Model model) {
        var outcome = names.add(currentActor.get(), id, new AccountName(kind, name), version);
        return answer(id, outcome, "?said=accounts.said.named", kind, name, response, model);
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "TRADING") AccountNameKind kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "-1") long version,
            HttpServletResponse response,
            Model model) {
        var outcome = names.remove(currentActor.get(), id, new AccountName(kind, name), version);
        return answer(id, outcome, "?said=accounts.said.unnamed", AccountNameKind.TRADING, "", response, model);
    }

    private String answer(
            AccountId id,
            AccountOutcome outcome,
            String said,
            AccountNameKind kind,
            String name,
            HttpServletResponse response,
            Model model) {
        if (outcome instanceof Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refused.reason());
            return page(id, kind, name, model);
        }
        return "redirect:/accounts/" + id + "/names" + said;
    }

    private String page(AccountId id, AccountNameKind kind, String name, Model model) {
        var record = register.record(id);
        model.addAttribute("account", record.account());
        model.addAttribute("version", record.version());
        model.addAttribute("names", names.of(id));
        model.addAttribute("kinds", addable());
        model.addAttribute("kind", kind);
        model.addAttribute("name", name);
        return "accounts/names";
    }

    private static List<AccountNameKind> addable() {
        return Arrays.stream(AccountNameKind.values())
                .filter(kind -> kind != AccountNameKind.LEGAL)
                .toList();
    }
}
