package io.handsel.accounts.matching;

import java.util.Set;

/**
 * A name of an account held against a question, and what came out.
 *
 * @param first the probability before its rivals were known
 */
record Pair(NameTable table, int name, float[] values, float first, float probability) {

    Pair(NameTable table, int name, float[] values, float first) {
        this(table, name, values, first, first);
    }

    /** The same for the same name only. */
    long key() {
        return ((long) System.identityHashCode(table) << 32) | name;
    }

    Pair judged(float probability) {
        return new Pair(table, name, values, first, probability);
    }

    KnownAccount known() {
        return table.account(table.accountOf(name));
    }

    String given() {
        return table.given(name);
    }

    Set<Evidence> evidence() {
        return Evidence.of(values, table.isFirstName(name));
    }
}
