/**
 * Lists brought in as CSV files, whatever they are lists of. A file is kept in pieces in the database, so that any node
 * can go on where another one stopped; its rows are taken in batches, each one transaction with the checkpoint behind
 * it; and what came of each row can be fetched as a file. The tables and what becomes of a row belong to the module
 * whose list it is, which names them in {@link io.handsel.imports.ImportTables} and does the rest in
 * {@link io.handsel.imports.ImportWork}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "shell"})
@NullMarked
package io.handsel.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
