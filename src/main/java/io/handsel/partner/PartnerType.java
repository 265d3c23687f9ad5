package io.handsel.partner;

/** What kind of business a partner is, as the decision tables write it: {@code reseller}, {@code distributor}. */
public record PartnerType(String name) {

    /** Sells to other partners, which buy through it. */
    public static final PartnerType DISTRIBUTOR = new PartnerType("distributor");

    public PartnerType {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a type: " + name);
        }
    }

    public static PartnerType of(String name) {
        return new PartnerType(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
