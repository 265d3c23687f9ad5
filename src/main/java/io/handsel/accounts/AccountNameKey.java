package io.handsel.accounts;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.ibm.icu.text.Transliterator;
import io.handsel.accounts.matching.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is left of a company's name when script, case, accents, punctuation and legal form no longer count. Two names
 * with the same key are the same name; what names that merely resemble each other mean is not decided here.
 */
public final class AccountNameKey {

    static final int LONGEST = 200;

    static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final CharMatcher ASCII = CharMatcher.ascii();
    private static final Pattern DOT_INSIDE_WORDS = Pattern.compile("(?<=[\\p{L}\\p{N}]{2})\\.(?=[\\p{L}\\p{N}])");
    private static final Pattern SILENT = Pattern.compile("[.'’`´ʹʻʼ]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_FORM = 6;

    private static final Set<String> FORMS_AT_START = WordList.lines("/accounts/legal-forms.txt").stream()
            .filter(form -> form.startsWith("^"))
            .map(form -> form.substring(1))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FORMS_AT_END = WordList.lines("/accounts/legal-forms.txt").stream()
            .map(form -> form.replaceFirst("^\\^", ""))
            .collect(Collectors.toUnmodifiableSet());

    private AccountNameKey() {}

    /** The name without its legal form; empty if nothing in the text is a letter or a digit. */
    public static String of(String name) {
        var words = words(name);
        dropLeadingForm(words);
        dropTrailingForms(words);
        return cut(String.join(" ", words));
    }

    /** The whole text, only normalised: for cities, and for finding a name by its beginning. */
    public static String plain(String text) {
        return cut(String.join(" ", words(text)));
    }

    private static List<String> words(String text) {
        var latin = latin(text).replace("&", " and ").replace("+", " and ");
        var spaced = DOT_INSIDE_WORDS.matcher(latin).replaceAll(" ");
        var plain = SEPARATORS.matcher(SILENT.matcher(spaced).replaceAll("")).replaceAll(" ");
        var words = new ArrayList<String>();
        for (var word : plain.split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Most names need no transliteration, which takes longer than everything else here. */
    static String latin(String text) {
        return ASCII.matchesAllOf(text) ? Ascii.toLowerCase(text) : LATIN.transliterate(text);
    }

    private static void dropLeadingForm(List<String> words) {
        for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0; length--) {
            if (FORMS_AT_START.contains(String.join(" ", words.subList(0, length)))) {
                words.subList(0, length).clear();
                return;
            }
        }
    }

    private static void dropTrailingForms(List<String> words) {
        for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0; length--) {
            var end = words.subList(words.size() - length, words.size());
            if (FORMS_AT_END.contains(String.join(" ", end))) {
                end.clear();
                length = Math.min(LONGEST_FORM, words.size() - 1) + 1;
            }
        }
    }

    private static String cut(String key) {
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }
}
