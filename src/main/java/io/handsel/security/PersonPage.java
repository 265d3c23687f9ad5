package io.handsel.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some people of a list.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record PersonPage(List<PersonRecord> rows, @Nullable String next) {

    public PersonPage {
        rows = List.copyOf(rows);
    }
}
