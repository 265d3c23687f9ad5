package io.handsel.partner.web;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.partner.CompanyProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is known of the company behind a partner, as typed. */
record CompanyForm(
        String domain,
        String vat,
        String duns,
        String country,
        String street,
        String postcode,
        String city,
        String telephone,
        String version) {

    private static final int LONGEST_STREET = 200;
    private static final int LONGEST_CITY = 100;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_POSTCODE = 20;

    CompanyForm {
        domain = text(domain);
        vat = text(vat);
        duns = text(duns);
        country = text(country);
        street = text(street);
        postcode = text(postcode);
        city = text(city);
        telephone = text(telephone);
        version = text(version);
    }

    static CompanyForm from(CompanyProfile profile, long version) {
        return new CompanyForm(
                profile.domain() == null ? "" : profile.domain().name(),
                text(profile.vat()),
                text(profile.duns()),
                profile.country() == null ? "" : profile.country().code(),
                text(profile.street()),
                text(profile.postcode()),
                text(profile.city()),
                text(profile.telephone()),
                Long.toString(version));
    }

    /** The profile meant; empty if something is wrong, which is then said at the field. */
    Optional<CompanyProfile> toProfile(BindingResult problems) {
        if (!domain.isEmpty() && DomainName.find(domain).isEmpty()) {
            problems.rejectValue("domain", "partner.wrong.domain");
        }
        if (!country.isEmpty() && !CountryCode.isKnown(country)) {
            problems.rejectValue("country", "partner.wrong.country");
        }
        if (!duns.isEmpty() && !duns.replaceAll("[ -]", "").matches("\\d{9}")) {
            problems.rejectValue("duns", "partner.wrong.duns");
        }
        longest(problems, "vat", vat, LONGEST_NUMBER);
        longest(problems, "street", street, LONGEST_STREET);
        longest(problems, "postcode", postcode, LONGEST_POSTCODE);
        longest(problems, "city", city, LONGEST_CITY);
        longest(problems, "telephone", telephone, LONGEST_NUMBER);
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new CompanyProfile(
                        domain.isEmpty() ? null : DomainName.parse(domain),
                        known(vat),
                        known(duns),
                        country.isEmpty() ? null : CountryCode.of(country),
                        known(street),
                        known(postcode),
                        known(city),
                        known(telephone)));
    }

    long readVersion() {
        return version.matches("-?\\d{1,18}") ? Long.parseLong(version) : Long.MIN_VALUE;
    }

    private static void longest(BindingResult problems, String field, String typed, int longest) {
        if (typed.length() > longest) {
            problems.rejectValue(field, "partner.wrong.long");
        }
    }

    private static @Nullable String known(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
