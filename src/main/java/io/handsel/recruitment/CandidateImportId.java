package io.handsel.recruitment;

import java.util.UUID;

/** Identifies a file candidates are brought in from. */
public record CandidateImportId(UUID id) {

    public static CandidateImportId create() {
        return new CandidateImportId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static CandidateImportId parse(String text) {
        return new CandidateImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
