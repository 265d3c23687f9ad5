package io.handsel.applications;

/** By what two companies look alike; also keys under {@code applications.alike}. */
public enum LikenessReason {
    DOMAIN,
    VAT,
    DUNS,
    NAME
}
