package io.handsel.partner.web;

import io.handsel.partner.PartnerStanding;
import io.handsel.security.PersonView;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who takes care of a partner, as its people see it.
 *
 * @param initials for where there is no photo
 * @param backOn the first moment the manager is there again; null if they are there
 * @param untilThen who stands in; null if the manager is there
 * @param standing of the partner: where its people can only read there is something to talk about
 */
record MyManager(
        PersonView person,
        String initials,
        @Nullable Instant backOn,
        @Nullable PersonView untilThen,
        PartnerStanding standing) {

    static MyManager of(
            PersonView person, @Nullable Instant backOn, @Nullable PersonView untilThen, PartnerStanding standing) {
        var initials = Arrays.stream(person.name().split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
        return new MyManager(person, initials, backOn, untilThen, standing);
    }
}
