package io.handsel.accounts.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * May a company belong to an account? Its name, its city and its country are held together against the account's name,
 * because a part tells its whole by any of them: "Steel Laboratory" in Ottawa belongs to the University of Ottawa.
 */
final class Kinship {

    private static final int MOST_BY_KEY = 2_000;
    private static final int MOST_MORE = 80;
    private static final int MOST_PARTS_COUNTED = 50;
    private static final List<Set<String>> PARTS = List.of(
            Set.of("laboratory", "unit", "department", "team", "program", "project", "platform"),
            Set.of("institute", "center", "observatory", "station"),
            Set.of("hospital", "clinic"),
            Set.of("college", "school", "faculty", "library", "museum", "press"),
            Set.of("office", "agency", "administration", "commission", "council", "authority", "service", "ministry"));

    private final ReadName question;
    private final Places places;
    private final int partKind;
    private final Set<String> own = new HashSet<>();
    private final Set<String> ofCity = new HashSet<>();
    private final Set<String> ofCountry = new HashSet<>();

    Kinship(ReadName question, Places places) {
        this.question = question;
        this.places = places;
        this.partKind = partKind(question);
        own.addAll(Arrays.asList(question.words()));
        addWords(places.city(), ofCity);
        addWords(Countries.name(places.country()), ofCountry);
    }

    private static void addWords(String place, Set<String> words) {
        for (var word : place.split(" ")) {
            if (word.length() >= 3 && !CommonWords.SHIPPED.isSilent(word)) {
                words.addAll(Arrays.asList(NameReader.SHARED.standing(word)));
            }
        }
    }

    private static int partKind(ReadName question) {
        for (int kind = 0; kind < PARTS.size(); kind++) {
            for (var word : question.words()) {
                if (PARTS.get(kind).contains(word)) {
                    return kind + 1;
                }
            }
        }
        return question.form().isEmpty() ? 0 : -1;
    }

    /** Names of a shelf that may be the whole, by what a search for the same company does not look at. */
    List<Integer> more(Shelf shelf, int number, Candidates candidates) {
        var table = shelf.table();
        int country = places.countryOn(number);
        candidates.begin(table);
        if (places.cityOn(number) >= 0) {
            float value = (float) (0.3 + 0.5 / (1 + Math.log(1.0 + places.namesInCity())));
            long key = NameTable.cityKey(places.cityOn(number), country);
            candidates.add(table.byWholeInCity, key, value, MOST_BY_KEY);
        }
        if (country >= 0) {
            candidates.add(table.byGoverning, country, 0.15f, MOST_BY_KEY);
            byWords(own, 1, table, country, candidates);
            byWords(ofCity, 0.8f, table, country, candidates);
            byWords(ofCountry, 0.8f, table, country, candidates);
        }
        for (var word : question.words()) {
            if (word.length() >= 3 && word.length() <= 7 && !CommonWords.SHIPPED.isGeneric(word)) {
                candidates.add(table.byInitials, KeyPostings.key(word), 0.8f, MOST_BY_KEY);
            }
        }
        return candidates.takeBest(MOST_MORE, shelf);
    }

    private static void byWords(Set<String> words, float worth, NameTable table, int country, Candidates candidates) {
        for (var word : words) {
            int known = table.vocabulary.number(word);
            if (known >= 0) {
                float value = worth * (0.1f + table.vocabulary.rarity(known));
                candidates.add(table.byWordOfWhole, NameTable.wordKey(known, country), value, MOST_BY_KEY);
            }
        }
    }

    /** Adds to the values of a pair what speaks for the account being the whole. */
    void measure(NameTable table, int name, float[] values) {
        float all = 0.001f;
        float covered = 0;
        float rarestUncovered = 0;
        int specific = 0;
        int generic = 0;
        int uncovered = 0;
        int cityIn = 0;
        int countryIn = 0;
        int initials = 0;
        for (int at = table.from(name); at < table.to(name); at++) {
            var word = table.vocabulary.word(table.wordAt(at));
            float rarity = table.vocabulary.rarity(table.wordAt(at));
            all += rarity;
            boolean ownWord = own.contains(word);
            boolean cityWord = ofCity.contains(word);
            boolean countryWord = ofCountry.contains(word);
            cityIn += cityWord ? 1 : 0;
            countryIn += countryWord ? 1 : 0;
            if (ownWord || cityWord || countryWord) {
                covered += rarity;
            } else {
                rarestUncovered = Math.max(rarestUncovered, rarity);
            }
            boolean general = CommonWords.SHIPPED.isGeneric(word) || CommonWords.SHIPPED.isPlace(word);
            if (ownWord) {
                generic += general ? 1 : 0;
                specific += general ? 0 : 1;
            } else if (!general && !cityWord && !countryWord) {
                uncovered++;
            }
        }
        for (var word : question.words()) {
            if (word.length() >= 3 && table.hasInitials(name, KeyPostings.key(word))) {
                initials = 1;
            }
        }
        var whole = table.wholeOf(name);
        boolean sameCity = values[Feature.CITY.ordinal()] > 0;
        set(values, Feature.WHOLE_TEACHES, whole == Whole.TEACHES ? 1 : 0);
        set(values, Feature.WHOLE_GOVERNS, whole == Whole.GOVERNS ? 1 : 0);
        set(values, Feature.WHOLE_GATHERS, whole == Whole.GATHERS ? 1 : 0);
        set(values, Feature.PART_KIND, partKind);
        set(values, Feature.CITY_IN_WHOLE, cityIn);
        set(values, Feature.COUNTRY_IN_WHOLE, countryIn);
        set(values, Feature.COVERED, covered / all);
        set(values, Feature.RAREST_UNCOVERED, rarestUncovered);
        set(values, Feature.SHARED_SPECIFIC, specific);
        set(values, Feature.WHOLE_IN_INITIALS, initials);
        set(values, Feature.WHOLE_RARITY_IN_CITY, sameCity && whole != Whole.NONE ? rarityInCity(table, name) : 0);
        set(values, Feature.SHARED_GENERIC, generic);
        set(values, Feature.UNCOVERED_SPECIFIC, uncovered);
        set(values, Feature.OTHER_PARTS, whole == Whole.NONE ? 0 : parts(table, name));
    }

    private static float rarityInCity(NameTable table, int name) {
        int there = table.byWholeInCity.count(NameTable.cityKey(table.cityOf(name), table.countryOf(name)));
        return (float) (1 / (1 + Math.log(1.0 + there)));
    }

    /** In how many other names all words of this one are: "University of California" is in many. */
    private static float parts(NameTable table, int name) {
        int rarest = -1;
        for (int at = table.from(name); at < table.to(name); at++) {
            int word = table.wordAt(at);
            if (rarest < 0 || table.vocabulary.rarity(word) > table.vocabulary.rarity(rarest)) {
                rarest = word;
            }
        }
        if (rarest < 0) {
            return 0;
        }
        int end = Math.min(table.postingsTo(rarest), table.postingsFrom(rarest) + MOST_PARTS_COUNTED);
        int parts = 0;
        for (int at = table.postingsFrom(rarest); at < end; at++) {
            parts += contains(table, table.nameAt(at), name) ? 1 : 0;
        }
        return Math.min(12, parts - 1);
    }

    private static boolean contains(NameTable table, int longer, int name) {
        for (int at = table.from(name); at < table.to(name); at++) {
            if (!table.has(longer, table.wordAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static void set(float[] values, Feature feature, float value) {
        values[feature.ordinal()] = value;
    }
}
