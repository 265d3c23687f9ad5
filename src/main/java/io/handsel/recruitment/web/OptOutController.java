package io.handsel.recruitment.web;

import io.handsel.recruitment.Outreach;
import io.handsel.security.AllowAnyone;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the link at the end of a mail leads. Opening it changes nothing, because programs open links, too; pressing the
 * button does, and pressing it again says the same.
 */
@Controller
@RequestMapping("/opt-out/{token}")
@AllowAnyone(because = "whoever was written to has no account; the link itself is the key")
class OptOutController {

    private final Outreach outreach;

    OptOutController(Outreach outreach) {
        this.outreach = outreach;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        var address = outreach.addressee(token);
        model.addAttribute("token", token);
        model.addAttribute("address", address.map(Object::toString).orElse(null));
        return page(address.isPresent() ? "ASKED" : "UNKNOWN", model, response);
    }

    @PostMapping
    String optOut(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(outreach.optOut(token) ? "DONE" : "UNKNOWN", model, response);
    }

    private static String page(String state, Model model, HttpServletResponse response) {
        if (state.equals("UNKNOWN")) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("state", state);
        return "recruitment/opt-out";
    }
}
