package io.handsel.tasklist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of files cases take: documents, pictures, mails. Nothing a browser would run; the ending must agree with
 * what the bytes begin with.
 */
enum FileKind {
    PDF("application/pdf", "25504446", "pdf"),
    PNG("image/png", "89504e47", "png"),
    JPEG("image/jpeg", "ffd8ff", "jpg", "jpeg"),
    OFFICE("application/octet-stream", "504b0304", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
    OUTLOOK("application/octet-stream", "d0cf11e0", "msg", "doc", "xls", "ppt"),
    TEXT("text/plain", "", "txt", "csv", "eml", "md");

    static final int LARGEST_IN_MEGABYTES = 20;
    static final long LARGEST = LARGEST_IN_MEGABYTES * 1024L * 1024;

    private final String mimeType;
    private final byte[] start;
    private final List<String> endings;

    FileKind(String mimeType, String start, String... endings) {
        this.mimeType = mimeType;
        this.start = HexFormat.of().parseHex(start);
        this.endings = List.of(endings);
    }

    static Optional<FileKind> of(String fileName, byte[] bytes) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending) && kind.fits(bytes))
                .findFirst();
    }

    String mimeType() {
        return mimeType;
    }

    private boolean fits(byte[] bytes) {
        return this == TEXT
                ? isText(bytes)
                : bytes.length >= start.length && Arrays.equals(start, 0, start.length, bytes, 0, start.length);
    }

    private static boolean isText(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.chars().noneMatch(sign -> sign == 0);
        } catch (CharacterCodingException otherCoding) {
            return false;
        }
    }
}
