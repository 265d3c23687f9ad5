package io.handsel.applications;

/** Why an application is rejected; also keys under {@code applications.rejection}. */
public enum RejectionGround {
    NOT_A_FIT,
    INCOMPLETE,
    DOMAIN_NOT_PROVEN,
    DUPLICATE,
    MARKET_COVERED,
    OTHER
}
