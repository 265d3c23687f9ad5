package io.handsel.incentives;

/** Who is paid: the partner company, or the person who brought the business in. */
public enum Beneficiary {
    COMPANY,
    PERSON
}
