package io.handsel.shell.web;

import io.handsel.security.AllowAnyone;
import io.handsel.shell.NotFound;
import io.handsel.shell.ShellSettings;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The vendor's accent and logo, as files, because pages carry no styles of their own. */
@Controller
@AllowAnyone(because = "the sign-in page already looks like the vendor")
class BrandController {

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final ShellSettings settings;

    BrandController(ShellSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/brand.css")
    ResponseEntity<String> accent() {
        String accent = settings.accent();
        // Never empty: an answer without content leaves without its security headers.
        String css = accent == null ? "/* as shipped */" : css(AccentColour.parse(accent));
        return ResponseEntity.ok()
                .cacheControl(A_DAY)
                .contentType(MediaType.valueOf("text/css"))
                .body(css);
    }

    @GetMapping("/brand/logo")
    ResponseEntity<Resource> logo() {
        Resource logo = settings.logo();
        if (logo == null || !logo.isReadable()) {
            throw new LogoNotFound();
        }
        return ResponseEntity.ok()
                .cacheControl(A_DAY)
                .contentType(MediaTypeFactory.getMediaType(logo).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(logo);
    }

    private static String css(AccentColour accent) {
        return ":root{%s}@media(prefers-color-scheme:dark){:root{%s}}"
                .formatted(
                        variables(accent.readableOn(AccentColour.LIGHT_PAGE)),
                        variables(accent.readableOn(AccentColour.DARK_PAGE)));
    }

    private static String variables(AccentColour colour) {
        return "--accent:%s;--accent-ink:%s;--accent-text:%s".formatted(colour, colour.ink(), colour);
    }

    private static final class LogoNotFound extends NotFound {
        LogoNotFound() {
            super("No logo is set.");
        }
    }
}
