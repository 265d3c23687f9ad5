package io.handsel.accounts;

import io.handsel.accounts.AccountMatcher.Matching;
import io.handsel.accounts.AccountStore.DesignationRow;
import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.accounts.OverlapPolicy.Relation;
import io.handsel.accounts.OverlapPolicy.Standing;
import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an account stands to a partner at a moment. The one place from which both the answer to "is it free?" and the
 * grant of a claim come, so that they cannot differ; the grant asks again with the tree locked.
 */
@Component
class AccountStanding {

    private final AccountStore accounts;
    private final ClaimStore claims;
    private final OverlapPolicy policy;

    AccountStanding(AccountStore accounts, ClaimStore claims, OverlapPolicy policy) {
        this.accounts = accounts;
        this.claims = claims;
        this.policy = policy;
    }

    Seen of(AccountView account, PartnerId partner, ClaimScope scope, Instant now) {
        var near = claims.around(account, scope, now);
        var others = near.stream()
                .filter(open -> !open.claim().partner().equals(partner))
                .toList();
        var mine = near.stream()
                .filter(open -> open.claim().partner().equals(partner) && open.covers(account))
                .map(TreeClaim::claim)
                .sorted(Comparator.comparing(ClaimView::exclusive)
                        .thenComparing(ClaimView::until)
                        .reversed())
                .toList();
        var own = mine.stream().filter(claim -> claim.scope().covers(scope)).findFirst();
        var designation =
                accounts.designationOf(account, now.atZone(ZoneOffset.UTC).toLocalDate());
        var answer = answer(account, others, standing(designation, partner), scope.program());
        return new Seen(
                account,
                answer,
                own,
                mine,
                others.stream().map(TreeClaim::claim).toList(),
                others.stream().anyMatch(open -> open.claim().exclusive() && open.covers(account)),
                designation.orElse(null));
    }

    /**
     * Nobody we know: open, and without claims. The table is asked all the same, it may know better. Where the company
     * probably belongs to a group that is not simply free to this partner, a person must look first.
     */
    Seen ofUnknown(Matching matching, PartnerId partner, ClaimScope scope, Instant now) {
        var answer = policy.answer(Relation.NONE, Standing.OPEN, scope.program());
        var related = accounts.all(
                matching.related().stream().map(AccountMatch::account).toList());
        var near = related.stream()
                .map(group -> of(group, partner, scope, now))
                .filter(group -> group.answer() != Answer.FREE)
                .toList();
        var stricter = near.isEmpty() || answer.compareTo(Answer.REVIEW) > 0 ? answer : Answer.REVIEW;
        // What the group's other claims are is shown to reviewers; the company itself has none.
        return new Seen(null, stricter, Optional.empty(), List.of(), List.of(), false, null);
    }

    private Answer answer(AccountView account, List<TreeClaim> others, Standing standing, String program) {
        var answer = policy.answer(Relation.NONE, standing, program);
        var relations = others.stream()
                .map(open -> open.claim().exclusive() ? relation(open.path(), account.path()) : Relation.WAITING)
                .distinct()
                .toList();
        for (var relation : relations) {
            var stricter = policy.answer(relation, standing, program);
            answer = stricter.compareTo(answer) > 0 ? stricter : answer;
        }
        return answer;
    }

    /** Where a claim's account lies, seen from the one asked for. */
    private static Relation relation(String claimed, String asked) {
        if (claimed.equals(asked)) {
            return Relation.SAME;
        }
        if (asked.startsWith(claimed)) {
            return Relation.ANCESTOR;
        }
        return claimed.startsWith(asked) ? Relation.DESCENDANT : Relation.NONE;
    }

    private static Standing standing(Optional<DesignationRow> designation, PartnerId partner) {
        return designation
                .map(row -> switch (row.designation()) {
                    case OPEN -> Standing.OPEN;
                    case HOUSE -> Standing.HOUSE;
                    case ASSIGNED ->
                        partner.equals(row.partner()) ? Standing.ASSIGNED_TO_ASKER : Standing.ASSIGNED_TO_ANOTHER;
                })
                .orElse(Standing.OPEN);
    }

    /**
     * @param account null for a customer nobody has named before
     * @param own the partner's own claim that covers the account
     * @param mine all of the partner's own claims on the account or above it, be it for some of the product lines only
     * @param others other partners' claims that overlap what is asked for
     * @param covered whether an exclusive one of them is on the account itself or above it
     */
    record Seen(
            @Nullable AccountView account,
            Answer answer,
            Optional<ClaimView> own,
            List<ClaimView> mine,
            List<ClaimView> others,
            boolean covered,
            @Nullable DesignationRow designation) {

        /** An exclusive claim of one's own answers everything; one that waits for a reviewer only an open question. */
        boolean isOwn() {
            return own.isPresent() && (own.get().exclusive() || answer == Answer.FREE);
        }

        /** [I] Whatever the table says: nothing is exclusive beside another partner's exclusive claim. */
        boolean leavesRoomForExclusive() {
            return others.stream().noneMatch(ClaimView::exclusive);
        }

        /** Another partner has the account itself or what it is part of: no reviewer's word protects it twice. */
        boolean isRefused() {
            // A designation is a stricter answer, but hides no claim that was there before it.
            return !leavesRoomForExclusive() && answer != Answer.REVIEW && (covered || answer == Answer.RESERVED);
        }

        /** The day by which all claims that stand in the way will have ended. */
        Optional<Instant> blockedUntil() {
            return others.stream().map(ClaimView::until).max(Comparator.naturalOrder());
        }
    }
}
