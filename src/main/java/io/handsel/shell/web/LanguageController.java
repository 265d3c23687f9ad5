package io.handsel.shell.web;

import io.handsel.security.AllowAnyone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Switches the language and stays on the page. */
@Controller
@AllowAnyone(because = "the sign-in page can be read in each language")
class LanguageController {

    private final LocaleResolver localeResolver;

    LanguageController(LocaleResolver localeResolver) {
        this.localeResolver = localeResolver;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String tag,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        localeResolver.setLocale(request, response, Locale.forLanguageTag(tag));
        return "redirect:" + (isOurs(back) ? back : "/");
    }

    /** Only a path of ours: an address that starts with two slashes leads elsewhere. */
    private static boolean isOurs(String back) {
        return back.matches("/([^/\\\\].*)?");
    }
}
