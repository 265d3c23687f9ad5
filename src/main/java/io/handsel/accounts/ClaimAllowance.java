package io.handsel.accounts;

import io.handsel.partner.PartnerScope;
import io.handsel.partner.Partners;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether one claim more fits below a partner's cap, asked before anything is submitted; the grant asks again. Programme
 * guide §5.5.
 */
@Service
@Transactional(readOnly = true)
public class ClaimAllowance {

    private final ClaimStore claims;
    private final AccountMatcher matcher;
    private final CustomerParts parts;
    private final PartnerCapacity capacity;
    private final Partners partners;
    private final Clock clock;

    ClaimAllowance(
            ClaimStore claims,
            AccountMatcher matcher,
            CustomerParts parts,
            PartnerCapacity capacity,
            Partners partners,
            Clock clock) {
        this.claims = claims;
        this.matcher = matcher;
        this.parts = parts;
        this.capacity = capacity;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * How it stands with the cap.
     *
     * @param most how many open reservations and registrations the partner may have
     * @param fits whether one more is one of them
     * @param oldest the oldest of the partner, or of the own location, to be given back where nothing fits
     */
    public record Allowance(long most, boolean fits, List<ClaimView> oldest) {

        public Allowance {
            oldest = List.copyOf(oldest);
        }
    }

    /** For a registration of this customer; a reservation of the same one would go over into it and does not count. */
    public Allowance of(PartnerScope mine, AccountQuestion question, ClaimScope scope) {
        var partner = mine.partner();
        var most = capacity.of(partners.get(partner).tier(), scope.program()).maximumOpenClaims();
        var open = claims.countingOf(partner, clock.instant());
        if (open.size() < most) {
            return new Allowance(most, true, List.of());
        }
        var goingOver = parts.meant(matcher.match(question), question)
                .map(meant -> meant.node().id())
                .map(account -> open.stream()
                        .filter(claim -> claim.goesOver(account, mine))
                        .count())
                .orElse(0L);
        return new Allowance(
                most,
                open.size() - goingOver < most,
                open.stream()
                        .filter(claim -> mine.covers(claim.partner(), claim.location()))
                        .limit(ClaimOutcome.OLDEST_SHOWN)
                        .toList());
    }
}
