package io.handsel.accounts.matching;

/** How alike are two words? Equal words are 1; below a half nobody would take one for the other. */
final class Spelling {

    private static final int LONGEST = 40;

    private Spelling() {}

    static float likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return 0;
        }
        var shorter = one.length() <= other.length() ? one : other;
        var longer = shorter == one ? other : one;
        if (shorter.length() < 3 || longer.length() > LONGEST) {
            return 0;
        }
        float best = 0;
        if (longer.startsWith(shorter)) {
            best = 0.55f + 0.4f * shorter.length() / longer.length();
        } else if (isContraction(shorter, longer)) {
            best = 0.6f;
        }
        int allowed = longer.length() >= 10 ? 3 : longer.length() >= 6 ? 2 : longer.length() >= 4 ? 1 : 0;
        if (longer.length() - shorter.length() <= allowed) {
            int edits = edits(shorter, longer, allowed);
            if (edits <= allowed) {
                best = Math.max(best, 1 - 1.25f * edits / longer.length());
            }
        }
        int prefix = commonPrefix(one, other);
        if (prefix >= 4 && prefix >= 0.55f * longer.length()) {
            best = Math.max(best, 0.45f + 0.4f * prefix / longer.length());
        }
        if (best < 0.8f && shorter.length() >= 4) {
            var skeleton = skeleton(one);
            if (skeleton.length() >= 3 && skeleton.equals(skeleton(other))) {
                best = 0.8f;
            }
        }
        return best;
    }

    /** "mgmt" for management: the first letter and some of the others, in order. */
    private static boolean isContraction(String shorter, String longer) {
        if (shorter.length() > 5 || shorter.charAt(0) != longer.charAt(0) || longer.length() < shorter.length() + 2) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        if (at < shorter.length()) {
            return false;
        }
        int vowels = 0;
        for (int i = 1; i < shorter.length(); i++) {
            if ("aeiou".indexOf(shorter.charAt(i)) >= 0) {
                vowels++;
            }
        }
        return vowels == 0;
    }

    static int commonPrefix(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int at = 0;
        while (at < length && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** Insertions, deletions, substitutions and swaps of neighbours; more than allowed is allowed + 1. */
    static int edits(String one, String other, int allowed) {
        int n = one.length();
        int m = other.length();
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= m; j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    edits = Math.min(edits, before[j - 2] + 1);
                }
                row[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > allowed) {
                return allowed + 1;
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[m];
    }

    /** What remains when vowels and the choices of a transliteration no longer count. */
    static String skeleton(String word) {
        var result = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            char sound = sound(word.charAt(i), next);
            if (sound == ' ' || (sound == 'a' && i > 0)) {
                continue;
            }
            if (result.isEmpty() || result.charAt(result.length() - 1) != sound) {
                result.append(sound);
            }
        }
        return result.toString();
    }

    private static char sound(char letter, char next) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
            case 'h' -> ' ';
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'c' -> next == 'h' || next == 'e' || next == 'i' ? 's' : 'k';
            case 'q' -> 'k';
            case 'g' -> next == 'e' || next == 'i' ? 'j' : 'g';
            case 'z' -> 's';
            case 'w' -> 'v';
            default -> letter;
        };
    }
}
