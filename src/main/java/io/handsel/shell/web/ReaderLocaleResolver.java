package io.handsel.shell.web;

import io.handsel.security.Actor;
import io.handsel.security.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * Language and zone of the reader: the person's own, which the profile page changes; for those not signed in the language
 * chosen on a page (a cookie), else what the browser asks for among the languages we speak.
 */
class ReaderLocaleResolver implements LocaleContextResolver {

    static final String COOKIE = "language";
    static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.GERMANY);

    private final CurrentActor currentActor;

    ReaderLocaleResolver(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        Optional<Actor> actor = currentActor.find();
        Locale locale = actor.map(Actor::locale)
                .map(ReaderLocaleResolver::spoken)
                .or(() -> chosen(request))
                .orElseGet(() -> asked(request));
        TimeZone zone = TimeZone.getTimeZone(actor.map(Actor::zone).orElse(ZoneOffset.UTC));
        return new TimeZoneAwareLocaleContext() {
            @Override
            public Locale getLocale() {
                return locale;
            }

            @Override
            public TimeZone getTimeZone() {
                return zone;
            }
        };
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale locale = resolveLocaleContext(request).getLocale();
        return locale == null ? Locale.UK : locale;
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        Locale locale = context == null ? null : context.getLocale();
        if (response != null && locale != null) {
            response.addHeader(
                    "Set-Cookie",
                    ResponseCookie.from(COOKIE, spoken(locale).getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        setLocaleContext(request, response, () -> locale);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? Optional.empty()
                : LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(cookie.getValue()))
                        .findAny();
    }

    private static Locale asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> LANGUAGES.stream()
                        .anyMatch(language -> language.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .map(ReaderLocaleResolver::spoken)
                .orElse(Locale.UK);
    }

    /** This locale when we speak its language, with a country, because dates need one; else English. */
    private static Locale spoken(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findAny()
                .map(language -> locale.getCountry().isEmpty() ? language : locale)
                .orElse(Locale.UK);
    }
}
