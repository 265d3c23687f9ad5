package io.handsel.accounts;

import io.handsel.partner.MatterDecision;
import io.handsel.partner.MatterFate;
import io.handsel.partner.OpenMatter;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerMatters;
import io.handsel.security.Actor;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The customers a partner has put aside, with no deal yet; a deal's own claim goes where the deal goes. */
@Component
class ReservationMatters implements PartnerMatters {

    private final ClaimStore store;
    private final AccountClaims claims;
    private final Clock clock;

    ReservationMatters(ClaimStore store, AccountClaims claims, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "reservation";
    }

    @Override
    public List<OpenMatter> openFor(PartnerId partner) {
        return store.countingOf(partner, clock.instant()).stream()
                .filter(claim -> claim.purpose() == ClaimPurpose.RESERVATION)
                .map(claim -> new OpenMatter(
                        kind(),
                        claim.subject(),
                        claim.customer(),
                        "partner.matter.reserved",
                        claim.until(),
                        EnumSet.of(MatterFate.KEEP, MatterFate.RELEASE),
                        true))
                .toList();
    }

    @Override
    public Optional<String> settle(Actor by, OpenMatter matter, MatterDecision decision, String reason) {
        claims.release(matter.id(), ClaimEnd.RELEASED);
        return Optional.empty();
    }
}
