package io.handsel.tasklist;

import io.handsel.kernel.Money;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who decides instead of an absent colleague.
 *
 * @param program only tasks of this program; null for all
 * @param most only cases worth at most this; null for all the absentee may decide
 */
public record Deputy(
        UUID id,
        PersonId absentee,
        String absenteeName,
        PersonId deputy,
        String deputyName,
        Instant from,
        Instant until,
        @Nullable String program,
        @Nullable Money most) {

    public boolean isActive(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
