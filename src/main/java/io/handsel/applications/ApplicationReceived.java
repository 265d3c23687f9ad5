package io.handsel.applications;

/** A company has applied. */
public record ApplicationReceived(ApplicationId application) {}
