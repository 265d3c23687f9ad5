package io.handsel.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The file types of an {@code accept} list: endings and media types. An empty list accepts all. */
record AcceptedTypes(List<String> types) {

    static AcceptedTypes of(String accept) {
        return new AcceptedTypes(Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .toList());
    }

    boolean allow(Attachment file) {
        return types.isEmpty() || types.stream().anyMatch(type -> allows(type, file));
    }

    private static boolean allows(String type, Attachment file) {
        if (type.startsWith(".")) {
            return file.fileName().toLowerCase(Locale.ROOT).endsWith(type);
        }
        String sent =
                file.contentType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.equals("*/*")
                || (type.endsWith("/*") ? sent.startsWith(type.substring(0, type.length() - 1)) : sent.equals(type));
    }
}
