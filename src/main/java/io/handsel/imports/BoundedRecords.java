package io.handsel.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a CSV file into records, looking at bytes only: what a record's letters mean is its own affair, so one row in a
 * wrong encoding does not spoil the others. A record that is too long is read over without being kept, and reading goes
 * on at the next line; so a line of a gigabyte costs time, but no memory.
 */
final class BoundedRecords implements Closeable {

    static final int LONGEST = 20_000;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] record = new byte[256];
    private long number;

    BoundedRecords(InputStream in) {
        this.in = in;
    }

    /**
     * @param number counted from 1, the headings being the first
     * @param bytes without the line break; empty if the record is too long
     */
    record Raw(long number, byte[] bytes, boolean tooLong) {}

    /** The next record that is not blank; null at the end. */
    @Nullable
    Raw next() throws IOException {
        while (true) {
            int size = 0;
            boolean quoted = false;
            boolean tooLong = false;
            int letter = read();
            if (letter < 0) {
                return null;
            }
            while (letter >= 0 && (letter != '\n' || (quoted && !tooLong))) {
                if (letter == '"') {
                    quoted = !quoted;
                }
                if (size >= LONGEST) {
                    tooLong = true;
                }
                if (!tooLong) {
                    keep(letter, size++);
                }
                letter = read();
            }
            number++;
            if (tooLong || !isBlank(size)) {
                return new Raw(number, tooLong ? new byte[0] : Arrays.copyOf(record, size), tooLong);
            }
        }
    }

    private void keep(int letter, int place) {
        if (place == record.length) {
            record = Arrays.copyOf(record, 2 * place);
        }
        record[place] = (byte) letter;
    }

    /** The streams of the JDK take a lock for each letter, which takes longer than everything else here. */
    private int read() throws IOException {
        if (position == limit) {
            limit = in.read(buffer);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    private boolean isBlank(int size) {
        if (size > 8) {
            return false;
        }
        for (int place = 0; place < size; place++) {
            if (record[place] != '\r' && record[place] != ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
