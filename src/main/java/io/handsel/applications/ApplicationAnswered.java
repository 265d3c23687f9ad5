package io.handsel.applications;

/** The applicant has answered what the reviewer asked for. */
public record ApplicationAnswered(ApplicationId application) {}
