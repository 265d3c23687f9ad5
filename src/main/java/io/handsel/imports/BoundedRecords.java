package io.handsel.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits a CSV file into records, looking at bytes only: what a record's letters mean is its own affair, so one row in a
 * wrong encoding does not spoil the others. A record that is too long is read over without being kept, and reading goes
 * on at the next line; so a line of a gigabyte costs time, but no memory.
 */
public final class BoundedRecords implements Closeable {

    public static final int LONGEST = 20_000;

    private final InputStream in;
    private long number;

    public BoundedRecords(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * @param number counted from 1, the headings being the first
     * @param bytes without the line break; empty if the record is too long
     */
    public record Raw(long number, byte[] bytes, boolean tooLong) {}

    /** The next record that is not blank; null at the end. */
    @Nullable
    public Raw next() throws IOException {
        while (true) {
            var bytes = new ByteArrayOutputStream(256);
            boolean quoted = false;
            boolean tooLong = false;
            int read = in.read();
            if (read < 0) {
                return null;
            }
            while (read >= 0 && (read != '\n' || (quoted && !tooLong))) {
                if (read == '"') {
                    quoted = !quoted;
                }
                if (bytes.size() >= LONGEST) {
                    tooLong = true;
                    bytes.reset();
                }
                if (!tooLong) {
                    bytes.write(read);
                }
                read = in.read();
            }
            number++;
            if (tooLong || !isBlank(bytes)) {
                return new Raw(number, tooLong ? new byte[0] : bytes.toByteArray(), tooLong);
            }
        }
    }

    private static boolean isBlank(ByteArrayOutputStream bytes) {
        if (bytes.size() > 8) {
            return false;
        }
        for (byte letter : bytes.toByteArray()) {
            if (letter != '\r' && letter != ' ') {
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
