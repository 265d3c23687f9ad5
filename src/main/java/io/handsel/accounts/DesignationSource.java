package io.handsel.accounts;

/** Whose word a designation is. */
public enum DesignationSource {
    /** Somebody of the vendor's people has laid it down, or brought it in from a file. */
    PERSON,
    /** The table {@code account-designation} says so, and nobody has laid down anything else. */
    TABLE
}
