package io.handsel.agreements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template may leave open, written as <code>{{partner}}</code>. The list is closed: each is a fact we keep. */
public enum Placeholder {
    PARTNER,
    PARTNER_REGION,
    CURRENCY,
    SIGNER,
    SIGNER_EMAIL,
    VENDOR,
    MANAGER,
    NUMBER,
    DATE;

    private static final Pattern SLOT = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** As it stands between the braces: {@code signer-email}. */
    public String inTemplate() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(Placeholder::inTemplate).toList();
    }

    /** What stands between braces in this text and is none of them. */
    static Set<String> unknownIn(String text) {
        Set<String> unknown = new TreeSet<>();
        SLOT.matcher(text).results().map(found -> found.group(1)).forEach(unknown::add);
        all().forEach(unknown::remove);
        return unknown;
    }

    static String fill(String text, Function<Placeholder, String> values) {
        return SLOT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(of(found.group(1)))));
    }

    private static Placeholder of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
