package io.handsel.notifications;

import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Money;
import io.handsel.shell.ReaderFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a notice into words, in the language and time zone of who reads it. */
@Component
class LetterWriter {

    private static final int LONGEST_SUBJECT = 300;

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final ReaderFormat format;
    private final NotificationSettings settings;

    LetterWriter(
            MessageSource messages, ITemplateEngine templates, ReaderFormat format, NotificationSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.format = format;
        this.settings = settings;
    }

    Letter write(Notice notice, EmailAddress recipient, Locale language, ZoneId zone) {
        var locale = withCountry(language);
        var writersContext = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(zone)));
        try {
            return inWords(notice, recipient, locale);
        } finally {
            LocaleContextHolder.setLocaleContext(writersContext);
        }
    }

    private Letter inWords(Notice notice, EmailAddress recipient, Locale locale) {
        var arguments = notice.arguments().stream().map(this::spoken).toArray();
        var subject = onOneLine(messages.getMessage(notice.about() + ".subject", arguments, locale));
        var paragraphs = Arrays.stream(messages.getMessage(notice.about() + ".text", arguments, locale)
                        .split("\\R\\s*\\R"))
                .map(String::strip)
                .toList();
        var link = notice.link() == null ? "" : settings.baseUrl() + notice.link();
        var unsubscribe = notice.unsubscribe() == null ? "" : settings.baseUrl() + notice.unsubscribe();
        var html = templates.process(
                "notifications/mail",
                new Context(
                        locale,
                        Map.of(
                                "subject",
                                subject,
                                "paragraphs",
                                paragraphs,
                                "link",
                                link,
                                "unsubscribe",
                                unsubscribe)));
        return new Letter(
                recipient.address(),
                locale,
                subject,
                plain(paragraphs, link, unsubscribe, locale),
                html,
                unsubscribe.isEmpty() ? null : unsubscribe);
    }

    private String plain(List<String> paragraphs, String link, String unsubscribe, Locale locale) {
        var text = new StringBuilder(String.join("\n\n", paragraphs));
        if (!link.isEmpty()) {
            text.append("\n\n")
                    .append(messages.getMessage("notifications.mail.open", null, locale))
                    .append(": ")
                    .append(link);
        }
        var end = unsubscribe.isEmpty()
                ? messages.getMessage("notifications.mail.why", null, locale)
                : messages.getMessage("notifications.mail.noMore", null, locale) + ": " + unsubscribe;
        return text.append("\n\n-- \n").append(end).append('\n').toString();
    }

    /** Dates, times and amounts as the recipient writes them; numbers are written so by the message itself. */
    private Object spoken(Object argument) {
        if (argument instanceof Instant instant) {
            return format.deadlineInFull(instant);
        }
        if (argument instanceof LocalDate date) {
            return format.day(date);
        }
        if (argument instanceof Money money) {
            return format.money(money);
        }
        return argument instanceof Number ? argument : argument.toString();
    }

    /** A subject is a header: a customer's name with a line break in it must not begin another. */
    private static String onOneLine(String subject) {
        var line = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
    }

    /** Dates and amounts need a country to be written; without one it is the language's own. */
    private static Locale withCountry(Locale locale) {
        if (!locale.getCountry().isEmpty()) {
            return locale;
        }
        return locale.getLanguage().equals("de") ? Locale.GERMANY : Locale.UK;
    }
}
