package io.handsel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names of companies nobody has heard of, none of which resembles another one. */
public final class CompanyNames {

    /** Any letters in any order: of syllables there are so few that many names would resemble each other. */
    private static final int LETTERS = 13;

    private static final int MARK = 8;

    /** Letters in a row that two names may have in common, and how often: what makes names alike is more of that. */
    private static final int IN_A_ROW = 3;

    private static final int MOST_SHARED = 2;

    /** Who has which letters in a row. Two names that are alike by chance would make a test red by chance. */
    private static final Map<String, Set<Integer>> HAVING = new HashMap<>();

    private static int given;

    private CompanyNames() {}

    /** Such as "Kqdavbmelhsot Rwstopzzenedu". */
    public static synchronized String next() {
        while (true) {
            var name = word() + " " + word();
            var rows = IntStream.rangeClosed(0, name.length() - IN_A_ROW)
                    .mapToObj(start -> name.substring(start, start + IN_A_ROW).toLowerCase(Locale.ROOT))
                    .filter(row -> !row.contains(" "))
                    .distinct()
                    .toList();
            if (isUnlikeOthers(rows)) {
                int number = ++given;
                rows.forEach(row ->
                        HAVING.computeIfAbsent(row, none -> new HashSet<>()).add(number));
                return name;
            }
        }
    }

    /**
     * Such as "qkdavbme", to tell one test's names, domains and numbers from another's. Of letters alone: what begins
     * with a zero or is all digits is kept in another spelling than it was written.
     */
    public static String mark() {
        return word().substring(0, MARK).toLowerCase(Locale.ROOT);
    }

    private static boolean isUnlikeOthers(List<String> rows) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (var row : rows) {
            for (var other : HAVING.getOrDefault(row, Set.of())) {
                if (shared.merge(other, 1, Integer::sum) > MOST_SHARED) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String word() {
        return Character.toUpperCase(letter())
                + IntStream.range(1, LETTERS)
                        .mapToObj(place -> String.valueOf(letter()))
                        .collect(Collectors.joining());
    }

    private static char letter() {
        return (char) ThreadLocalRandom.current().nextInt('a', 'z' + 1);
    }
}
