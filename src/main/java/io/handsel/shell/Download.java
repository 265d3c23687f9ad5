package io.handsel.shell;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are handed over as a file to keep, and never shown. */
public final class Download {

    private Download() {}

    /** A file somebody sent: what came from outside must not run under our name. */
    public static ResponseEntity<byte[]> ofForeign(String fileName, String mimeType, byte[] content) {
        var name = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mimeType)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content);
    }

    /** A list for spreadsheets, written by {@link HarmlessCsv}. */
    public static ResponseEntity<byte[]> ofCsv(String fileName, String csv) {
        return ofOwn(fileName, new MediaType("text", "csv", StandardCharsets.UTF_8), csv);
    }

    public static ResponseEntity<byte[]> ofText(String fileName, String text) {
        return ofOwn(fileName, new MediaType("text", "plain", StandardCharsets.UTF_8), text);
    }

    private static ResponseEntity<byte[]> ofOwn(String fileName, MediaType type, String text) {
        var name = ContentDisposition.attachment().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
