package io.handsel.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known before somebody answers. The case's data are trusted, also where a field may only be read; the draft is
 * what this person typed before, and is believed no more than what is typed now.
 */
public record FormData(Map<String, @Nullable Object> known, Map<String, @Nullable Object> draft) {

    public static final FormData NOTHING = new FormData(Map.of(), Map.of());

    public static FormData of(Map<String, ? extends @Nullable Object> known) {
        return new FormData(JsonData.copy(known), Map.of());
    }

    public FormData with(Map<String, ? extends @Nullable Object> draft) {
        return new FormData(known, JsonData.copy(draft));
    }
}
