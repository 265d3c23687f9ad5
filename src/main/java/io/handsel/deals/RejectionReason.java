package io.handsel.deals;

/**
 * Why a registration is rejected. Each has a sentence for the partner, {@code deals.rejected.<name>}, and says how to
 * mend it where one can.
 */
public enum RejectionReason {
    DUPLICATE,
    EXISTING_CUSTOMER,
    HOUSE_ACCOUNT,
    TOO_EARLY,
    OUTSIDE_TERRITORY,
    INSUFFICIENT_INFORMATION,
    DIRECT_SALE_ACTIVE,
    RFP_PUBLISHED,
    BELOW_MINIMUM,
    NOT_CERTIFIED,
    COMPETING_CLAIM_STRONGER,
    TOO_MANY_OPEN_DEALS
}
