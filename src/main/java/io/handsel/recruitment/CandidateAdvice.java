package io.handsel.recruitment;

/** What the table {@code profile-bounds} makes of a score. Each is a message, {@code recruitment.advice.<name>}. */
public enum CandidateAdvice {
    INVITE,
    LOOK,
    SET_ASIDE
}
