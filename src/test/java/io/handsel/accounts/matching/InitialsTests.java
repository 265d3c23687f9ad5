package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitialsTests {

    private final String[] words = {"british", "broadcasting", "corporation"};

    @Test
    void letters_that_begin_each_word_weigh_more_than_letters_from_inside() {
        assertThat(Initials.likeness("bbc", words)).isGreaterThan(Initials.likeness("brbc", words));
        assertThat(Initials.likeness("brbc", words)).isPositive();
    }

    @Test
    void a_word_passed_over_weighs_less() {
        assertThat(Initials.likeness("bc", words)).isBetween(0.01f, Initials.likeness("bbc", words));
    }

    @Test
    void other_letters_are_no_initials() {
        assertThat(Initials.likeness("xyz", words)).isZero();
    }
}
