package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.accounts.TreeDeed.AccountMark;
import io.handsel.accounts.TreeDeed.Merge;
import io.handsel.accounts.TreeDeed.Move;
import io.handsel.accounts.TreeDeed.Place;
import io.handsel.accounts.TreeDeed.Split;
import io.handsel.accounts.TreeOutcome.Done;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever partners and managers do to claims and account trees, in whatever order: no customer has two owners. Sequences
 * of steps are made up at random and walked on the application and on {@link ExpectedClaims} side by side; after each
 * step both must have the same claims, the database must be sound, and nobody may be told "free" who is not. A sequence
 * that fails is cut down to the steps it takes and told with its seed.
 */
final class AccountClaimsModel {

    /** Where sequences begin in which, in 8 times 40 steps, every deed changes something. */
    static final long KNOWN = 1;

    private static final int PARTNERS = 4;
    private static final int MOST_ATTEMPTS_TO_CUT = 400;
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final List<ClaimScope> SCOPES = List.of(
            ClaimScope.everything(),
            ClaimScope.everything(),
            ClaimScope.of(ClaimScope.STANDARD_PROGRAM, Set.of("security")),
            ClaimScope.of(ClaimScope.STANDARD_PROGRAM, Set.of("backup")),
            ClaimScope.of(ClaimScope.STANDARD_PROGRAM, Set.of("security", "backup")),
            ClaimScope.of("oem", Set.of("security")),
            ClaimScope.of("oem", Set.of("backup", "cloud")));

    enum Deed {
        RESERVE,
        RESERVE_UNKNOWN,
        HOLD,
        HOLD_AGAIN,
        PROTECT,
        EXTEND,
        RELEASE,
        GIVE_BACK,
        TRANSFER,
        PASS_TIME,
        SWEEP,
        MOVE,
        MERGE,
        SPLIT,
        DESIGNATE,
        ADD_NAME
    }

    /** One step; the numbers choose among what there is when it is taken. */
    private record Step(Deed deed, int who, int node, int other, int scope, int claim, int days) {}

    private static final Arbitrary<Step> STEPS = Combinators.combine(
                    Arbitraries.frequency(
                            Tuple.of(8, Deed.RESERVE),
                            Tuple.of(1, Deed.RESERVE_UNKNOWN),
                            Tuple.of(8, Deed.HOLD),
                            Tuple.of(1, Deed.HOLD_AGAIN),
                            Tuple.of(6, Deed.PROTECT),
                            Tuple.of(2, Deed.EXTEND),
                            Tuple.of(2, Deed.RELEASE),
                            Tuple.of(1, Deed.GIVE_BACK),
                            Tuple.of(4, Deed.TRANSFER),
                            Tuple.of(3, Deed.PASS_TIME),
                            Tuple.of(1, Deed.SWEEP),
                            Tuple.of(5, Deed.MOVE),
                            Tuple.of(2, Deed.MERGE),
                            Tuple.of(2, Deed.SPLIT),
                            Tuple.of(1, Deed.DESIGNATE),
                            Tuple.of(1, Deed.ADD_NAME)),
                    Arbitraries.integers().between(0, PARTNERS - 1),
                    Arbitraries.integers().between(0, 99),
                    Arbitraries.integers().between(0, 99),
                    Arbitraries.integers().between(0, SCOPES.size() - 1),
                    Arbitraries.integers().between(0, 99),
                    Arbitraries.integers().between(1, 40))
            .as(Step::new);

    private final AccountClaims claims;
    private final AccountReservations reservations;
    private final AccountCheck check;
    private final ClaimTransfer transfer;
    private final AccountTree tree;
    private final AccountRegister register;
    private final AccountChanges changes;
    private final AccountFixtures fixtures;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final Map<Deed, Integer> effects = new EnumMap<>(Deed.class);
    private int contests;

    AccountClaimsModel(
            AccountClaims claims,
            AccountReservations reservations,
            AccountCheck check,
            ClaimTransfer transfer,
            AccountTree tree,
            AccountRegister register,
            AccountChanges changes,
            AccountFixtures fixtures,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.claims = claims;
        this.reservations = reservations;
        this.check = check;
        this.transfer = transfer;
        this.tree = tree;
        this.register = register;
        this.changes = changes;
        this.fixtures = fixtures;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Walks sequences of steps nobody has seen before; {@code -Dmodel.seed=} walks the one a failure named first.
     *
     * @return how many steps were taken
     */
    long walk(int sequences, int length) {
        return walk(Long.getLong("model.seed", ThreadLocalRandom.current().nextLong()), sequences, length);
    }

    /** Walks the same sequences whenever it is called with the same seed, which is that of the first one. */
    long walk(long first, int sequences, int length) {
        var seeds = new Random(first);
        var sellers = IntStream.range(0, PARTNERS)
                .mapToObj(number -> fixtures.salesOfNewPartner("Model " + number))
                .toList();
        var manager = fixtures.manager();
        var taken = new long[1];
        JqwikSession.run(() -> {
            RandomGenerator<List<Step>> generator = STEPS.list().ofSize(length).generator(1000, false);
            for (int number = 0; number < sequences; number++) {
                long seed = number == 0 ? first : seeds.nextLong();
                var steps = generator.next(new Random(seed)).value();
                try {
                    taken[0] += new Walk(sellers, manager).take(steps);
                } catch (AssertionError | RuntimeException failure) {
                    throw told(seed, number, steps, failure, sellers, manager);
                }
            }
        });
        return taken[0];
    }

    /** How often each deed changed something: what never does is not tested. */
    Map<Deed, Integer> effects() {
        return effects;
    }

    /** How often a claim has lost its exclusivity because accounts came to lie within each other. */
    int contests() {
        return contests;
    }

    /** Leaves steps out as long as it fails without them. */
    private AssertionError told(
            long seed, int number, List<Step> steps, Throwable failure, List<Actor> sellers, Actor manager) {
        var shortest = steps;
        var walked = List.<String>of();
        var last = failure;
        int attempts = 0;
        for (int piece = Math.max(1, steps.size() / 2); piece >= 1; piece = piece == 1 ? 0 : piece / 2) {
            for (int from = 0; from < shortest.size() && attempts < MOST_ATTEMPTS_TO_CUT; ) {
                var shorter = new ArrayList<>(shortest);
                shorter.subList(from, Math.min(from + piece, shorter.size())).clear();
                attempts++;
                var walk = new Walk(sellers, manager);
                try {
                    walk.take(shorter);
                    from += piece;
                } catch (AssertionError | RuntimeException still) {
                    shortest = shorter;
                    walked = walk.story;
                    last = still;
                }
            }
        }
        var told = new AssertionError(
                "-Dmodel.seed=" + seed + ", walked as number " + number + ", fails, cut down to " + shortest.size()
                        + " of " + steps.size() + " steps:\n" + String.join("\n", walked),
                last);
        told.addSuppressed(failure);
        return told;
    }

    /** One sequence, on accounts of its own that are gone afterwards. */
    private final class Walk {

        private final List<Actor> sellers;
        private final Actor manager;
        private final ExpectedClaims expected = new ExpectedClaims();
        private final Map<AccountId, String> labels = new LinkedHashMap<>();
        private final Set<UUID> subjects = new LinkedHashSet<>();
        private final List<String> story = new ArrayList<>();
        private int names;

        private Walk(List<Actor> sellers, Actor manager) {
            this.sellers = sellers;
            this.manager = manager;
        }

        int take(List<Step> steps) {
            clock.moveTo(MovableClock.START);
            try {
                trees();
                for (var step : steps) {
                    clock.advance(STEP);
                    expected.lapse(clock.instant());
                    var node = pick(expected.nodes(), step.node());
                    story.add(step.deed() + " " + sellers.get(step.who()).name() + " " + label(node));
                    var before = expected.state();
                    var touched = take(step, node);
                    count(step.deed(), before);
                    same();
                    answer(touched, step.who() + 1 + step.other() % (PARTNERS - 1));
                }
                for (var node : expected.nodes()) {
                    IntStream.range(0, PARTNERS).forEach(number -> answer(node, number));
                }
                return steps.size();
            } finally {
                remove();
            }
        }

        private void count(Deed deed, ExpectedClaims.State before) {
            var after = expected.state();
            if (!after.equals(before)) {
                effects.merge(deed, 1, Integer::sum);
                contests += deed == Deed.MOVE || deed == Deed.MERGE || deed == Deed.SPLIT
                        ? before.exclusive() - after.exclusive()
                        : 0;
            }
        }

        /** A group with two companies, one of them with a site; a group with one; two that stand alone. */
        private void trees() {
            var group = node(null, AccountKind.GROUP);
            var company = node(group, AccountKind.LEGAL_ENTITY);
            node(group, AccountKind.LEGAL_ENTITY);
            node(company, AccountKind.SITE);
            node(node(null, AccountKind.GROUP), AccountKind.LEGAL_ENTITY);
            node(null, AccountKind.LEGAL_ENTITY);
            node(null, AccountKind.LEGAL_ENTITY);
        }

        private AccountId node(@Nullable AccountId parent, AccountKind kind) {
            var name = newName();
            var duns = duns();
            var domain = newName().toLowerCase() + ".com";
            var wanted = NewAccount.company(name, "DE", null, domain).identifiedBy(duns, null);
            var outcome = register.register(manager, parent == null ? wanted : wanted.below(parent, kind));
            var id = ((Registered) outcome).account().id();
            labels.put(id, "N" + labels.size());
            expected.add(
                    id,
                    parent,
                    byDuns(duns),
                    AccountQuestion.about(null, domain, null),
                    AccountQuestion.about(name, null, "DE"));
            return id;
        }

        /** @return the account to ask for afterwards */
        private AccountId take(Step step, AccountId node) {
            var seller = sellers.get(step.who());
            var scope = SCOPES.get(step.scope());
            var until = clock.instant().plus(Duration.ofDays(step.days()));
            switch (step.deed()) {
                case RESERVE -> reserve(seller, node, step, scope);
                case RESERVE_UNKNOWN -> reserveUnknown(seller, scope);
                case HOLD -> hold(wish(seller, node, step, scope, UUID.randomUUID(), until), node);
                case HOLD_AGAIN ->
                    present(step)
                            .ifPresent(claim -> hold(
                                    new HoldRequest(
                                            claim.partner(),
                                            claim.person(),
                                            null,
                                            question(node, step),
                                            scope,
                                            claim.subject(),
                                            until),
                                    node));
                case PROTECT -> known(step).ifPresent(claim -> protect(claim, until));
                case EXTEND -> known(step).ifPresent(claim -> extend(claim, until));
                case RELEASE -> known(step).ifPresent(this::release);
                case GIVE_BACK -> present(step).ifPresent(this::giveBack);
                case TRANSFER -> hand(step, node, scope, until);
                case PASS_TIME -> pass(Duration.ofDays(step.days()));
                case SWEEP -> claims.endLapsed(step.days());
                case MOVE -> move(node, step);
                case MERGE -> merge(node, pick(expected.nodes(), step.other()));
                case SPLIT -> split(node, step);
                case DESIGNATE -> designate(node, step);
                case ADD_NAME -> addName(node);
            }
            return expected.nodes().contains(node) ? node : expected.nodes().get(0);
        }

        private void reserve(Actor seller, AccountId node, Step step, ClaimScope scope) {
            var partner = partner(seller);
            var seen = expected.seenBy(partner, node, scope);
            var outcome = reservations.reserve(seller, question(node, step), scope);
            if (seen.isOwn()) {
                assertThat(granted(outcome)).isEqualTo(seen.own().orElseThrow());
            } else if (seen.answer() != Answer.FREE) {
                assertThat(refusal(outcome)).isEqualTo(refusalOf(seen.answer()));
            } else if (expected.isPaused(partner, node, clock.instant())) {
                assertThat(refusal(outcome)).isEqualTo(ClaimRefusal.PAUSED_AFTER_LAPSE);
            } else {
                var claim = granted(outcome);
                assertThat(claim.exclusive()).isTrue();
                assertThat(claim.purpose()).isEqualTo(ClaimPurpose.RESERVATION);
                expect(claim, node, partner, scope);
            }
        }

        private void reserveUnknown(Actor seller, ClaimScope scope) {
            var question = byDuns(duns());
            var claim = granted(reservations.reserve(seller, question, scope));
            assertThat(labels).doesNotContainKey(claim.account());
            labels.put(claim.account(), "N" + labels.size());
            expected.add(claim.account(), null, question);
            expect(claim, claim.account(), partner(seller), scope);
        }

        private void hold(HoldRequest wish, AccountId node) {
            var present = expected.ofSubject(wish.subject()).filter(claim -> claim.endedAt() == null);
            var seen = expected.seenBy(wish.partner(), node, wish.scope());
            var outcome = claims.hold(wish);
            if (present.isPresent()) {
                assertThat(granted(outcome)).isEqualTo(present.get());
                return;
            }
            if (!seen.isOwn() && seen.answer().compareTo(Answer.REVIEW) > 0) {
                assertThat(refusal(outcome)).isEqualTo(refusalOf(seen.answer()));
                return;
            }
            var claim = granted(outcome);
            assertThat(claim.purpose()).isEqualTo(ClaimPurpose.HOLD);
            assertThat(claim.exclusive())
                    .isEqualTo((seen.isOwn() || seen.answer() == Answer.FREE) && seen.leavesRoomForExclusive());
            assertThat(claim.until()).isEqualTo(wish.until());
            reservationsEnd(wish.partner(), node);
            expect(claim, node, wish.partner(), wish.scope());
        }

        private void reservationsEnd(PartnerId partner, AccountId node) {
            expected.open().stream()
                    .filter(claim -> claim.partner().equals(partner)
                            && claim.account().equals(node)
                            && claim.purpose() == ClaimPurpose.RESERVATION)
                    .forEach(claim -> expected.end(claim, clock.instant(), ClaimEnd.REGISTERED));
        }

        private void protect(ClaimView claim, Instant until) {
            var seen = expected.seenBy(claim.partner(), claim.account(), claim.scope());
            var outcome = claims.protect(claim.subject(), until);
            if (claim.end() != null && claim.end() != ClaimEnd.LAPSED) {
                assertThat(refusal(outcome)).isEqualTo(ClaimRefusal.ENDED);
                return;
            }
            if (seen.covered()) {
                assertThat(refusal(outcome)).isEqualTo(ClaimRefusal.RESERVED);
                return;
            }
            var now = granted(outcome);
            assertThat(now.exclusive()).isEqualTo(seen.leavesRoomForExclusive());
            assertThat(now.purpose()).isEqualTo(ClaimPurpose.PROTECTION);
            assertThat(now.until()).isEqualTo(until);
            assertThat(now.account()).isEqualTo(claim.account());
            assertThat(now.partner()).isEqualTo(claim.partner());
            if (claim.end() == null) {
                assertThat(now.id()).isEqualTo(claim.id());
                expected.replace(now);
            } else {
                expected.add(now);
            }
        }

        private void extend(ClaimView claim, Instant until) {
            var outcome = claims.extend(claim.subject(), until);
            if (claim.end() != null) {
                assertThat(refusal(outcome)).isEqualTo(ClaimRefusal.ENDED);
                return;
            }
            var extended = granted(outcome);
            assertThat(extended.exclusive()).isEqualTo(claim.exclusive());
            assertThat(extended.until()).isEqualTo(until);
            expected.replace(extended);
        }

        private void release(ClaimView claim) {
            claims.release(claim.subject(), ClaimEnd.WITHDRAWN);
            if (claim.end() == null) {
                expected.end(claim, clock.instant(), ClaimEnd.WITHDRAWN);
            }
        }

        private void giveBack(ClaimView claim) {
            if (claim.purpose() == ClaimPurpose.RESERVATION) {
                reservations.giveBack(seller(claim.partner()), claim.id());
                expected.end(claim, clock.instant(), ClaimEnd.RELEASED);
            }
        }

        /** From a claim, open or not, to another partner's: one that has or had a claim itself, or a newcomer. */
        private void hand(Step step, AccountId node, ClaimScope scope, Instant until) {
            var seller = sellers.get(step.who());
            var partner = partner(seller);
            var from = known(step).filter(claim -> !claim.partner().equals(partner));
            var theirs = expected.open().stream()
                    .filter(claim -> claim.partner().equals(partner) && claim.purpose() != ClaimPurpose.RESERVATION)
                    .toList();
            var to = theirs.isEmpty() || step.other() % 3 == 0
                    ? UUID.randomUUID()
                    : pick(theirs, step.other()).subject();
            var before = expected.open();
            var outcome = transfer.transfer(
                    from.map(ClaimView::subject).orElse(null),
                    wish(seller, from.map(ClaimView::account).orElse(node), step, scope, to, until));
            story.add("    from " + from.map(this::text).orElse("nobody") + ": " + outcome);
            if (outcome instanceof Refused) {
                return;
            }
            var given = granted(outcome);
            assertThat(given.partner()).isEqualTo(partner);
            assertThat(given.subject()).isEqualTo(to);
            assertThat(given.purpose()).isEqualTo(ClaimPurpose.PROTECTION);
            from.filter(claim -> claim.end() == null).ifPresent(claim -> {
                assertThat(given.exclusive()).isTrue();
                expected.end(claim, clock.instant(), ClaimEnd.TRANSFERRED);
            });
            // The receiver's own reservation of the account, or claim for the same deal elsewhere, has gone over into
            // it.
            var present = present();
            before.stream()
                    .filter(claim -> claim.partner().equals(partner) && !present.contains(claim))
                    .forEach(claim -> {
                        assertThat(claim.subject().equals(to)
                                        || claim.purpose() == ClaimPurpose.RESERVATION
                                                && claim.account().equals(given.account()))
                                .as("only what is replaced ends: %s", claim)
                                .isTrue();
                        expected.end(claim, clock.instant(), ClaimEnd.REGISTERED);
                    });
            subjects.add(to);
            if (before.stream().anyMatch(claim -> claim.id().equals(given.id()))) {
                expected.replace(given);
            } else {
                expected.add(given);
            }
        }

        private void pass(Duration time) {
            clock.advance(time);
            expected.lapse(clock.instant());
        }

        private void move(AccountId node, Step step) {
            var parent = step.other() % 4 == 0 ? null : pick(expected.nodes(), step.other());
            story.add("    to " + (parent == null ? "the top" : label(parent)));
            var outcome = tree.carryOut(manager, new Move(node, parent));
            if (parent != null && expected.isWithin(parent, node)) {
                assertThat(refused(outcome)).isEqualTo(TreeRefusal.UNDER_ITSELF);
            } else if (Optional.ofNullable(parent).equals(Optional.ofNullable(expected.parent(node)))) {
                assertThat(refused(outcome)).isEqualTo(TreeRefusal.ALREADY_THERE);
            } else if (outcome instanceof Done) {
                expected.move(node, parent);
            } else {
                assertThat(refused(outcome)).isEqualTo(TreeRefusal.TREE_TOO_DEEP);
            }
        }

        private void merge(AccountId node, AccountId into) {
            story.add("    into " + label(into));
            var outcome = tree.carryOut(manager, new Merge(node, into));
            if (node.equals(into)) {
                assertThat(refused(outcome)).isEqualTo(TreeRefusal.SAME_ACCOUNT);
            } else if (expected.isWithin(into, node)) {
                assertThat(refused(outcome)).isEqualTo(TreeRefusal.INTO_ITS_OWN_PART);
            } else if (outcome instanceof Done) {
                expected.merge(node, into);
            } else {
                assertThat(refused(outcome)).isEqualTo(TreeRefusal.TREE_TOO_DEEP);
            }
        }

        private void split(AccountId node, Step step) {
            var name = newName();
            var place = step.other() % 2 == 0 ? Place.TOP : Place.BESIDE;
            var children = everySecond(
                    expected.nodes().stream()
                            .filter(child -> node.equals(expected.parent(child)))
                            .toList(),
                    step.other() / 2);
            var leaving = everySecond(
                    expected.open().stream()
                            .filter(claim -> claim.account().equals(node))
                            .map(ClaimView::id)
                            .toList(),
                    step.claim());
            var taken = expected.questions(node).stream()
                    .filter(question -> question.duns() != null && step.days() % 2 == 0)
                    .filter(question -> expected.questions(node).size() > 1)
                    .limit(1)
                    .toList();
            var marks = taken.stream()
                    .map(question -> new AccountMark("DUNS", String.valueOf(question.duns())))
                    .collect(Collectors.toSet());
            var outcome = tree.carryOut(
                    manager,
                    new Split(node, name, AccountKind.LEGAL_ENTITY, place, Set.of(), marks, children, leaving));
            assertThat(outcome).isInstanceOf(Done.class);
            var added = ((Done) outcome).account();
            labels.put(added, "N" + labels.size());
            story.add("    off " + label(added) + " " + place + " with " + children.size() + " children, "
                    + leaving.size() + " claims, " + marks);
            expected.split(node, added, place == Place.TOP ? null : expected.parent(node), children, leaving, taken);
            expected.questions(added).add(AccountQuestion.about(name, null, "DE"));
        }

        private void designate(AccountId node, Step step) {
            var designation = pick(List.of(Designation.values()), step.other());
            var partner = designation == Designation.ASSIGNED ? partner(sellers.get(step.who())) : null;
            story.add("    as " + designation);
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            assertThat(register.designate(
                            manager, node, new DesignateAccount(designation, partner, "Why not", null, today, null)))
                    .isEmpty();
            expected.designate(story.size(), node, designation, partner);
        }

        private void addName(AccountId node) {
            var record = register.record(node);
            var name = newName();
            var all = Stream.concat(record.written().otherNames().stream(), Stream.of(name))
                    .collect(Collectors.toSet());
            var outcome = register.change(manager, node, record.written().known(all), record.version());
            assertThat(outcome).isInstanceOf(Registered.class);
            expected.questions(node).add(AccountQuestion.about(name, null, "DE"));
        }

        private void expect(ClaimView claim, AccountId node, PartnerId partner, ClaimScope scope) {
            assertThat(claim.account()).isEqualTo(node);
            assertThat(claim.partner()).isEqualTo(partner);
            assertThat(claim.scope()).isEqualTo(scope);
            assertThat(claim.from()).isEqualTo(clock.instant());
            subjects.add(claim.subject());
            expected.add(claim);
        }

        /** Model and database have the same claims, and no account has two owners. */
        private void same() {
            var present = present();
            assertThat(expected.doubles(present)).as("double owners").isEmpty();
            assertThat(present).as("claims").containsExactlyInAnyOrderElementsOf(expected.open());
            new TreeInvariants(jdbc).hold("after this step");
        }

        private List<ClaimView> present() {
            return jdbc.sql("select c.* from account_claim c where c.ended_at is null and c.until > :now"
                            + " and c.partner_id in (:partners)")
                    .param("now", AccountStore.moment(clock.instant()))
                    .param(
                            "partners",
                            sellers.stream().map(seller -> partner(seller).id()).toList())
                    .query(ClaimStore::claim)
                    .list();
        }

        /** What a partner hears who asks for the account in one of the ways there are. */
        private void answer(AccountId node, int number) {
            var seller = pick(sellers, number);
            var scope = pick(SCOPES, number + story.size());
            var question = pick(expected.questions(node), number + story.size());
            var seen = expected.seenBy(partner(seller), node, scope);
            var verdict = check.inspect(partner(seller), question, scope).verdict();
            assertThat(verdict)
                    .as("what %s hears about %s", seller.name(), label(node))
                    .isEqualTo(seen.verdict());
            assertThat(verdict == AccountVerdict.FREE && !seen.leavesRoomForExclusive())
                    .as("free beside another's exclusive claim")
                    .isFalse();
        }

        private void remove() {
            if (labels.isEmpty()) {
                return;
            }
            transaction.executeWithoutResult(status -> {
                var ids = labels.keySet().stream().map(AccountId::id).toList();
                var partners =
                        sellers.stream().map(seller -> partner(seller).id()).toList();
                changes.changed(labels.keySet());
                Stream.of(
                                "delete from account_claim_line where account_id in (:ids)",
                                "delete from account_holder where account_id in (:ids)",
                                "delete from account_claim where account_id in (:ids)",
                                "delete from account_question where partner_id in (:partners)",
                                "delete from account_identity where account_id in (:ids)",
                                "delete from account_name where account_id in (:ids)",
                                "delete from account_designation where account_id in (:ids)",
                                "update account set parent_id = null, merged_into = null, root_id = id where id in (:ids)",
                                "delete from account where id in (:ids)")
                        .forEach(statement -> jdbc.sql(statement)
                                .param("ids", ids)
                                .param("partners", partners)
                                .update());
            });
        }

        private Optional<ClaimView> present(Step step) {
            var open = expected.open();
            return open.isEmpty() ? Optional.empty() : Optional.of(pick(open, step.claim()));
        }

        /** Mostly an open claim, sometimes one that has ended. */
        private Optional<ClaimView> known(Step step) {
            if (step.claim() % 5 != 0 || subjects.isEmpty()) {
                return present(step);
            }
            return expected.ofSubject(pick(List.copyOf(subjects), step.claim() / 5));
        }

        private HoldRequest wish(
                Actor seller, AccountId node, Step step, ClaimScope scope, UUID subject, Instant until) {
            return new HoldRequest(partner(seller), seller.person(), null, question(node, step), scope, subject, until);
        }

        private AccountQuestion question(AccountId node, Step step) {
            return pick(expected.questions(node), step.other() + step.claim());
        }

        private Actor seller(PartnerId partner) {
            return sellers.stream()
                    .filter(seller -> partner(seller).equals(partner))
                    .findFirst()
                    .orElseThrow();
        }

        private String newName() {
            return "Q"
                    + ThreadLocalRandom.current()
                            .ints(12, 'a', 'z' + 1)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining())
                    + (names++);
        }

        private String label(AccountId node) {
            return labels.getOrDefault(node, node.toString());
        }

        private String text(ClaimView claim) {
            return claim.partner() + " " + claim.purpose() + " " + label(claim.account());
        }
    }

    private static PartnerId partner(Actor seller) {
        return PartnerId.of(seller.partner().orElseThrow());
    }

    private static AccountQuestion byDuns(String duns) {
        return new AccountQuestion(null, null, null, null, null, null, duns, null);
    }

    private static String duns() {
        return String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    private static <T> T pick(List<T> things, int number) {
        return things.get(number % things.size());
    }

    private static <T> Set<T> everySecond(List<T> things, int from) {
        return IntStream.range(0, things.size())
                .filter(number -> (number + from) % 2 == 0)
                .mapToObj(things::get)
                .collect(Collectors.toSet());
    }

    private static ClaimView granted(ClaimOutcome outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted) outcome).claim();
    }

    private static ClaimRefusal refusal(ClaimOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }

    private static TreeRefusal refused(TreeOutcome outcome) {
        assertThat(outcome).isInstanceOf(TreeOutcome.Refused.class);
        return ((TreeOutcome.Refused) outcome).reason();
    }

    private static ClaimRefusal refusalOf(Answer answer) {
        return switch (answer) {
            case RESERVED -> ClaimRefusal.RESERVED;
            case HOUSE -> ClaimRefusal.HOUSE;
            case ASSIGNED -> ClaimRefusal.ASSIGNED;
            case REVIEW, FREE -> ClaimRefusal.NEEDS_REVIEW;
        };
    }
}
