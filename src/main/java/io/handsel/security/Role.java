package io.handsel.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is in a partner program. The first four work for a partner, the others for the vendor. */
public enum Role {
    PARTNER_ADMIN,
    PARTNER_SALES,
    PARTNER_MARKETING,
    PARTNER_FINANCE,
    MANAGER,
    DIRECTOR,
    FINANCE,
    DESIGNER,
    OPERATOR;

    /** Whoever works for a partner. */
    public static final Set<Role> PARTNER =
            Set.copyOf(EnumSet.of(PARTNER_ADMIN, PARTNER_SALES, PARTNER_MARKETING, PARTNER_FINANCE));

    /** Whoever works for the vendor. */
    public static final Set<Role> STAFF = Set.copyOf(EnumSet.of(MANAGER, DIRECTOR, FINANCE, DESIGNER, OPERATOR));

    /** Whoever decides cases in the task list. */
    public static final Set<Role> DECIDERS = Set.copyOf(EnumSet.of(MANAGER, DIRECTOR, FINANCE));

    /** The candidate group of this role in process models: {@code manager}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values())
                .filter(role -> role.group().equals(group))
                .findAny();
    }

    /** The name under which Spring Security knows this role. */
    public String authority() {
        return "ROLE_" + name();
    }
}
