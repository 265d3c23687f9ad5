package io.handsel.accounts;

/** What came of taking in a file. */
public sealed interface ImportUpload {

    record Accepted(AccountImportId id) implements ImportUpload {}

    record Refused(ImportRefusal reason) implements ImportUpload {}
}
