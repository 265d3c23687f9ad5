package io.handsel.people.web;

import io.handsel.security.OrganisationId;
import io.handsel.security.PersonFilter;
import io.handsel.security.PersonFilter.Order;
import io.handsel.security.PersonState;
import io.handsel.security.Role;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list as the address bar has them; what is none is left out.
 *
 * @param company {@value #STAFF}, or the id of a partner
 */
record PeopleListQuery(
        @Nullable String search,
        @Nullable String role,
        @Nullable String state,
        @Nullable String company,
        @Nullable String sort,
        @Nullable String after) {

    static final String STAFF = "staff";

    PersonFilter filter() {
        var column = sort == null ? "name" : sort.replaceFirst("^-", "");
        return new PersonFilter(
                search,
                named(Role.values(), role),
                named(PersonState.values(), state),
                organisation(),
                null,
                STAFF.equals(company),
                Arrays.stream(Order.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(column))
                        .findAny()
                        .orElse(Order.NAME),
                sort != null && sort.startsWith("-"),
                after);
    }

    private @Nullable OrganisationId organisation() {
        if (company == null || company.isBlank() || STAFF.equals(company)) {
            return null;
        }
        try {
            return OrganisationId.parse(company);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static <T extends Enum<T>> @Nullable T named(T[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElse(null);
    }
}
