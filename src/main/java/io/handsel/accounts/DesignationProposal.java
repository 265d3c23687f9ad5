package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What would change for an account if the table's word were carried out.
 *
 * @param present what would count on that day without it
 * @param partner of an account that would be assigned; null where the table names nobody we know
 * @param partnerNamed as the table has it
 * @param from the day it would take effect: today and as many days as partners are told beforehand
 */
public record DesignationProposal(
        AccountView account,
        Designation present,
        Designation proposed,
        @Nullable PartnerId partner,
        @Nullable String partnerNamed,
        @Nullable String reason,
        @Nullable String helpPaid,
        LocalDate from,
        @Nullable LocalDate reviewOn) {

    /** Whether it can be carried out: who is assigned an account must be known. */
    public boolean isPossible() {
        return proposed != Designation.ASSIGNED || partner != null;
    }
}
