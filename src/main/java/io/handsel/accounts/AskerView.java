package io.handsel.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or a partner whose asking is watched.
 *
 * @param partner of a person: the partner's name
 * @param blockedSince null while the asker may ask
 */
public record AskerView(
        UUID asker,
        boolean person,
        String name,
        @Nullable String partner,
        @Nullable Instant blockedSince,
        @Nullable String blockedBecause) {

    public boolean isBlocked() {
        return blockedSince != null;
    }
}
