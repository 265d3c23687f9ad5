package io.handsel.accounts.matching;

/** Could a short word be made of the first letters of a name's words? */
final class Initials {

    private static final int LONGEST = 9;

    private Initials() {}

    static boolean couldBe(ReadName question) {
        return question.words().length == 1
                && question.core().length() >= 2
                && question.core().length() <= LONGEST
                && Character.isLetter(question.core().charAt(0));
    }

    /** 1 if it is the initials of all words; less where letters come from inside words or words are passed over. */
    static float likeness(String letters, NameTable table, int name) {
        int from = table.from(name);
        int count = table.to(name) - from;
        if (count < 2) {
            return 0;
        }
        if (table.hasInitials(name, KeyPostings.key(letters))) {
            return 1;
        }
        var words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = table.vocabulary.word(table.wordAt(from + i));
        }
        return likeness(letters, words);
    }

    static float likeness(String letters, String[] words) {
        float best = 0;
        for (int start = 0; start < Math.min(2, words.length); start++) {
            best = Math.max(best, walk(letters, 0, words, start, 0, start));
        }
        return best;
    }

    private static float walk(String letters, int at, String[] words, int word, int used, int skipped) {
        if (at == letters.length()) {
            if (used < 2) {
                return 0;
            }
            int over = skipped + words.length - word;
            float perWord = (float) used / letters.length();
            return Math.max(0, 0.9f * (0.4f + 0.6f * perWord) * (1 - (float) over / (words.length + 1)));
        }
        if (word == words.length || skipped > 2) {
            return 0;
        }
        float best = walk(letters, at, words, word + 1, used, skipped + 1);
        var text = words[word];
        for (int taken = 1; taken <= 4 && at + taken <= letters.length() && taken <= text.length(); taken++) {
            if (text.charAt(taken - 1) != letters.charAt(at + taken - 1)) {
                break;
            }
            best = Math.max(best, walk(letters, at + taken, words, word + 1, used + 1, skipped));
        }
        return best;
    }
}
