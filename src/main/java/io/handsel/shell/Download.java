package io.handsel.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are handed over as a file to keep, and never shown. */
public final class Download {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

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
        return ofOwn(fileName, CSV, csv);
    }

    /** The same for a list too long to be held: it is written row by row, and flushed at its end. */
    public static Writer csv(HttpServletResponse response, String fileName) throws IOException {
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, own(fileName));
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }

    public static ResponseEntity<byte[]> ofText(String fileName, String text) {
        return ofOwn(fileName, new MediaType("text", "plain", StandardCharsets.UTF_8), text);
    }

    private static ResponseEntity<byte[]> ofOwn(String fileName, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, own(fileName))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String own(String fileName) {
        return ContentDisposition.attachment().filename(fileName).build().toString();
    }
}
