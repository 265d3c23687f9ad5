package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Every name of every account as numbers in flat arrays, and the keys by which a name can be found. */
final class NameTable {

    static final int UNKNOWN = -1;
    static final NameTable EMPTY = of(Collections.emptyIterator(), null, read -> {});

    final Vocabulary vocabulary;
    final KeyPostings byCore = new KeyPostings();
    final KeyPostings byWords = new KeyPostings();
    final KeyPostings byInitials = new KeyPostings();
    final KeyPostings byCity = new KeyPostings();

    final KeyPostings byWholeInCity = new KeyPostings();
    final KeyPostings byWordOfWhole = new KeyPostings();
    final KeyPostings byGoverning = new KeyPostings();

    private final KeyPostings byId = new KeyPostings();
    private final NameReader reader = NameReader.SHARED;
    private final List<KnownAccount> accounts = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private final Map<String, Integer> formNumbers = new HashMap<>();
    private final List<String> places = new ArrayList<>();
    private final Map<String, Integer> placeNumbers = new HashMap<>();

    private int[] account = new int[1024];
    private int[] firstWord = new int[1025];
    private short[] form = new short[1024];
    private int[] city = new int[1024];
    private int[] country = new int[1024];
    private long[] letters = new long[1024];
    private long[] initials = new long[1024];
    private long[] allInitials = new long[1024];
    private boolean[] part = new boolean[1024];
    private byte[] which = new byte[1024];
    private float[] weight = {};
    private byte[] whole = {};
    private int[] words = new int[4096];
    private int size;

    private int[] namesFrom = {};
    private int[] namesWith = {};

    private NameTable(@Nullable Vocabulary whole) {
        this.vocabulary = new Vocabulary(whole);
    }

    /** @param whole says how rare words are, if these accounts are only an addition to many others */
    static NameTable of(Iterator<KnownAccount> accounts, @Nullable Vocabulary whole, LongConsumer readSoFar) {
        var table = new NameTable(whole);
        while (accounts.hasNext()) {
            table.add(accounts.next());
            readSoFar.accept(table.accounts());
        }
        table.close();
        return table;
    }

    private void add(KnownAccount known) {
        int number = accounts.size();
        byId.file(KeyPostings.key(known.id()), number);
        accounts.add(known);
        int inCity = known.city().isBlank() ? UNKNOWN : place(known.city());
        int inCountry = known.country().isBlank() ? UNKNOWN : place(known.country());
        var seen = new HashSet<String>();
        for (int name = 0; name < known.names().size(); name++) {
            for (var read : reader.read(known.names().get(name))) {
                if (seen.add(read.core())) {
                    add(number, name, read, inCity, inCountry);
                }
            }
        }
    }

    private void add(int number, int which, ReadName name, int inCity, int inCountry) {
        grow(name.words().length);
        account[size] = number;
        this.which[size] = (byte) Math.min(which, Byte.MAX_VALUE);
        form[size] = (short) form(name.form());
        city[size] = inCity;
        country[size] = inCountry;
        letters[size] = Signature.of(name.joined());
        initials[size] = KeyPostings.key(name.initials());
        allInitials[size] = KeyPostings.key(name.allInitials());
        part[size] = name.part();
        int at = firstWord[size];
        for (var word : name.words()) {
            words[at] = vocabulary.learn(word);
            vocabulary.seen(words[at++]);
        }
        firstWord[size + 1] = at;
        byCore.file(KeyPostings.key(name.core()), size);
        byWords.file(wordsKey(name), size);
        if (name.initials().length() >= 2) {
            byInitials.file(initials[size], size);
            if (!name.allInitials().equals(name.initials())) {
                byInitials.file(allInitials[size], size);
            }
        }
        if (inCity != UNKNOWN) {
            byCity.file(cityKey(inCity, inCountry), size);
        }
        size++;
    }

    private void close() {
        vocabulary.close(size);
        byId.close();
        byCore.close();
        byWords.close();
        byInitials.close();
        byCity.close();
        for (var place : places) {
            for (var word : place.split(" ")) {
                vocabulary.seenAsCity(word);
            }
        }
        namesFrom = new int[vocabulary.size() + 1];
        for (int at = 0; at < firstWord[size]; at++) {
            namesFrom[words[at] + 1]++;
        }
        for (int word = 0; word < vocabulary.size(); word++) {
            namesFrom[word + 1] += namesFrom[word];
        }
        int[] next = Arrays.copyOf(namesFrom, vocabulary.size());
        namesWith = new int[firstWord[size]];
        weight = new float[size];
        for (int name = 0; name < size; name++) {
            for (int at = firstWord[name]; at < firstWord[name + 1]; at++) {
                namesWith[next[words[at]]++] = name;
                weight[name] += vocabulary.rarity(words[at]);
            }
        }
        fileWholes();
    }

    /** Those that may have others under them are filed once more, because a part may share hardly a word with them. */
    private void fileWholes() {
        whole = new byte[size];
        for (int name = 0; name < size; name++) {
            var kind = Whole.of(this, name);
            whole[name] = (byte) kind.ordinal();
            if (kind == Whole.NONE) {
                continue;
            }
            for (int at = firstWord[name]; at < firstWord[name + 1]; at++) {
                byWordOfWhole.file(wordKey(words[at], country[name]), name);
            }
            if (city[name] != UNKNOWN) {
                byWholeInCity.file(cityKey(city[name], country[name]), name);
            }
            if (kind == Whole.GOVERNS) {
                byGoverning.file(country[name], name);
            }
        }
        byWordOfWhole.close();
        byWholeInCity.close();
        byGoverning.close();
    }

    static long wordKey(int word, int country) {
        return ((long) word << 32) ^ (country + 7);
    }

    Whole wholeOf(int name) {
        return Whole.ALL[whole[name]];
    }

    private void grow(int more) {
        if (size + 1 >= account.length) {
            int length = account.length * 3 / 2;
            account = Arrays.copyOf(account, length);
            firstWord = Arrays.copyOf(firstWord, length + 1);
            form = Arrays.copyOf(form, length);
            city = Arrays.copyOf(city, length);
            country = Arrays.copyOf(country, length);
            letters = Arrays.copyOf(letters, length);
            initials = Arrays.copyOf(initials, length);
            allInitials = Arrays.copyOf(allInitials, length);
            part = Arrays.copyOf(part, length);
            which = Arrays.copyOf(which, length);
        }
        if (firstWord[size] + more > words.length) {
            words = Arrays.copyOf(words, (firstWord[size] + more) * 3 / 2);
        }
    }

    private int form(String text) {
        return formNumbers.computeIfAbsent(text, unknown -> {
            forms.add(text);
            return forms.size() - 1;
        });
    }

    private int place(String text) {
        return placeNumbers.computeIfAbsent(reader.place(text), place -> {
            places.add(place);
            return places.size() - 1;
        });
    }

    static long wordsKey(ReadName name) {
        var sorted = name.words().clone();
        Arrays.sort(sorted);
        return KeyPostings.key(String.join(" ", sorted));
    }

    static long cityKey(int city, int country) {
        return ((long) city << 32) ^ (country + 7);
    }

    /** The number of a place, by its words joined; {@link #UNKNOWN} if no account is there. */
    int placeNumber(String place) {
        return place.isEmpty() ? UNKNOWN : placeNumbers.getOrDefault(place, UNKNOWN);
    }

    int size() {
        return size;
    }

    int accounts() {
        return accounts.size();
    }

    KnownAccount account(int number) {
        return accounts.get(number);
    }

    int accountOf(int name) {
        return account[name];
    }

    int from(int name) {
        return firstWord[name];
    }

    int to(int name) {
        return firstWord[name + 1];
    }

    boolean has(int name, int word) {
        for (int at = firstWord[name]; at < firstWord[name + 1]; at++) {
            if (words[at] == word) {
                return true;
            }
        }
        return false;
    }

    int wordAt(int at) {
        return words[at];
    }

    int postingsFrom(int word) {
        return namesFrom[word];
    }

    int postingsTo(int word) {
        return namesFrom[word + 1];
    }

    int nameAt(int posting) {
        return namesWith[posting];
    }

    float weight(int name) {
        return weight[name];
    }

    long letters(int name) {
        return letters[name];
    }

    boolean hasInitials(int name, long key) {
        return initials[name] == key || allInitials[name] == key;
    }

    /** The name of the account as it was given; parts of a name are answered with the whole. */
    String given(int name) {
        return accounts.get(account[name]).names().get(which[name]);
    }

    boolean isFirstName(int name) {
        return which[name] == 0;
    }

    /** The number of an account, or -1. Of several with one id it is the last. */
    int accountOf(String id) {
        int slot = byId.slotOf(KeyPostings.key(id));
        for (int at = byId.end(slot) - 1; at >= byId.start(slot); at--) {
            if (accounts.get(byId.number(at)).id().equals(id)) {
                return byId.number(at);
            }
        }
        return -1;
    }

    boolean isPart(int name) {
        return part[name];
    }

    String formOf(int name) {
        return forms.get(form[name]);
    }

    int cityOf(int name) {
        return city[name];
    }

    int countryOf(int name) {
        return country[name];
    }

    String placeName(int place) {
        return place < 0 ? "" : places.get(place);
    }
}
