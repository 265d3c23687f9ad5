package io.handsel.recruitment;

/** A candidate has come further, or has gone. */
public record CandidateMoved(CandidateId candidate, CandidateState state) {}
