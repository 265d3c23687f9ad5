package io.handsel.accounts.matching;

/** What is measured when a question is held against one name of an account. The order is that of the shipped weights. */
enum Feature {
    SAME_CORE,
    SAME_WORDS,
    SHARE_OF_QUESTION,
    SHARE_OF_ACCOUNT,
    EXACT_SHARE_OF_QUESTION,
    EXACT_SHARE_OF_ACCOUNT,
    RAREST_LEFT_IN_QUESTION,
    RAREST_LEFT_IN_ACCOUNT,
    LEFT_IN_QUESTION,
    LEFT_IN_ACCOUNT,
    WORDS_LEFT_IN_QUESTION,
    WORDS_LEFT_IN_ACCOUNT,
    GENERIC_LEFT_IN_QUESTION,
    GENERIC_LEFT_IN_ACCOUNT,
    PLACE_LEFT_IN_QUESTION,
    PLACE_LEFT_IN_ACCOUNT,
    OWN_PLACE_LEFT,
    NUMBERS,
    KINDS,
    FORM,
    CITY,
    COUNTRY,
    CITY_RARITY,
    INITIALS,
    WRITTEN_LIKENESS,
    GRAM_LIKENESS,
    SKELETON_LIKENESS,
    RAREST_COMMON,
    RARE_COMMON_SUM,
    INEXACT,
    WORST_SPELLING,
    ORDER,
    FIRST_WORD,
    WORDS_OF_QUESTION,
    WORDS_OF_ACCOUNT,
    LETTERS_OF_QUESTION,
    OTHER_SCRIPT,
    HOMONYMS,
    PART_OF_QUESTION,
    PART_OF_ACCOUNT,
    RETRIEVAL,
    RETRIEVAL_BEHIND_BEST,
    ONLY_PLACES_LEFT,
    PREFIX,
    RAREST_OF_QUESTION,
    // What is known only when the others have been judged too.
    PROBABILITY,
    BEHIND_BEST,
    AHEAD_OF_NEXT,
    RANK,
    RIVALS,
    // What speaks for the account being the whole the company is a part of.
    WHOLE_TEACHES,
    WHOLE_GOVERNS,
    WHOLE_GATHERS,
    PART_KIND,
    CITY_IN_WHOLE,
    COUNTRY_IN_WHOLE,
    COVERED,
    RAREST_UNCOVERED,
    SHARED_SPECIFIC,
    WHOLE_IN_INITIALS,
    WHOLE_RARITY_IN_CITY,
    OTHER_PARTS,
    SHARED_GENERIC,
    UNCOVERED_SPECIFIC;

    static final int COUNT = values().length;

    /** How many of them are known when the rivals have been judged too. */
    static final int AMONG = WHOLE_TEACHES.ordinal();

    /** How many of them are known from the pair alone. */
    static final int OF_PAIR = PROBABILITY.ordinal();
}
