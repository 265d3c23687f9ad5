package io.handsel.imports;

import java.util.Map;

/**
 * The tables of one kind of list: {@code <files>} with a row a file, {@code <files>_chunk} with the pieces of each, and
 * {@code <files>_row} with what came of its rows.
 *
 * @param name the column of {@code <files>_row} that holds the name a row has given
 * @param thing what a row becomes; {@code <thing>_id} holds which one
 * @param counted which column of {@code <files>} counts the rows with which result
 */
public record ImportTables(String files, String name, String thing, Map<String, String> counted) {

    public ImportTables {
        counted = Map.copyOf(counted);
    }

    String chunks() {
        return files + "_chunk";
    }

    String rows() {
        return files + "_row";
    }
}
