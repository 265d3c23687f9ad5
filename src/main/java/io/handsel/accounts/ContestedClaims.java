package io.handsel.accounts;

import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.accounts.TreePreview.Contest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which claims cannot both stay exclusive, once accounts have got other places. The one that began earlier stays
 * exclusive; so after the second of each pair has lost it, no two that overlap are left.
 */
final class ContestedClaims {

    private static final Comparator<TreeClaim> EARLIEST_FIRST = Comparator.<TreeClaim, Instant>comparing(
                    open -> open.claim().from())
            .thenComparing(open -> open.claim().id().id());

    private ContestedClaims() {}

    static List<Contest> among(Collection<TreeClaim> claims) {
        var kept = new ArrayList<TreeClaim>();
        var contests = new ArrayList<Contest>();
        claims.stream()
                .filter(open -> open.claim().exclusive())
                .sorted(EARLIEST_FIRST)
                .forEach(later -> {
                    var inTheWay = kept.stream()
                            .filter(earlier -> collide(earlier, later))
                            .toList();
                    if (inTheWay.isEmpty()) {
                        kept.add(later);
                    }
                    inTheWay.forEach(earlier -> contests.add(new Contest(earlier.claim(), later.claim())));
                });
        return List.copyOf(contests);
    }

    private static boolean collide(TreeClaim one, TreeClaim other) {
        return !one.claim().partner().equals(other.claim().partner())
                && (one.path().startsWith(other.path()) || other.path().startsWith(one.path()))
                && one.claim().scope().intersects(other.claim().scope());
    }
}
