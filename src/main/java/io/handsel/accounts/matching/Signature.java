package io.handsel.accounts.matching;

/** Which pairs of letters a text has, folded into 64 bits: enough to tell the unlike from the perhaps alike. */
final class Signature {

    private Signature() {}

    static long of(String text) {
        long bits = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            int pair = text.charAt(i) * 31 + text.charAt(i + 1);
            bits |= 1L << ((pair * 0x9E3779B1) >>> 26);
        }
        return bits;
    }

    /** The share of pairs both have in all pairs of either. */
    static float likeness(long one, long other) {
        long all = one | other;
        return all == 0 ? 0 : (float) Long.bitCount(one & other) / Long.bitCount(all);
    }
}
