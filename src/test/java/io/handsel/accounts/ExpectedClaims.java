package io.handsel.accounts;

import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.partner.PartnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What claims on account trees there must be, kept in memory by the sentences of the Programme guide §5.2, §5.3 and §5.5,
 * with the shipped tables. It knows no database, no locks and no paths: what it and the application disagree about is a
 * fault of one of them.
 */
final class ExpectedClaims {

    private static final Duration PAUSE_AFTER_LAPSE = Duration.ofDays(30);

    private final Map<AccountId, Node> nodes = new LinkedHashMap<>();
    private final List<ClaimView> claims = new ArrayList<>();

    private static final class Node {

        private @Nullable AccountId parent;
        private final List<Word> words = new ArrayList<>();
        private final List<AccountQuestion> questions = new ArrayList<>();

        private Node(@Nullable AccountId parent) {
            this.parent = parent;
        }
    }

    /** @param number later words have higher ones */
    private record Word(
            int number, Designation designation, @Nullable PartnerId partner) {}

    /** What a partner must hear, and why. */
    record Expected(Answer answer, Optional<ClaimView> own, boolean leavesRoomForExclusive, boolean covered) {

        boolean isOwn() {
            return own.isPresent() && (own.get().exclusive() || answer == Answer.FREE);
        }

        AccountVerdict verdict() {
            return isOwn() ? AccountVerdict.YOURS : answer.verdict();
        }
    }

    void add(AccountId node, @Nullable AccountId parent, AccountQuestion... questions) {
        var added = new Node(parent);
        added.questions.addAll(List.of(questions));
        nodes.put(node, added);
    }

    /** Enough to tell whether something has changed. */
    State state() {
        return new State(
                nodes.entrySet().stream()
                        .map(node -> node.getKey() + " " + node.getValue().parent + " " + node.getValue().words
                                + node.getValue().questions.size())
                        .toList(),
                List.copyOf(claims));
    }

    record State(List<String> nodes, List<ClaimView> claims) {

        int exclusive() {
            return (int) claims.stream()
                    .filter(claim -> isOpen(claim) && claim.exclusive())
                    .count();
        }
    }

    List<AccountId> nodes() {
        return List.copyOf(nodes.keySet());
    }

    /** The questions each of which means just this account. */
    List<AccountQuestion> questions(AccountId node) {
        return node(node).questions;
    }

    @Nullable
    AccountId parent(AccountId node) {
        return node(node).parent;
    }

    Set<AccountId> children(AccountId node) {
        return nodes.entrySet().stream()
                .filter(entry -> node.equals(entry.getValue().parent))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    boolean isWithin(AccountId node, AccountId other) {
        for (var at = node; at != null; at = node(at).parent) {
            if (at.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** Time has come this far: claims whose end it has passed count for nothing. */
    void lapse(Instant now) {
        claims.replaceAll(
                claim -> isOpen(claim) && !claim.countsAt(now) ? ended(claim, claim.until(), ClaimEnd.LAPSED) : claim);
    }

    List<ClaimView> open() {
        return claims.stream().filter(ExpectedClaims::isOpen).toList();
    }

    /** The subject's open claim, or the one that ended last. */
    Optional<ClaimView> ofSubject(UUID subject) {
        return claims.stream()
                .filter(claim -> claim.subject().equals(subject))
                .max(Comparator.comparing(ExpectedClaims::isOpen).thenComparing(ClaimView::from));
    }

    Expected seenBy(PartnerId partner, AccountId node, ClaimScope scope) {
        var answer = designated(node, partner);
        boolean room = true;
        boolean covered = false;
        for (var claim : open()) {
            if (claim.partner().equals(partner) || !claim.scope().intersects(scope) || !meet(claim.account(), node)) {
                continue;
            }
            room &= !claim.exclusive();
            covered |= claim.exclusive() && isWithin(node, claim.account());
            var word = claim.exclusive() && isWithin(node, claim.account()) ? Answer.RESERVED : Answer.REVIEW;
            answer = word.compareTo(answer) > 0 ? word : answer;
        }
        var own = open().stream()
                .filter(claim -> claim.partner().equals(partner)
                        && isWithin(node, claim.account())
                        && claim.scope().covers(scope))
                .max(Comparator.comparing(ClaimView::exclusive).thenComparing(ClaimView::until));
        return new Expected(answer, own, room, covered);
    }

    private Answer designated(AccountId node, PartnerId partner) {
        for (var at = node; at != null; at = node(at).parent) {
            var newest = node(at).words.stream().max(Comparator.comparingInt(Word::number));
            if (newest.isPresent()) {
                return switch (newest.get().designation()) {
                    case OPEN -> Answer.FREE;
                    case HOUSE -> Answer.HOUSE;
                    case ASSIGNED -> partner.equals(newest.get().partner()) ? Answer.FREE : Answer.ASSIGNED;
                };
            }
        }
        return Answer.FREE;
    }

    boolean isPaused(PartnerId partner, AccountId node, Instant now) {
        return claims.stream()
                .filter(claim -> claim.partner().equals(partner)
                        && claim.account().equals(node)
                        && claim.purpose() == ClaimPurpose.RESERVATION
                        && claim.end() == ClaimEnd.LAPSED)
                .anyMatch(claim -> now.isBefore(claim.until().plus(PAUSE_AFTER_LAPSE)));
    }

    void add(ClaimView claim) {
        claims.add(claim);
    }

    void replace(ClaimView claim) {
        claims.replaceAll(present -> present.id().equals(claim.id()) ? claim : present);
    }

    void end(ClaimView claim, Instant now, ClaimEnd why) {
        replace(ended(claim, now, why));
    }

    void designate(int number, AccountId node, Designation designation, @Nullable PartnerId partner) {
        node(node).words.add(new Word(number, designation, partner));
    }

    /** Whoever began first stays exclusive where claims have come to lie within each other. */
    void move(AccountId node, @Nullable AccountId parent) {
        node(node).parent = parent;
        settle();
    }

    void merge(AccountId node, AccountId into) {
        var gone = node(node);
        children(node).forEach(child -> node(child).parent = into);
        node(into).words.addAll(gone.words);
        node(into).questions.addAll(gone.questions);
        nodes.remove(node);
        claims.replaceAll(claim -> claim.account().equals(node) ? at(claim, into) : claim);
        settle();
    }

    void split(
            AccountId node,
            AccountId added,
            @Nullable AccountId parent,
            Set<AccountId> children,
            Set<ClaimId> leaving,
            List<AccountQuestion> questions) {
        add(added, parent);
        node(added).words.addAll(node(node).words);
        node(added).questions.addAll(questions);
        node(node).questions.removeAll(questions);
        children.forEach(child -> node(child).parent = added);
        claims.replaceAll(claim -> leaving.contains(claim.id()) ? at(claim, added) : claim);
        settle();
    }

    private void settle() {
        var kept = new ArrayList<ClaimView>();
        open().stream()
                .filter(ClaimView::exclusive)
                .sorted(Comparator.comparing(ClaimView::from)
                        .thenComparing(claim -> claim.id().id()))
                .forEach(claim -> {
                    if (kept.stream().noneMatch(earlier -> overlap(earlier, claim))) {
                        kept.add(claim);
                    } else {
                        replace(shared(claim));
                    }
                });
    }

    /** Two partners would have the same: never while both are exclusive. */
    boolean overlap(ClaimView one, ClaimView other) {
        return !one.partner().equals(other.partner())
                && one.scope().intersects(other.scope())
                && meet(one.account(), other.account());
    }

    private boolean meet(AccountId one, AccountId other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    /** Pairs of open exclusive claims of two partners that overlap. */
    Set<Set<ClaimView>> doubles(List<ClaimView> open) {
        var doubles = new HashSet<Set<ClaimView>>();
        for (var one : open) {
            for (var other : open) {
                if (one.exclusive() && other.exclusive() && overlap(one, other)) {
                    doubles.add(Set.of(one, other));
                }
            }
        }
        return doubles;
    }

    private Node node(AccountId id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("No such node: " + id);
        }
        return node;
    }

    private static boolean isOpen(ClaimView claim) {
        return claim.endedAt() == null;
    }

    private static ClaimView at(ClaimView claim, AccountId account) {
        return new ClaimView(
                claim.id(),
                account,
                claim.customer(),
                claim.partner(),
                claim.person(),
                null,
                claim.subject(),
                claim.purpose(),
                claim.exclusive(),
                claim.scope(),
                claim.from(),
                claim.until(),
                claim.endedAt(),
                claim.end());
    }

    private static ClaimView shared(ClaimView claim) {
        return new ClaimView(
                claim.id(),
                claim.account(),
                claim.customer(),
                claim.partner(),
                claim.person(),
                null,
                claim.subject(),
                claim.purpose(),
                false,
                claim.scope(),
                claim.from(),
                claim.until(),
                claim.endedAt(),
                claim.end());
    }

    private static ClaimView ended(ClaimView claim, Instant at, ClaimEnd why) {
        return new ClaimView(
                claim.id(),
                claim.account(),
                claim.customer(),
                claim.partner(),
                claim.person(),
                null,
                claim.subject(),
                claim.purpose(),
                claim.exclusive(),
                claim.scope(),
                claim.from(),
                claim.until(),
                at,
                why);
    }
}
