package io.handsel.imports;

/**
 * A row of a file with its cells, or why it has none.
 *
 * @param number counted from 1, the headings being the first
 */
public record ImportRow(long number, ImportCells.Result cells) {}
