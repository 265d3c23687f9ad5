package io.handsel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All rows of a list that is read page by page, for a file: none is left out, however many there are. */
public final class EveryPage {

    /** So many rows a page are quick to read and few enough statements. */
    public static final int SIZE = 1_000;

    private EveryPage() {}

    /**
     * @param page the page behind a cursor, the first one behind none
     * @param next the cursor of the page that follows; null on the last one
     */
    public static <P, T> List<T> of(
            Function<@Nullable String, P> page, Function<P, List<T>> rows, Function<P, @Nullable String> next) {
        var found = new ArrayList<T>();
        String cursor = null;
        do {
            var read = page.apply(cursor);
            found.addAll(rows.apply(read));
            cursor = next.apply(read);
        } while (cursor != null);
        return found;
    }
}
