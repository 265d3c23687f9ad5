package io.handsel.agreements;

/**
 * Signs what was shown.
 *
 * @param name as typed; it has to be that of whoever signs
 * @param capacity in which they sign: managing director
 * @param authority whether they declare that they may sign for the company
 * @param document SHA-256 of the text they were shown
 * @param address network address they sign from
 */
public record SignAgreement(String name, String capacity, boolean authority, String document, String address) {

    static final int LONGEST = 200;

    public SignAgreement {
        name = name.strip();
        capacity = capacity.strip();
    }
}
