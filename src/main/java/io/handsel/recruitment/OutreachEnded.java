package io.handsel.recruitment;

/** No more mails to this candidate, and why. */
public record OutreachEnded(CandidateId candidate, OutreachState why) {}
