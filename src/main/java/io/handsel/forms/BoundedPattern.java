package io.handsel.forms;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A designer's regular expression, as JavaScript tests it (it may match anywhere), with a bound on its steps. */
final class BoundedPattern {

    private static final int MOST_STEPS = 500_000;
    private static final int MOST_CACHED = 2_000;
    private static final Map<String, Optional<Pattern>> COMPILED = new ConcurrentHashMap<>();

    private BoundedPattern() {}

    /** A pattern that is none does not stop the reader; one that would run for ever does. */
    static boolean found(String pattern, String text) {
        if (COMPILED.size() > MOST_CACHED) {
            COMPILED.clear();
        }
        Optional<Pattern> compiled = COMPILED.computeIfAbsent(pattern, BoundedPattern::compile);
        try {
            return compiled.isEmpty()
                    || compiled.get()
                            .matcher(new CountedText(text, new int[] {MOST_STEPS}))
                            .find();
        } catch (OutOfSteps tooMany) {
            return false;
        }
    }

    private static Optional<Pattern> compile(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException invalid) {
            return Optional.empty();
        }
    }

    /** Every look at a character counts: this is what ends catastrophic backtracking. */
    private record CountedText(CharSequence text, int[] left) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new OutOfSteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class OutOfSteps extends RuntimeException {

        private OutOfSteps() {
            super(null, null, false, false);
        }
    }
}
