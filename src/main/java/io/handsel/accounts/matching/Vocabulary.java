package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every word of every account's name, how rare it is, and which words are spelt almost like a given one. */
final class Vocabulary {

    private static final int MOST_NEIGHBOURS = 24;
    private static final int LONGEST_GRAM_LIST = 6000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[] accounts = new int[1024];
    private int[] cities = new int[1024];
    private float[] rarity = {};
    private final @Nullable Vocabulary whole;

    private final KeyPostings deletions = new KeyPostings();
    private final KeyPostings skeletons = new KeyPostings();
    private final KeyPostings grams = new KeyPostings();
    private final KeyPostings prefixes = new KeyPostings();

    /** @param whole the vocabulary that says how rare a word is, if this one is only an addition to it */
    Vocabulary(@Nullable Vocabulary whole) {
        this.whole = whole;
    }

    int learn(String word) {
        var known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int number = words.size();
        numbers.put(word, number);
        words.add(word);
        if (number == accounts.length) {
            accounts = Arrays.copyOf(accounts, number * 2);
            cities = Arrays.copyOf(cities, number * 2);
        }
        return number;
    }

    void seen(int word) {
        accounts[word]++;
    }

    void seenAsCity(String word) {
        var number = numbers.get(word);
        if (number != null) {
            cities[number]++;
        }
    }

    void close(int names) {
        rarity = new float[words.size()];
        double most = Math.log(names + 1.0);
        for (int word = 0; word < rarity.length; word++) {
            var text = words.get(word);
            rarity[word] = whole == null
                    ? (float) Math.max(0.02, Math.log((names + 1.0) / (accounts[word] + 0.5)) / most)
                    : whole.rarity(text);
            if (text.length() < 4 || Character.isDigit(text.charAt(0))) {
                continue;
            }
            for (var deletion : deletionsOf(text)) {
                deletions.file(KeyPostings.key(deletion), word);
            }
            var skeleton = Spelling.skeleton(text);
            if (skeleton.length() >= 3) {
                skeletons.file(KeyPostings.key(skeleton), word);
            }
            prefixes.file(KeyPostings.key(text.substring(0, 4)), word);
            if (text.length() >= 5) {
                for (var gram : gramsOf(text)) {
                    grams.file(KeyPostings.key(gram), word);
                }
            }
        }
        deletions.close();
        skeletons.close();
        grams.close();
        prefixes.close();
    }

    int number(String word) {
        return numbers.getOrDefault(word, -1);
    }

    String word(int number) {
        return words.get(number);
    }

    int size() {
        return words.size();
    }

    /** From nearly 0 (in every name) to 1 (in one or none). */
    float rarity(int number) {
        return number < 0 ? 1 : rarity[number];
    }

    /** The same for a word that may be unknown. */
    float rarity(String word) {
        return whole == null ? rarity(number(word)) : whole.rarity(word);
    }

    boolean isCity(int number) {
        return number >= 0 && cities[number] > 0;
    }

    /** Words somebody who wrote this one may have meant, the most alike first. */
    List<Neighbour> neighbours(String word) {
        Set<Integer> found = new HashSet<>();
        if (word.length() >= 4 && !Character.isDigit(word.charAt(0))) {
            for (var deletion : deletionsOf(word)) {
                addAll(deletions, KeyPostings.key(deletion), found, 2000);
            }
            addAll(skeletons, KeyPostings.key(Spelling.skeleton(word)), found, 400);
            addAll(prefixes, KeyPostings.key(word.substring(0, 4)), found, 2000);
            addByGrams(word, found);
        } else if (word.length() == 3 && !Character.isDigit(word.charAt(0))) {
            addAll(deletions, KeyPostings.key(word), found, 200);
        }
        var neighbours = new ArrayList<Neighbour>();
        for (int number : found) {
            float likeness = Spelling.likeness(word, words.get(number));
            if (likeness >= 0.55f && likeness < 1) {
                neighbours.add(new Neighbour(number, likeness));
            }
        }
        neighbours.sort((one, other) -> Float.compare(other.likeness(), one.likeness()));
        return neighbours.size() > MOST_NEIGHBOURS ? neighbours.subList(0, MOST_NEIGHBOURS) : neighbours;
    }

    private static void addAll(KeyPostings postings, long key, Set<Integer> found, int most) {
        int slot = postings.slotOf(key);
        int end = Math.min(postings.end(slot), postings.start(slot) + most);
        for (int at = postings.start(slot); at < end; at++) {
            found.add(postings.number(at));
        }
    }

    private void addByGrams(String word, Set<Integer> found) {
        if (word.length() < 5) {
            return;
        }
        var ofWord = gramsOf(word);
        int[] met = new int[1024];
        int count = 0;
        for (var gram : ofWord) {
            int slot = grams.slotOf(KeyPostings.key(gram));
            int more = grams.end(slot) - grams.start(slot);
            if (more > LONGEST_GRAM_LIST) {
                continue;
            }
            if (count + more > met.length) {
                met = Arrays.copyOf(met, (count + more) * 2);
            }
            for (int at = grams.start(slot); at < grams.end(slot); at++) {
                met[count++] = grams.number(at);
            }
        }
        Arrays.sort(met, 0, count);
        int needed = Math.max(2, ofWord.size() * 2 / 5);
        for (int at = needed - 1; at < count; at++) {
            if (met[at] == met[at - needed + 1]) {
                found.add(met[at]);
            }
        }
    }

    private static Set<String> deletionsOf(String word) {
        var deletions = new HashSet<String>();
        deletions.add(word);
        for (int i = 0; i < word.length() && i < 16; i++) {
            deletions.add(word.substring(0, i) + word.substring(i + 1));
        }
        return deletions;
    }

    private static Set<String> gramsOf(String word) {
        var grams = new HashSet<String>();
        var framed = "^" + word + "$";
        for (int i = 0; i + 3 <= framed.length(); i++) {
            grams.add(framed.substring(i, i + 3));
        }
        return grams;
    }

    /** A word spelt almost like the one asked about. */
    record Neighbour(int word, float likeness) {}
}
