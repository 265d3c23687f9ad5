package io.handsel.recruitment;

/** Where a candidate comes from. Each is a message, {@code recruitment.source.<name>}. */
public enum CandidateSource {
    FORM,
    CSV,
    API,
    PUBLIC_PAGE
}
