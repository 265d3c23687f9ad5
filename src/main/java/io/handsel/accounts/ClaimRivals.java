package io.handsel.accounts;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who else wants what a claim is on; for reviewers only. */
@Service
@Transactional(readOnly = true)
public class ClaimRivals {

    private final AccountStore accounts;
    private final ClaimStore claims;
    private final Clock clock;

    ClaimRivals(AccountStore accounts, ClaimStore claims, Clock clock) {
        this.accounts = accounts;
        this.claims = claims;
        this.clock = clock;
    }

    /** Where the rival's account lies, seen from one's own. */
    public enum Place {
        SAME,
        ABOVE,
        BELOW
    }

    /** @param account the name of the rival's account */
    public record Rival(ClaimView claim, String account, Place place) {}

    /** Other partners' present claims that overlap the subject's; none if it has no claim that counts. */
    public List<Rival> of(UUID subject) {
        var now = clock.instant();
        var own = claims.ofSubject(subject).filter(claim -> claim.countsAt(now));
        if (own.isEmpty()) {
            return List.of();
        }
        var account = accounts.find(own.get().account()).orElseThrow();
        var rivals = claims.around(account, own.get().scope(), now).stream()
                .filter(open -> !open.claim().partner().equals(own.get().partner()))
                .toList();
        var names =
                accounts.all(rivals.stream().map(open -> open.claim().account()).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(AccountView::id, AccountView::name));
        return rivals.stream()
                .map(open -> new Rival(
                        open.claim(),
                        names.getOrDefault(open.claim().account(), ""),
                        place(account.path(), open.path())))
                .toList();
    }

    /** Whether the subject's claim shuts others out at present. */
    public boolean isExclusive(UUID subject) {
        return claims.ofSubject(subject)
                .filter(claim -> claim.countsAt(clock.instant()))
                .filter(ClaimView::exclusive)
                .isPresent();
    }

    /** The name of the account the subject's newest claim is on; empty if it has none. */
    public String accountOf(UUID subject) {
        return claims.ofSubject(subject)
                .flatMap(claim -> accounts.find(claim.account()))
                .map(AccountView::name)
                .orElse("");
    }

    private static Place place(String own, String other) {
        if (own.equals(other)) {
            return Place.SAME;
        }
        return own.startsWith(other) ? Place.ABOVE : Place.BELOW;
    }
}
