package io.handsel.accounts.matching;

/**
 * A name as it was read.
 *
 * @param words what carries meaning, in the one spelling that stands for all
 * @param core the words as they were written, without spaces and legal form
 * @param form the legal form, empty if there is none
 * @param initials of the words that carry meaning
 * @param allInitials of all words
 * @param part whether this is only a part of what was given (behind a dash, in brackets, after "trading as")
 */
record ReadName(String[] words, String core, String form, String initials, String allInitials, boolean part) {

    boolean isEmpty() {
        return words.length == 0;
    }

    String joined() {
        return String.join("", words);
    }
}
