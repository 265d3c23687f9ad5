package io.handsel.agreements.web;

import io.handsel.agreements.SignAgreement;
import org.jspecify.annotations.Nullable;

/**
 * A signature as typed.
 *
 * @param document what the page showed
 */
record SignatureForm(String name, String capacity, @Nullable Boolean authority, String document) {

    SignatureForm {
        name = name == null ? "" : name.strip();
        capacity = capacity == null ? "" : capacity.strip();
        document = document == null ? "" : document.strip();
    }

    static SignatureForm empty() {
        return new SignatureForm("", "", false, "");
    }

    SignAgreement from(String address) {
        return new SignAgreement(name, capacity, Boolean.TRUE.equals(authority), document, address);
    }
}
