package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the pages say in one language, by the keys of the message files, and how they are to look. */
record Wording(MessageSource messages, Locale locale, Examination examination) {

    String of(String key, Object... given) {
        return messages.getMessage(key, given, locale);
    }

    /** A country as lists of countries write it. */
    String country(String code) {
        return new Locale("", code).getDisplayCountry(locale);
    }

    String language() {
        return locale.getLanguage();
    }

    /** What is in front of somebody is in this language and in no other, and it is in nobody's way. */
    Visitor isFitFor(Visitor visitor) {
        Pictures.take(visitor.page());
        assertThat(visitor.find("html").getAttribute("lang")).isEqualTo(language());
        if (locale.equals(Locale.GERMAN)) {
            GermanPages.readsOnlyGerman(visitor);
        }
        assertThat(visitor.everything()).as(visitor.page().url()).doesNotContain("??");
        assertThat(examination.of(visitor.page())).as(visitor.page().url()).isEmpty();
        return visitor;
    }
}
