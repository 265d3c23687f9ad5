package io.handsel.territory;

import io.handsel.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * What decides about the territory of a customer; what is not known is left out.
 *
 * @param state the second part of an ISO 3166-2 code, such as {@code BY} or {@code CA}
 * @param size how large the customer is, as the tables name it
 */
public record CustomerPlace(
        CountryCode country,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String industry,
        @Nullable String size,
        @Nullable String product,
        String program) {

    /** The program of whoever names none. */
    public static final String STANDARD_PROGRAM = "standard";

    public static CustomerPlace in(CountryCode country) {
        return new CustomerPlace(country, null, null, null, null, null, STANDARD_PROGRAM);
    }

    public CustomerPlace inState(@Nullable String state) {
        return new CustomerPlace(country, state, postcode, industry, size, product, program);
    }

    public CustomerPlace withPostcode(@Nullable String postcode) {
        return new CustomerPlace(country, state, postcode, industry, size, product, program);
    }

    public CustomerPlace ofIndustry(@Nullable String industry) {
        return new CustomerPlace(country, state, postcode, industry, size, product, program);
    }

    public CustomerPlace ofSize(@Nullable String size) {
        return new CustomerPlace(country, state, postcode, industry, size, product, program);
    }

    public CustomerPlace buying(@Nullable String product) {
        return new CustomerPlace(country, state, postcode, industry, size, product, program);
    }

    public CustomerPlace underProgram(String program) {
        return new CustomerPlace(country, state, postcode, industry, size, product, program);
    }
}
