package io.handsel.accounts.matching;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The names worth a close look, at most {@value #MOST}. Every key adds what it is worth to a name's account; the rarest
 * words go first, and words that half the names share only add to names already found.
 */
final class Candidates {

    static final int MOST = 150;

    private static final int MOST_BY_WORD = 30_000;
    private static final int MOST_BY_CITY = 4_000;

    private static final int SHELF_FROM_BIT = 27;

    private NameTable table = NameTable.EMPTY;
    private float[] worth = {};
    private int[] found = new int[4096];
    private int size;

    /** The names found on all shelves, best first. */
    List<Found> of(ReadName question, Places places, List<Shelf> shelves) {
        var best = new PriorityQueue<Long>(MOST + 1);
        for (int shelf = 0; shelf < shelves.size(); shelf++) {
            find(question, places, shelves.get(shelf), shelf);
            keepBest(question, places, shelves.get(shelf), shelf, best);
        }
        var names = new Found[best.size()];
        for (int i = names.length - 1; i >= 0; i--) {
            names[i] = found(best.poll());
        }
        return List.of(names);
    }

    private void find(ReadName question, Places places, Shelf shelf, int number) {
        begin(shelf.table());
        int country = places.countryOn(number);
        byWords(question);
        float weight = weight(question);
        for (int i = 0; i < size; i++) {
            int name = found[i];
            float common = worth[name];
            worth[name] = 0.5f * common / weight + 0.5f * common / Math.max(0.3f, table.weight(name));
        }
        byKey(table.byCore, KeyPostings.key(question.core()), 2);
        byKey(table.byWords, NameTable.wordsKey(question), 1.5f);
        byInitials(question, country);
        byCity(question, places, number);
    }

    /** Makes ready for names of a table. */
    void begin(NameTable names) {
        table = names;
        if (worth.length < table.size()) {
            worth = new float[table.size()];
        }
    }

    /** The best names of what was added since the beginning, best first; the table is clean again. */
    List<Integer> takeBest(int most, Shelf shelf) {
        var best = new PriorityQueue<Long>(most + 1);
        for (int i = 0; i < size; i++) {
            int name = found[i];
            // What is found in a long name is worth less.
            float value = Math.max(0, worth[name] - 0.03f * table.weight(name));
            worth[name] = 0;
            long entry = ((long) Float.floatToIntBits(value) << 32) | name;
            if ((best.size() < most || entry > best.peek()) && shelf.counts(name)) {
                best.add(entry);
                if (best.size() > most) {
                    best.poll();
                }
            }
        }
        size = 0;
        var names = new Integer[best.size()];
        for (int i = names.length - 1; i >= 0; i--) {
            names[i] = (int) (long) best.poll();
        }
        return List.of(names);
    }

    private float weight(ReadName question) {
        float weight = 0;
        for (var word : question.words()) {
            weight += table.vocabulary.rarity(word);
        }
        return Math.max(0.3f, weight);
    }

    private void byWords(ReadName question) {
        var vocabulary = table.vocabulary;
        var words = question.words().clone();
        Arrays.sort(words, (one, other) -> Float.compare(vocabulary.rarity(other), vocabulary.rarity(one)));
        for (var word : words) {
            int number = vocabulary.number(word);
            float rarity = vocabulary.rarity(word);
            if (number >= 0) {
                addNames(number, rarity, size > MOST * 4);
            }
            if (rarity > 0.3f) {
                for (var neighbour : vocabulary.neighbours(word)) {
                    float likeness = neighbour.likeness();
                    addNames(
                            neighbour.word(),
                            Math.min(rarity, vocabulary.rarity(neighbour.word())) * likeness * likeness,
                            false);
                }
            }
        }
        var apart = question.words();
        for (int i = 0; i + 1 < apart.length; i++) {
            int joined = vocabulary.number(apart[i] + apart[i + 1]);
            if (joined >= 0) {
                addNames(joined, vocabulary.rarity(joined), false);
            }
        }
    }

    private void addNames(int word, float value, boolean onlyFound) {
        int from = table.postingsFrom(word);
        int to = table.postingsTo(word);
        boolean tooMany = to - from > MOST_BY_WORD;
        if (tooMany && (to - from) / 8 > size) {
            for (int i = 0; i < size; i++) {
                int name = found[i];
                if (table.has(name, word)) {
                    worth[name] += value;
                }
            }
            return;
        }
        for (int at = from; at < to; at++) {
            int name = table.nameAt(at);
            if (worth[name] > 0) {
                worth[name] += value;
            } else if (!tooMany && !(onlyFound && to - from > 2_000)) {
                add(name, value);
            }
        }
    }

    private void add(int name, float value) {
        if (worth[name] == 0) {
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
            }
            found[size++] = name;
        }
        worth[name] += value;
    }

    private void byKey(KeyPostings postings, long key, float value) {
        add(postings, key, value, MOST_BY_CITY);
    }

    /** Adds to what the names filed under a key are worth; more than {@code most} of them are passed over. */
    void add(KeyPostings postings, long key, float value, int most) {
        int slot = postings.slotOf(key);
        int end = Math.min(postings.end(slot), postings.start(slot) + most);
        for (int at = postings.start(slot); at < end; at++) {
            add(postings.number(at), value);
        }
    }

    private void byInitials(ReadName question, int country) {
        if (Initials.couldBe(question)) {
            int slot = table.byInitials.slotOf(KeyPostings.key(question.core()));
            for (int at = table.byInitials.start(slot); at < table.byInitials.end(slot); at++) {
                int name = table.byInitials.number(at);
                add(name, table.countryOf(name) == country ? 0.7f : 0.2f);
            }
        }
        if (question.initials().length() >= 3) {
            for (var initials : new String[] {question.initials(), question.allInitials()}) {
                byKey(table.byCore, KeyPostings.key(initials), 0.4f);
            }
        }
    }

    private void byCity(ReadName question, Places places, int shelf) {
        if (places.cityOn(shelf) < 0) {
            return;
        }
        int slot = table.byCity.slotOf(NameTable.cityKey(places.cityOn(shelf), places.countryOn(shelf)));
        int from = table.byCity.start(slot);
        int to = Math.min(table.byCity.end(slot), from + MOST_BY_CITY);
        boolean acronym = Initials.couldBe(question);
        float rarity = (float) (0.6 / (1 + Math.log(1.0 + Math.min(MOST_BY_CITY, places.namesInCity()))));
        long letters = Signature.of(question.joined());
        for (int at = from; at < to; at++) {
            int name = table.byCity.number(at);
            float likeness = Signature.likeness(letters, table.letters(name));
            float value = rarity + 0.5f * likeness;
            if (acronym) {
                value += 0.6f * Initials.likeness(question.core(), table, name);
            }
            add(name, value);
        }
    }

    private void keepBest(ReadName question, Places places, Shelf shelf, int number, PriorityQueue<Long> best) {
        int city = places.cityOn(number);
        int country = places.countryOn(number);
        long letters = Signature.of(question.joined());
        for (int i = 0; i < size; i++) {
            int name = found[i];
            float value = worth[name] + 0.15f * Signature.likeness(letters, table.letters(name));
            if (country >= 0 && table.countryOf(name) == country) {
                value += 0.1f;
            }
            if (city >= 0 && table.cityOf(name) == city) {
                value += 0.15f;
            }
            worth[name] = 0;
            // Positive floats are ordered as their bits are.
            long entry = ((long) Float.floatToIntBits(value) << 32) | ((long) number << SHELF_FROM_BIT) | name;
            if ((best.size() < MOST || entry > best.peek()) && shelf.counts(name)) {
                best.add(entry);
                if (best.size() > MOST) {
                    best.poll();
                }
            }
        }
        size = 0;
    }

    private static Found found(long entry) {
        int shelf = (int) entry >>> SHELF_FROM_BIT;
        int name = (int) entry & ((1 << SHELF_FROM_BIT) - 1);
        return new Found(shelf, name, Float.intBitsToFloat((int) (entry >>> 32)));
    }

    /** A name of a shelf and what it is worth. */
    record Found(int shelf, int name, float worth) {}
}
