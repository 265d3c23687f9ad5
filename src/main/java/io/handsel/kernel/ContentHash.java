package io.handsel.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one content from every other: its SHA-256 in hexadecimal. It does not tell the content. */
public record ContentHash(String hex) {

    /** Of a text in UTF-8. */
    public static ContentHash of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    public static ContentHash of(byte[] content) {
        return new ContentHash(HexFormat.of().formatHex(sha256().digest(content)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
