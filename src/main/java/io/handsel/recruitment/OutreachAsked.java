package io.handsel.recruitment;

/** Mails are to go out to this candidate. */
public record OutreachAsked(CandidateId candidate) {}
