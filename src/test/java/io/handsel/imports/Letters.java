package io.handsel.imports;

import java.io.InputStream;
import java.util.Arrays;

/** So many times the same letter, made while it is read: a file nobody has to keep. */
public final class Letters extends InputStream {

    private long left;

    public Letters(long many) {
        left = many;
    }

    @Override
    public int read() {
        return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int now = (int) Math.min(left, length);
        Arrays.fill(into, offset, offset + now, (byte) 'x');
        left -= now;
        return now;
    }
}
