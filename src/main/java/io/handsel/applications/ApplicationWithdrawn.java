package io.handsel.applications;

/** The applicant has taken the application back. */
public record ApplicationWithdrawn(ApplicationId application) {}
