package io.handsel.accounts;

/** What came of asking a colleague, or of answering one. */
public sealed interface ColleagueOutcome {

    /** The request waits for the colleague, now or since an earlier time. */
    record Waiting(ColleagueRequest request) implements ColleagueOutcome {}

    /** The request has its answer. */
    record Answered(ColleagueRequest request) implements ColleagueOutcome {}

    record Refused(ColleagueRefusal reason) implements ColleagueOutcome {}
}
