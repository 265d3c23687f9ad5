package io.handsel.applications;

/** Where a private link leads. */
public sealed interface ApplicantLink {

    record Open(ApplicantPage page) implements ApplicantLink {}

    /**
     * Its days are over; a new one can be sent.
     *
     * @param address to which, mostly hidden
     */
    record Ended(String address) implements ApplicantLink {}

    record Unknown() implements ApplicantLink {}
}
