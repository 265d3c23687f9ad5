package io.handsel.partner.web;

import io.handsel.kernel.CountryCode;
import io.handsel.partner.LocationFacts;
import io.handsel.partner.LocationRefusal;
import io.handsel.partner.LocationView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A location, as typed.
 *
 * @param version of the location, where it is not a new one
 */
record LocationForm(String name, String country, String city, String version) {

    private static final int LONGEST = 100;

    LocationForm {
        name = text(name);
        country = text(country);
        city = text(city);
        version = text(version);
    }

    static LocationForm empty() {
        return new LocationForm("", "", "", "");
    }

    static LocationForm from(LocationView location) {
        return new LocationForm(
                location.name(), location.country().code(), location.city(), Long.toString(location.version()));
    }

    /** What is meant; empty if something is wrong, which is then said at the field. */
    Optional<LocationFacts> toFacts(BindingResult problems) {
        written(problems, "name", name);
        written(problems, "city", city);
        if (!CountryCode.isKnown(country)) {
            problems.rejectValue("country", "partner.wrong.country");
        }
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new LocationFacts(name, CountryCode.of(country), city));
    }

    static void refuse(LocationRefusal refusal, BindingResult problems) {
        var key = "partner.location.refused." + refusal;
        if (refusal.field().isEmpty()) {
            problems.reject(key);
        } else {
            problems.rejectValue(refusal.field(), key);
        }
    }

    long readVersion() {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    private static void written(BindingResult problems, String field, String typed) {
        if (typed.isEmpty()) {
            problems.rejectValue(field, "partner.location.wrong." + field);
        } else if (typed.length() > LONGEST) {
            problems.rejectValue(field, "partner.wrong.long");
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
