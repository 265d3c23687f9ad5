package io.handsel.accounts.matching;

import java.util.Arrays;

/**
 * For each key the numbers filed under it, all in a few flat arrays: a million accounts have tens of millions of
 * entries, and an object for each would cost more memory than the text.
 */
final class KeyPostings {

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    private long[] table = {};
    private int[] from = {};
    private int mask;

    void file(long key, int number) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1));
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        keys[size] = key == 0 ? 1 : key;
        values[size++] = number;
    }

    /** Nothing can be filed any more; from now on it can be asked. Numbers keep the order in which they came. */
    void close() {
        int capacity = Integer.highestOneBit(Math.max(16, size)) * 2;
        long[] slots = new long[capacity];
        int[] counts = new int[capacity + 1];
        mask = capacity - 1;
        for (int i = 0; i < size; i++) {
            counts[slot(slots, keys[i]) + 1]++;
            slots[slot(slots, keys[i])] = keys[i];
        }
        for (int i = 0; i < capacity; i++) {
            counts[i + 1] += counts[i];
        }
        int[] next = Arrays.copyOf(counts, capacity);
        int[] filed = new int[size];
        for (int i = 0; i < size; i++) {
            filed[next[slot(slots, keys[i])]++] = values[i];
        }
        table = slots;
        from = counts;
        values = filed;
        keys = new long[0];
    }

    private int slot(long[] slots, long key) {
        int at = (int) (mix(key) & mask);
        while (slots[at] != 0 && slots[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static long mix(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** Where the numbers of a key are; ask for its start and end, then for each number between them. */
    int slotOf(long key) {
        return slot(table, key == 0 ? 1 : key);
    }

    int start(int slot) {
        return from[slot];
    }

    int end(int slot) {
        return from[slot + 1];
    }

    int number(int at) {
        return values[at];
    }

    int count(long key) {
        int slot = slotOf(key);
        return from[slot + 1] - from[slot];
    }

    static long key(String text) {
        return key(text, 0x51_7C_C1_B7_27_22_0A_95L);
    }

    static long key(String text, long seed) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
