package io.handsel.security;

/** Why a link leads nowhere; also the end of a message key. */
public enum PasswordLinkProblem {
    UNKNOWN,
    EXPIRED,
    USED,
    REPLACED,
    INACTIVE
}
