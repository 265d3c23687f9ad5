package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of the register of house and assigned accounts.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record HousePage(List<Line> lines, @Nullable String next) {

    public HousePage {
        lines = List.copyOf(lines);
    }

    /**
     * What has been laid down for one account.
     *
     * @param word which word it is
     * @param owner who answers for it
     * @param reviewOn when it is to be looked at again
     * @param due whether that day has come
     */
    public record Line(
            UUID word,
            AccountView account,
            Designation designation,
            @Nullable PartnerId partner,
            @Nullable PersonId owner,
            @Nullable String reason,
            @Nullable String helpPaid,
            LocalDate from,
            @Nullable LocalDate reviewOn,
            boolean due,
            DesignationSource source) {}
}
