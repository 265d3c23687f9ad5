package io.handsel.partner;

/** The tier of a partner, as the decision tables write it: {@code gold}. Which tiers there are is the tables' business. */
public record PartnerTier(String name) {

    public PartnerTier {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a tier: " + name);
        }
    }

    public static PartnerTier of(String name) {
        return new PartnerTier(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
