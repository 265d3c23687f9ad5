package io.handsel.distribution;

import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a distributor means: a company by its domain, or somebody there by their mail address.
 *
 * @param person the mail address, where one was typed
 */
record InvitedAddress(@Nullable EmailAddress person, DomainName domain) {

    private static final int LONGEST = 254;

    /** Empty for what is neither. */
    static Optional<InvitedAddress> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        if (!typed.contains("@")) {
            return DomainName.find(typed).map(domain -> new InvitedAddress(null, domain));
        }
        return Optional.of(typed)
                .filter(EmailAddress::isValid)
                .map(EmailAddress::parse)
                .flatMap(address -> DomainName.find(address.host()).map(domain -> new InvitedAddress(address, domain)));
    }

    /** As it is kept and shown: however it was typed, the same for the same. */
    String text() {
        return person == null ? domain.name() : person.address();
    }
}
