package io.handsel.forms;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * A file that came with a form, handed over to whoever keeps it. Name and type are what the browser said, and prove
 * nothing.
 */
public record Attachment(UUID id, String fileName, String contentType, long size, Content content) {

    private static final int LONGEST_NAME = 200;

    /** The bytes, to be read once or more. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public Attachment {
        fileName = harmless(fileName);
    }

    public static Attachment received(String fileName, String contentType, long size, Content content) {
        return new Attachment(UUID.randomUUID(), fileName, contentType, size, content);
    }

    /** A name without folders and without signs that steer a terminal or a header. */
    private static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "_").strip();
        String named = plain.isEmpty() || plain.matches("\\.+") ? "file" : plain;
        return named.length() > LONGEST_NAME ? named.substring(named.length() - LONGEST_NAME) : named;
    }
}
