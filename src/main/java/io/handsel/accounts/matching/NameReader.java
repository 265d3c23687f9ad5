package io.handsel.accounts.matching;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads names the way both sides of a comparison are read: one script, one spelling of common words, parts apart. */
final class NameReader {

    static final NameReader SHARED = new NameReader();

    private static final int LONGEST = 300;
    private static final int MOST_WORDS = 24;
    private static final int LONGEST_FORM = 6;

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final Pattern DOT_INSIDE_WORDS = Pattern.compile("(?<=[a-z0-9]{2})\\.(?=[a-z0-9])");
    private static final Pattern ELISION = Pattern.compile("\\b([ld]|dell|all|nell|sull|qu)['’`´ʹʻʼ]");
    private static final Pattern SILENT = Pattern.compile("[.'’`´ʹʻʼ]");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ORDINAL = Pattern.compile("(\\d+)(st|nd|rd|th)");
    private static final Pattern TRADING_AS = Pattern.compile(
            "(?i)[\\s,;(]+(?:t/a|t\\.a\\.|trading as|trading under|d/b/a|dba|doing business as|also known as|a\\.?k\\.?a\\.?|f/k/a|formerly(?: known as)?)[\\s.:)]+");
    private static final Pattern DASH = Pattern.compile("\\s+[-–—/|]\\s+|\\s*[–—:|]\\s+");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[（]([^()\\[\\]（）]*)[)\\]）]?");
    private static final List<String> NUMBERS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final List<String> ROMAN =
            List.of("", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv");
    private static final Map<String, String> SHORT_FORMS = Map.of(
            "limited",
            "ltd",
            "corporation",
            "corp",
            "incorporated",
            "inc",
            "company",
            "co",
            "private limited",
            "pvt ltd");

    private static final Set<String> FORMS = WordList.lines("/accounts/legal-forms.txt").stream()
            .map(form -> form.replaceFirst("^\\^", ""))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LEADING_FORMS = WordList.lines("/accounts/legal-forms.txt").stream()
            .filter(form -> form.startsWith("^"))
            .map(form -> form.substring(1))
            .collect(Collectors.toUnmodifiableSet());

    private final CommonWords common = CommonWords.SHIPPED;

    private NameReader() {}

    /** The whole name first, then its parts, each once. */
    List<ReadName> read(String name) {
        var text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        Map<String, ReadName> names = new LinkedHashMap<>();
        var brackets = BRACKETS.matcher(text);
        var outside = brackets.replaceAll(" ").strip();
        add(names, outside.isEmpty() ? text : outside, false);
        for (var part : parts(text)) {
            add(names, part, true);
        }
        return List.copyOf(names.values());
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var traded = TRADING_AS.split(text);
        if (traded.length > 1) {
            parts.addAll(List.of(traded));
        }
        for (var side : traded) {
            var outside = BRACKETS.matcher(side).replaceAll(" ").strip();
            var sides = DASH.split(outside);
            if (sides.length > 1) {
                parts.addAll(List.of(sides));
            }
            var inside = BRACKETS.matcher(side);
            while (inside.find()) {
                parts.add(inside.group(1));
            }
        }
        return parts;
    }

    private void add(Map<String, ReadName> names, String text, boolean part) {
        var read = readOne(text, part);
        if (read.isEmpty() || (part && isPlace(read))) {
            return;
        }
        names.putIfAbsent(read.core(), read);
    }

    private boolean isPlace(ReadName read) {
        return read.words().length == 1
                && (common.isPlace(read.words()[0])
                        || common.isGeneric(read.words()[0])
                        || read.core().length() < 2);
    }

    ReadName readOne(String text, boolean part) {
        var written = written(text);
        var form = dropForms(written);
        var words = new ArrayList<String>();
        var core = new StringBuilder();
        var initials = new StringBuilder();
        var all = new StringBuilder();
        for (var word : joinLetters(written)) {
            all.append(word.charAt(0));
            if (word.length() > 1 && common.isSilent(word)) {
                continue;
            }
            initials.append(word.charAt(0));
            core.append(word);
            for (var standing : standing(word)) {
                if (words.size() < MOST_WORDS) {
                    words.add(standing);
                }
            }
        }
        return new ReadName(
                words.toArray(String[]::new), core.toString(), form, initials.toString(), all.toString(), part);
    }

    /** A place as it is compared: its words, joined. */
    String place(String text) {
        return String.join(" ", written(text));
    }

    List<String> written(String text) {
        var latin = latin(text).replace("&", " and ").replace("+", " and ");
        latin = ELISION.matcher(latin).replaceAll(" ");
        latin = DOT_INSIDE_WORDS.matcher(latin).replaceAll(" ");
        latin = SILENT.matcher(latin).replaceAll("");
        var words = new ArrayList<String>();
        for (var word : SEPARATORS.split(latin)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private String latin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return LATIN.transliterate(
                        text.charAt(i) > 0x24f || hasOtherScript(text) ? common.translateScripts(text) : text);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean hasOtherScript(String text) {
        return text.chars()
                .anyMatch(
                        letter -> letter > 0x36f && Character.isLetter(letter) && (letter < 0x1e00 || letter > 0x1eff));
    }

    private String dropForms(List<String> words) {
        var form = "";
        for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0; length--) {
            var start = String.join(" ", words.subList(0, length));
            if (LEADING_FORMS.contains(start)) {
                words.subList(0, length).clear();
                form = start;
                break;
            }
        }
        for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0; length--) {
            var end = words.subList(words.size() - length, words.size());
            var text = String.join(" ", end);
            if (FORMS.contains(text)) {
                end.clear();
                form = text;
                length = Math.min(LONGEST_FORM, words.size() - 1) + 1;
            }
        }
        return SHORT_FORMS.getOrDefault(form, form);
    }

    /** "A B C" and "A & B" are written together as often as apart. */
    private static List<String> joinLetters(List<String> words) {
        var joined = new ArrayList<String>();
        var letters = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                letters.append(word);
            } else if (!letters.isEmpty()
                    && word.equals("and")
                    && i + 1 < words.size()
                    && words.get(i + 1).length() == 1) {
                continue;
            } else {
                flush(letters, joined);
                joined.add(word);
            }
        }
        flush(letters, joined);
        return joined;
    }

    private static void flush(StringBuilder letters, List<String> joined) {
        if (!letters.isEmpty()) {
            joined.add(letters.toString());
            letters.setLength(0);
        }
    }

    String[] standing(String word) {
        var number = number(word);
        if (!number.isEmpty()) {
            return new String[] {number};
        }
        var words = common.standingFor(word);
        if (words.length > 0) {
            return words;
        }
        if (word.length() >= 5
                && !common.isGeneric(word)
                && !common.isPlace(word)
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is")) {
            var singular = word.substring(0, word.length() - 1);
            words = common.standingFor(singular);
            return words.length > 0 ? words : new String[] {singular};
        }
        return new String[] {word};
    }

    private static String number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            var ordinal = ORDINAL.matcher(word);
            var digits = ordinal.matches() ? ordinal.group(1) : word;
            var trimmed = digits.replaceFirst("^0+(?=.)", "");
            return trimmed;
        }
        int spelt = NUMBERS.indexOf(word);
        if (spelt >= 0) {
            return String.valueOf(spelt + 1);
        }
        int roman = word.length() > 1 ? ROMAN.indexOf(word) : -1;
        return roman > 0 ? String.valueOf(roman + 1) : "";
    }
}
