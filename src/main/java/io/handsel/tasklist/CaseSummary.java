package io.handsel.tasklist;

import io.handsel.audit.CaseReference;
import io.handsel.kernel.Money;
import io.handsel.security.OrganisationId;
import io.handsel.security.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case in one row of the task list.
 *
 * @param partnerName the partner the case belongs to, if any
 * @param territory the territory's name
 * @param value what it is worth
 * @param program the partner program it runs under
 * @param subject where the audit trail keeps the case's history
 * @param excludedDeciders who may neither claim nor decide its tasks: separation of duties
 */
public record CaseSummary(
        String title,
        @Nullable String partnerName,
        @Nullable OrganisationId partner,
        @Nullable String territory,
        @Nullable Money value,
        String program,
        CaseReference subject,
        Set<PersonId> excludedDeciders) {

    public CaseSummary {
        excludedDeciders = Set.copyOf(excludedDeciders);
    }
}
