package io.handsel.accounts.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One question held against many names: which words answer which, and what is left over on either side. Likenesses of
 * words are remembered, because the same words come back in name after name.
 */
final class Comparison {

    private static final float ALIKE = 0.55f;

    private final NameTable table;
    private final Vocabulary vocabulary;
    private final CommonWords common = CommonWords.SHIPPED;
    private final ReadName question;
    private final boolean otherScript;
    private final Places places;
    private final int city;
    private final int country;
    private final float cityRarity;
    private final int homonyms;
    private final int[] numbers;
    private final float[] rarity;
    private final String joined;
    private final long letters;
    private final long skeletonLetters;
    private final Map<Integer, float[]> likenesses = new HashMap<>();

    /** @param homonyms how many names of all shelves are written just like this one */
    Comparison(Shelf shelf, int number, ReadName question, Places places, boolean otherScript, int homonyms) {
        this.table = shelf.table();
        this.vocabulary = table.vocabulary;
        this.question = question;
        this.otherScript = otherScript;
        this.places = places;
        this.city = places.cityOn(number);
        this.country = places.countryOn(number);
        this.cityRarity = (float) (1 / (1 + Math.log(1.0 + places.namesInCity())));
        this.homonyms = homonyms;
        this.numbers = new int[question.words().length];
        this.rarity = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vocabulary.number(question.words()[i]);
            rarity[i] = vocabulary.rarity(question.words()[i]);
        }
        this.joined = question.joined();
        this.letters = Signature.of(joined);
        this.skeletonLetters = Signature.of(Spelling.skeleton(joined));
    }

    float[] with(int name, float retrieval, float bestRetrieval) {
        var values = new float[Feature.COUNT];
        int from = table.from(name);
        int m = numbers.length;
        int n = table.to(name) - from;
        var words = new String[n];
        for (int j = 0; j < n; j++) {
            words[j] = vocabulary.word(table.wordAt(from + j));
        }
        align(values, name, m, n, words);
        places(values, name);
        written(values, name, words);
        set(values, Feature.FORM, form(table.formOf(name)));
        set(values, Feature.WORDS_OF_QUESTION, m);
        set(values, Feature.WORDS_OF_ACCOUNT, n);
        set(values, Feature.LETTERS_OF_QUESTION, joined.length());
        set(values, Feature.OTHER_SCRIPT, otherScript ? 1 : 0);
        set(values, Feature.PART_OF_QUESTION, question.part() ? 1 : 0);
        set(values, Feature.PART_OF_ACCOUNT, table.isPart(name) ? 1 : 0);
        set(values, Feature.RETRIEVAL, retrieval);
        set(values, Feature.RETRIEVAL_BEHIND_BEST, bestRetrieval - retrieval);
        return values;
    }

    private static void set(float[] values, Feature feature, float value) {
        values[feature.ordinal()] = value;
    }

    private void align(float[] values, int name, int m, int n, String[] words) {
        int from = table.from(name);
        var of = new int[m];
        Arrays.fill(of, -1);
        var answered = new float[n];
        var likeness = new float[m];
        var matrix = new float[n][];
        for (int j = 0; j < n; j++) {
            matrix[j] = likenesses(table.wordAt(from + j), words[j]);
        }
        while (true) {
            float best = 0;
            int bestI = -1;
            int bestJ = -1;
            for (int j = 0; j < n; j++) {
                if (answered[j] > 0) {
                    continue;
                }
                for (int i = 0; i < m; i++) {
                    if (likeness[i] > 0 || matrix[j][i] < ALIKE) {
                        continue;
                    }
                    float value = matrix[j][i] * (1 + 0.2f * rarity[i]) - 0.01f * Math.abs(i - j);
                    if (value > best) {
                        best = value;
                        bestI = i;
                        bestJ = j;
                    }
                }
            }
            if (bestI < 0) {
                break;
            }
            likeness[bestI] = matrix[bestJ][bestI];
            answered[bestJ] = likeness[bestI];
            of[bestI] = bestJ;
        }
        joins(likeness, answered, of, question.words(), words);
        joins(answered, likeness, new int[Math.max(n, m)], words, question.words());
        measure(values, name, likeness, answered, of, words);
    }

    /** "auto tech" for autotech: two words left over on one side, together one on the other. */
    private static void joins(float[] many, float[] single, int[] of, String[] apart, String[] whole) {
        for (int i = 0; i + 1 < apart.length; i++) {
            if ((many[i] > 0.9f && many[i + 1] > 0.9f) || apart[i].length() + apart[i + 1].length() < 4) {
                continue;
            }
            var joined = apart[i] + apart[i + 1];
            for (int j = 0; j < whole.length; j++) {
                if (single[j] < 0.9f && Spelling.likeness(joined, whole[j]) > 0.88f) {
                    many[i] = many[i + 1] = single[j] = 0.95f;
                    of[i] = of[i + 1] = j;
                }
            }
        }
    }

    private void measure(float[] values, int name, float[] likeness, float[] answered, int[] of, String[] words) {
        var here = new Tally();
        for (int i = 0; i < likeness.length; i++) {
            if (likeness[i] > 0) {
                here.met(rarity[i], likeness[i]);
            } else {
                here.left(question.words()[i], numbers[i], rarity[i], name);
            }
        }
        var there = new Tally();
        for (int j = 0; j < words.length; j++) {
            int number = table.wordAt(table.from(name) + j);
            if (answered[j] > 0) {
                there.met(vocabulary.rarity(number), answered[j]);
            } else {
                there.left(words[j], number, vocabulary.rarity(number), name);
            }
        }
        set(values, Feature.SHARE_OF_QUESTION, here.met / here.all);
        set(values, Feature.EXACT_SHARE_OF_QUESTION, here.exact / here.all);
        set(values, Feature.RAREST_LEFT_IN_QUESTION, here.rarestLeft);
        set(values, Feature.LEFT_IN_QUESTION, here.left);
        set(values, Feature.WORDS_LEFT_IN_QUESTION, here.wordsLeft);
        set(values, Feature.GENERIC_LEFT_IN_QUESTION, here.genericLeft);
        set(values, Feature.PLACE_LEFT_IN_QUESTION, here.placesLeft);
        set(values, Feature.RAREST_OF_QUESTION, here.rarest);
        set(values, Feature.INEXACT, here.inexact);
        set(values, Feature.WORST_SPELLING, here.worst);
        set(values, Feature.SHARE_OF_ACCOUNT, there.met / there.all);
        set(values, Feature.EXACT_SHARE_OF_ACCOUNT, there.exact / there.all);
        set(values, Feature.RAREST_LEFT_IN_ACCOUNT, there.rarestLeft);
        set(values, Feature.LEFT_IN_ACCOUNT, there.left);
        set(values, Feature.WORDS_LEFT_IN_ACCOUNT, there.wordsLeft);
        set(values, Feature.GENERIC_LEFT_IN_ACCOUNT, there.genericLeft);
        set(values, Feature.PLACE_LEFT_IN_ACCOUNT, there.placesLeft);
        set(values, Feature.OWN_PLACE_LEFT, here.ownPlaces + there.ownPlaces);
        set(values, Feature.ONLY_PLACES_LEFT, here.onlyPlaces && there.onlyPlaces ? 1 : 0);
        set(values, Feature.NUMBERS, both(here.numbersLeft, there.numbersLeft));
        set(values, Feature.ORDER, order(of));
        set(values, Feature.FIRST_WORD, likeness.length > 0 && of[0] == 0 ? likeness[0] : 0);
        common(values, likeness, of, words);
        kinds(values, here.kindsLeft, there.kindsLeft, likeness);
    }

    /** 2 if something is left over on both sides, 1 if on one of them. */
    private static int both(int here, int there) {
        return here > 0 && there > 0 ? 2 : here + there > 0 ? 1 : 0;
    }

    private void common(float[] values, float[] likeness, int[] of, String[] words) {
        float rarest = 0;
        float sum = 0;
        for (int i = 0; i < likeness.length; i++) {
            if (likeness[i] > 0) {
                float shared = Math.min(rarity[i], of[i] < 0 ? 1 : vocabulary.rarity(words[of[i]]));
                rarest = Math.max(rarest, shared * likeness[i]);
                sum += shared * shared * likeness[i];
            }
        }
        set(values, Feature.RAREST_COMMON, rarest);
        set(values, Feature.RARE_COMMON_SUM, sum);
    }

    private void kinds(float[] values, int leftHere, int leftThere, float[] likeness) {
        int met = 0;
        for (int i = 0; i < likeness.length; i++) {
            met += likeness[i] > 0 && common.isKind(question.words()[i]) ? 1 : 0;
        }
        int left = both(leftHere, leftThere);
        set(values, Feature.KINDS, left > 0 ? -left : met > 0 ? 1 : 0);
    }

    /** What the words of one side come to: how much is met on the other one, and what is left over. */
    private final class Tally {

        private float all = 0.001f;
        private float met;
        private float exact;
        private float left;
        private float rarest;
        private float rarestLeft;
        private float worst = 1;
        private int inexact;
        private int wordsLeft;
        private int genericLeft;
        private int placesLeft;
        private int ownPlaces;
        private int numbersLeft;
        private int kindsLeft;
        private boolean onlyPlaces = true;

        void met(float rarity, float likeness) {
            all += rarity;
            rarest = Math.max(rarest, rarity);
            met += likeness * rarity;
            if (likeness == 1) {
                exact += rarity;
            } else {
                inexact++;
                worst = Math.min(worst, likeness);
            }
        }

        void left(String word, int number, float rarity, int name) {
            all += rarity;
            rarest = Math.max(rarest, rarity);
            if (isOwnPlace(word, name)) {
                ownPlaces++;
                left += 0.3f * rarity;
                return;
            }
            left += rarity;
            rarestLeft = Math.max(rarestLeft, rarity);
            wordsLeft++;
            genericLeft += common.isGeneric(word) ? 1 : 0;
            kindsLeft += common.isKind(word) ? 1 : 0;
            numbersLeft += Character.isDigit(word.charAt(0)) ? 1 : 0;
            if (isPlace(word, number)) {
                placesLeft++;
            } else {
                onlyPlaces = false;
            }
        }
    }

    private static float order(int[] of) {
        int before = -1;
        int swaps = 0;
        for (int j : of) {
            if (j >= 0) {
                swaps += j < before ? 1 : 0;
                before = j;
            }
        }
        return swaps;
    }

    private boolean isPlace(String word, int number) {
        return common.isPlace(word) || vocabulary.isCity(number);
    }

    private boolean isOwnPlace(String word, int name) {
        return word.length() >= 3
                && (isWordOf(word, table.placeName(table.cityOf(name)))
                        || Countries.name(table.placeName(table.countryOf(name)))
                                .equals(word));
    }

    private static boolean isWordOf(String word, String place) {
        int at = place.indexOf(word);
        return at >= 0
                && (at == 0 || place.charAt(at - 1) == ' ')
                && (at + word.length() == place.length() || place.charAt(at + word.length()) == ' ');
    }

    private float[] likenesses(int number, String word) {
        var known = likenesses.get(number);
        if (known == null) {
            known = new float[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                known[i] = numbers[i] == number ? 1 : alike(question.words()[i], word);
            }
            likenesses.put(number, known);
        }
        return known;
    }

    private float alike(String one, String other) {
        float likeness = Spelling.likeness(one, other);
        // Common words that differ are different words: "college" is no misspelling of "collage".
        return common.isGeneric(one) && common.isGeneric(other) && likeness < 0.9f ? 0 : likeness;
    }

    private void places(float[] values, int name) {
        int there = table.cityOf(name);
        set(
                values,
                Feature.CITY,
                !places.hasCity() || there < 0 ? 0 : city == there ? 2 : places.isKnownCity() ? samePart(there) : -1);
        int inCountry = table.countryOf(name);
        set(values, Feature.COUNTRY, !places.hasCountry() || inCountry < 0 ? 0 : country == inCountry ? 1 : -1);
        set(values, Feature.CITY_RARITY, city >= 0 && city == there ? cityRarity : 0);
    }

    private float samePart(int there) {
        var one = places.city();
        var other = table.placeName(there);
        return isWordOf(one, other) || isWordOf(other, one) ? 1 : -2;
    }

    private void written(float[] values, int name, String[] words) {
        var other = String.join("", words);
        int longer = Math.max(1, Math.max(joined.length(), other.length()));
        int allowed = longer / 2;
        float pairs = Signature.likeness(letters, table.letters(name));
        int edits = pairs < 0.2f || Math.abs(joined.length() - other.length()) > allowed || longer > 120
                ? longer
                : Math.min(longer, Spelling.edits(joined, other, allowed));
        set(values, Feature.WRITTEN_LIKENESS, edits > allowed ? 0 : 1 - (float) edits / longer);
        set(values, Feature.SAME_CORE, joined.equals(other) ? 1 : 0);
        set(values, Feature.GRAM_LIKENESS, pairs);
        set(
                values,
                Feature.PREFIX,
                (float) Spelling.commonPrefix(joined, other) / Math.max(1, Math.min(joined.length(), other.length())));
        var otherSkeleton = Spelling.skeleton(other);
        set(values, Feature.SKELETON_LIKENESS, Signature.likeness(skeletonLetters, Signature.of(otherSkeleton)));
        set(values, Feature.SAME_WORDS, sameWords(name) ? 1 : 0);
        set(values, Feature.HOMONYMS, homonyms);
        float initials = 0;
        if (Initials.couldBe(question)) {
            initials = Initials.likeness(question.core(), table, name);
        } else if (words.length == 1 && words[0].length() >= 2 && question.words().length > 1) {
            initials = words[0].equals(question.initials()) || words[0].equals(question.allInitials())
                    ? 1
                    : Initials.likeness(words[0], question.words());
        }
        set(values, Feature.INITIALS, initials);
    }

    private boolean sameWords(int name) {
        int from = table.from(name);
        if (table.to(name) - from != numbers.length) {
            return false;
        }
        for (int number : numbers) {
            boolean found = false;
            for (int at = from; at < table.to(name) && !found; at++) {
                found = table.wordAt(at) == number;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private float form(String other) {
        if (question.form().isEmpty() || other.isEmpty()) {
            return question.form().equals(other) ? 0 : -0.5f;
        }
        return question.form().equals(other) ? 1 : -1;
    }
}
