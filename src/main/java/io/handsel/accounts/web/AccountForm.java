package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountKind;
import io.handsel.accounts.AccountOutcome.Refused;
import io.handsel.accounts.AccountProfile;
import io.handsel.accounts.AccountRecord;
import io.handsel.accounts.NewAccount;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What is known of an account, as typed.
 *
 * @param otherNames trading and former names, one a line
 * @param domain web sites or domains, with commas or line breaks between them
 * @param segment a word of the table that says whose customer it is, as is industry
 * @param parent of a new account that belongs below another one
 * @param version of the account, where it is not a new one
 */
record AccountForm(
        String name,
        String kind,
        String otherNames,
        String country,
        String state,
        String postcode,
        String city,
        String domain,
        String duns,
        String vat,
        String registry,
        String segment,
        String employees,
        String industry,
        @Nullable Boolean existingCustomer,
        String parent,
        String version) {

    private static final String LONG = "accounts.register.TEXT_TOO_LONG";

    AccountForm {
        name = text(name);
        kind = text(kind);
        otherNames = text(otherNames);
        country = text(country);
        state = text(state);
        postcode = text(postcode);
        city = text(city);
        domain = text(domain);
        duns = text(duns);
        vat = text(vat);
        registry = text(registry);
        segment = text(segment);
        employees = text(employees);
        industry = text(industry);
        parent = text(parent);
        version = text(version);
    }

    static AccountForm empty(String parent) {
        var kind = parent.isBlank() ? AccountKind.LEGAL_ENTITY : AccountKind.SITE;
        return new AccountForm("", kind.name(), "", "", "", "", "", "", "", "", "", "", "", "", false, parent, "");
    }

    static AccountForm from(AccountRecord record, AccountProfile profile) {
        var written = record.written();
        return new AccountForm(
                written.name(),
                written.kind().name(),
                written.otherNames().stream().sorted().collect(Collectors.joining("\n")),
                written.country(),
                written.state(),
                written.postcode(),
                written.city(),
                written.domains().stream().sorted().collect(Collectors.joining(", ")),
                written.duns(),
                written.vat(),
                written.registry(),
                profile.segment(),
                profile.employees() == null ? "" : profile.employees().toString(),
                profile.industry(),
                profile.existingCustomer(),
                "",
                Long.toString(record.version()));
    }

    /** The account asked for, wrong or right; what of the form is none of its fields is said here already. */
    NewAccount toCommand(BindingResult problems) {
        var known = Arrays.stream(AccountKind.values())
                .filter(one -> one.name().equals(kind))
                .findAny();
        if (known.isEmpty()) {
            problems.rejectValue("kind", "accounts.record.kind.unknown");
        }
        return new NewAccount(
                parentId(problems),
                known.orElse(AccountKind.LEGAL_ENTITY),
                name,
                parts(otherNames, "\\R"),
                orNull(country),
                orNull(state),
                orNull(postcode),
                orNull(city),
                parts(domain, "[,;\\s]+"),
                orNull(duns),
                orNull(vat),
                orNull(registry));
    }

    /** What is known of it that decides whose it is; what cannot be read is said at its field. */
    AccountProfile toProfile(BindingResult problems) {
        var number = employees.replaceAll("[.,'\\s\u00a0\u202f]", "");
        if (!number.matches("\\d{0,9}")) {
            problems.rejectValue("employees", "accounts.profile.employees.wrong");
        }
        if (segment.length() > AccountProfile.LONGEST) {
            problems.rejectValue("segment", LONG);
        }
        if (industry.length() > AccountProfile.LONGEST) {
            problems.rejectValue("industry", LONG);
        }
        return problems.hasFieldErrors("employees")
                        || problems.hasFieldErrors("segment")
                        || problems.hasFieldErrors("industry")
                ? AccountProfile.empty()
                : new AccountProfile(
                        segment,
                        number.isEmpty() ? null : Long.valueOf(number),
                        industry,
                        Boolean.TRUE.equals(existingCustomer));
    }

    long version(long none) {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : none;
    }

    static void refuse(Refused refused, BindingResult problems) {
        var key = "accounts.register." + refused.reason();
        if (refused.field().isEmpty()) {
            problems.reject(key);
        } else {
            problems.rejectValue(refused.field(), key);
        }
    }

    private @Nullable AccountId parentId(BindingResult problems) {
        try {
            return parent.isEmpty() ? null : AccountId.parse(parent);
        } catch (IllegalArgumentException none) {
            problems.rejectValue("parent", "accounts.register.UNKNOWN_PARENT");
            return null;
        }
    }

    private static Set<String> parts(String typed, String border) {
        return Arrays.stream(typed.split(border))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }

    private static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
