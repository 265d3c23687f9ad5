package io.handsel.partner;

import io.handsel.kernel.CountryCode;

/** What is written down about a location. */
public record LocationFacts(String name, CountryCode country, String city) {

    public LocationFacts {
        if (name.isBlank() || city.isBlank()) {
            throw new IllegalArgumentException("A location has a name and a city");
        }
    }
}
