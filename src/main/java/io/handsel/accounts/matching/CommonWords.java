package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words many names share, in the languages they are written in, each with the one spelling that stands for all. */
final class CommonWords {

    static final CommonWords SHIPPED = new CommonWords();

    private final Map<String, String[]> spellings = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> generic = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final Map<Character, List<Replacement>> scripts = new HashMap<>();

    private CommonWords() {
        var section = "";
        for (var line : WordList.lines("/accounts/common-words.txt")) {
            if (line.startsWith("[")) {
                section = line;
            } else {
                learn(section, line);
            }
        }
        for (var replacements : scripts.values()) {
            replacements.sort(Comparator.comparing(
                    (Replacement replacement) -> -replacement.text().length()));
        }
        for (var country : Countries.names()) {
            if (country.indexOf(' ') < 0) {
                places.add(country);
            }
        }
    }

    private void learn(String section, String line) {
        if (section.equals("[silent]")) {
            silent.addAll(List.of(line.split(" ")));
            return;
        }
        var colon = line.indexOf(':');
        var one = line.substring(0, colon);
        var others = line.substring(colon + 1).strip();
        if (section.equals("[scripts]")) {
            scripts.computeIfAbsent(one.charAt(0), first -> new ArrayList<>()).add(new Replacement(one, others));
            return;
        }
        var words = one.split(" ");
        var meaning = section.equals("[places]") ? places : section.equals("[kinds]") ? kinds : generic;
        meaning.addAll(List.of(words));
        for (var other : others.split(" +")) {
            spellings.putIfAbsent(other, words);
        }
    }

    /** The words that stand for this one; nothing if it is nobody's spelling but its own. */
    String[] standingFor(String word) {
        return spellings.getOrDefault(word, NONE);
    }

    boolean isSilent(String word) {
        return silent.contains(word);
    }

    boolean isKind(String word) {
        return kinds.contains(word);
    }

    boolean isGeneric(String word) {
        return generic.contains(word) || kinds.contains(word);
    }

    boolean isPlace(String word) {
        return places.contains(word);
    }

    /** Words of other scripts put into Latin ones, longest first; what is unknown stays for the transliteration. */
    String translateScripts(String text) {
        var result = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            var found = at;
            for (var replacement : scripts.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(replacement.text(), at)) {
                    result.append(' ').append(replacement.latin()).append(' ');
                    found = at + replacement.text().length();
                    break;
                }
            }
            if (found == at) {
                result.append(text.charAt(at++));
            } else {
                at = found;
            }
        }
        return result.toString();
    }

    private static final String[] NONE = {};

    private record Replacement(String text, String latin) {}
}
