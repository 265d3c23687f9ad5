package io.handsel.accounts;

import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.accounts.ClaimTree.Mark;
import io.handsel.accounts.ClaimTree.MarkKind;
import io.handsel.accounts.ClaimTree.Node;
import io.handsel.accounts.CustomerParts.Meant;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws what is asked for and what others have into one tree, so that a reviewer sees both. Programme guide §5.3. */
@Service
@Transactional(readOnly = true)
public class ClaimTrees {

    /** A tree this small is shown whole. */
    private static final int SMALL = 12;

    private final AccountMatcher matcher;
    private final AccountStore accounts;
    private final CustomerParts parts;
    private final ClaimStore claims;
    private final PartnerList partners;
    private final Clock clock;

    ClaimTrees(
            AccountMatcher matcher,
            AccountStore accounts,
            CustomerParts parts,
            ClaimStore claims,
            PartnerList partners,
            Clock clock) {
        this.matcher = matcher;
        this.accounts = accounts;
        this.parts = parts;
        this.claims = claims;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Around what a partner wants: where it holds a claim already around that, else around what the question means.
     *
     * @param subject what the claim is for
     */
    public ClaimTree of(PartnerId partner, UUID subject, AccountQuestion question, ClaimScope scope) {
        var now = clock.instant();
        return claims.ofSubject(subject)
                .filter(claim -> claim.countsAt(now))
                .flatMap(claim -> accounts.find(claim.account()))
                .or(() -> parts.meant(matcher.match(question), question).map(Meant::node))
                .map(wanted -> around(wanted, partner, subject, scope))
                .orElse(ClaimTree.NONE);
    }

    /**
     * Around an account, whoever asks.
     *
     * @throws AccountNotFound if there is no such account
     */
    public ClaimTree of(AccountId id) {
        var account = accounts.find(id).orElseThrow(() -> AccountNotFound.withId(id));
        return around(account, null, null, ClaimScope.everything());
    }

    private ClaimTree around(
            AccountView wanted, @Nullable PartnerId partner, @Nullable UUID subject, ClaimScope scope) {
        var open = claims.inTree(wanted.root(), scope, clock.instant()).stream()
                .filter(claim -> !claim.claim().subject().equals(subject))
                .toList();
        var tree = new ArrayList<>(accounts.inTree(wanted.root()));
        if (tree.stream().noneMatch(node -> node.id().equals(wanted.id()))) {
            tree.add(wanted);
        }
        var shown = tree.size() <= SMALL
                ? tree
                : tree.stream()
                        .filter(node -> wanted.isWithin(node) || open.stream().anyMatch(claim -> claim.isWithin(node)))
                        .toList();
        var drawing = new Drawing(wanted, partner, open, shown, names(open));
        var roots = shown.stream()
                .filter(node -> node.parent() == null)
                .map(drawing::node)
                .toList();
        return new ClaimTree(roots, tree.size() - shown.size());
    }

    private Map<PartnerId, String> names(List<TreeClaim> open) {
        return partners.names(
                open.stream().map(claim -> claim.claim().partner()).distinct().toList());
    }

    private record Drawing(
            AccountView wanted,
            @Nullable PartnerId partner,
            List<TreeClaim> open,
            List<AccountView> shown,
            Map<PartnerId, String> names) {

        Node node(AccountView account) {
            return new Node(
                    account.id(),
                    account.name(),
                    account.kind(),
                    account.id().equals(wanted.id()),
                    open.stream()
                            .filter(claim -> claim.claim().account().equals(account.id()))
                            .map(this::mark)
                            .toList(),
                    shown.stream()
                            .filter(child -> account.id().equals(child.parent()))
                            .sorted(Comparator.comparing(AccountView::name))
                            .map(this::node)
                            .toList());
        }

        private Mark mark(TreeClaim open) {
            var claim = open.claim();
            return new Mark(
                    kind(open), Optional.ofNullable(names.get(claim.partner())).orElse(""), claim.until());
        }

        private MarkKind kind(TreeClaim open) {
            if (open.claim().partner().equals(partner)) {
                return MarkKind.OWN;
            }
            if (!open.overlaps(wanted)) {
                return MarkKind.ELSEWHERE;
            }
            return open.claim().exclusive() ? MarkKind.IN_THE_WAY : MarkKind.WAITING;
        }
    }
}
