package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.TreeDeed.AccountMark;
import io.handsel.accounts.TreeDeed.Merge;
import io.handsel.accounts.TreeDeed.Move;
import io.handsel.accounts.TreeDeed.Place;
import io.handsel.accounts.TreeDeed.Split;
import io.handsel.accounts.TreeOutcome.Done;
import io.handsel.accounts.TreeOutcome.Foreseen;
import io.handsel.accounts.TreeOutcome.Refused;
import io.handsel.accounts.TreePreview.Turn;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
@RecordApplicationEvents
class AccountTreeTests {

    private static final ClaimScope NETWORK = ClaimScope.of(ClaimScope.STANDARD_PROGRAM, Set.of("network"));
    private static final ClaimScope STORAGE = ClaimScope.of(ClaimScope.STANDARD_PROGRAM, Set.of("storage"));

    /** How two accounts come to lie within each other. */
    enum Way {
        MOVED_BELOW,
        MERGED,
        CHILD_MERGED_ABOVE
    }

    @Autowired
    AccountTree tree;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountList list;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountCheck check;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    AuditTrail audit;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    NameReading names;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Actor manager;
    Actor ann;
    Actor bob;

    @BeforeEach
    void a_manager_and_two_partners() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
        ann = fixtures.salesOfNewPartner("Northwind");
        bob = fixtures.salesOfNewPartner("Contoso");
    }

    @AfterEach
    void all_trees_are_sound() {
        new TreeInvariants(jdbc).hold("afterwards");
    }

    @Test
    void a_moved_account_takes_everything_below_and_the_claims_on_it_along() {
        var group = account(null);
        var company = account(null);
        var site = account(company);
        var claim = reserve(ann, site, ClaimScope.everything());

        var preview = foreseen(new Move(company.id(), group.id()));
        assertThat(preview.nodes()).isEqualTo(2);
        assertThat(preview.touched()).containsExactly(claim);
        assertThat(preview.contested()).isEmpty();
        done(new Move(company.id(), group.id()));

        var moved = register.get(site.id());
        assertThat(moved.root()).isEqualTo(group.id());
        assertThat(moved.path()).isEqualTo(group.id() + "/" + company.id() + "/" + site.id() + "/");
        assertThat(register.get(company.id()).parent()).isEqualTo(group.id());
        assertThat(claims.claimOf(claim.subject())).contains(claim);
        assertThat(check.ask(bob, about(group)).verdict()).isEqualTo(AccountVerdict.NEEDS_REVIEW);
    }

    @Test
    void what_is_laid_down_while_an_account_moves_is_weighed_in_its_new_place() throws Exception {
        var group = account(null);
        var company = account(null);
        assertThat(register.designate(manager, group.id(), house())).isEmpty();
        var designating = Executors.newSingleThreadExecutor();
        try {
            var laidDown = transaction.execute(status -> {
                done(new Move(company.id(), group.id()));
                var waiting = designating.submit(() -> register.designate(manager, company.id(), house()));
                await().until(this::somebodyWaits);
                return waiting;
            });

            assertThat(laidDown.get()).isEmpty();
        } finally {
            designating.shutdownNow();
        }
        // Where all of the group is the vendor's, saying so of one company is no news to any partner.
        assertThat(jdbc.sql("select count(*) from account_designation where account_id = ? and tell_from is null")
                        .param(company.id().id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private static DesignateAccount house() {
        return new DesignateAccount(Designation.HOUSE, null, null, null, LocalDate.of(2026, 1, 1), null);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void an_account_moves_to_the_top_and_is_a_tree_of_its_own() {
        var group = account(null);
        var company = account(group);
        var site = account(company);
        reserve(ann, group, ClaimScope.everything());

        done(new Move(company.id(), null));

        assertThat(register.get(company.id()).parent()).isNull();
        assertThat(register.get(site.id()).root()).isEqualTo(company.id());
        assertThat(check.ask(bob, about(site)).verdict()).isEqualTo(AccountVerdict.FREE);
    }

    @Test
    void refuses_what_would_be_no_tree() {
        var group = account(null);
        var company = account(group);
        var site = account(company);

        assertThat(refused(new Move(company.id(), company.id()))).isEqualTo(TreeRefusal.UNDER_ITSELF);
        assertThat(refused(new Move(company.id(), site.id()))).isEqualTo(TreeRefusal.UNDER_ITSELF);
        assertThat(refused(new Move(company.id(), group.id()))).isEqualTo(TreeRefusal.ALREADY_THERE);
        assertThat(refused(new Move(group.id(), null))).isEqualTo(TreeRefusal.ALREADY_THERE);
        assertThat(refused(new Move(company.id(), AccountId.create()))).isEqualTo(TreeRefusal.UNKNOWN_TARGET);
        assertThat(refused(new Merge(company.id(), company.id()))).isEqualTo(TreeRefusal.SAME_ACCOUNT);
        assertThat(refused(new Merge(group.id(), site.id()))).isEqualTo(TreeRefusal.INTO_ITS_OWN_PART);
        assertThat(refused(new Merge(company.id(), AccountId.create()))).isEqualTo(TreeRefusal.UNKNOWN_TARGET);
        assertThatThrownBy(() -> tree.preview(new Move(AccountId.create(), null)))
                .isInstanceOf(AccountNotFound.class);
    }

    @Test
    void a_tree_becomes_ten_levels_deep_and_no_deeper() {
        AccountView deep = null;
        for (int level = 1; level < AccountRegister.DEEPEST; level++) {
            deep = account(deep);
        }
        var single = account(null);
        var whole = account(null);
        account(whole);

        assertThat(refused(new Move(whole.id(), deep.id()))).isEqualTo(TreeRefusal.TREE_TOO_DEEP);
        done(new Move(single.id(), deep.id()));
        assertThat(refused(new Merge(whole.id(), single.id()))).isEqualTo(TreeRefusal.TREE_TOO_DEEP);
        done(new Merge(whole.id(), deep.id()));
    }

    @ParameterizedTest
    @EnumSource
    void of_two_partners_the_later_claim_stays_open_without_being_exclusive(Way way) {
        var earlier = account(null);
        var later = account(null);
        var first = reserve(ann, earlier, ClaimScope.everything());
        clock.advance(Duration.ofHours(1));
        var second = reserve(bob, later, ClaimScope.everything());

        var deed = bring(later, earlier, way);
        var preview = foreseen(deed);
        assertThat(preview.contested()).containsExactly(new TreePreview.Contest(first, second));
        done(deed);

        assertThat(claim(first).exclusive()).isTrue();
        assertThat(claim(second).exclusive()).isFalse();
        assertThat(claim(second).endedAt()).isNull();
        assertThat(claim(second).until()).isEqualTo(second.until());
        assertThat(events.stream(ClaimsContested.class))
                .containsExactly(new ClaimsContested(claim(first), claim(second)));
        assertThat(check.ask(ann, about(earlier)).verdict()).isEqualTo(AccountVerdict.YOURS);
    }

    /** It is the beginning of the claim that counts, not which of the two accounts stays. */
    @ParameterizedTest
    @EnumSource
    void the_claim_that_began_earlier_keeps_its_exclusivity_wherever_it_comes_from(Way way) {
        var stays = account(null);
        var comes = account(null);
        var first = reserve(ann, comes, ClaimScope.everything());
        clock.advance(Duration.ofHours(1));
        var second = reserve(bob, stays, ClaimScope.everything());

        done(bring(comes, stays, way));

        assertThat(claim(first).exclusive()).isTrue();
        assertThat(claim(second).exclusive()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void claims_that_cannot_collide_stay_as_they_are(Way way) {
        var one = account(null);
        var other = account(null);
        var same = reserve(ann, one, NETWORK);
        var storage = reserve(bob, other, STORAGE);
        var own = reserve(ann, other, NETWORK);

        done(bring(other, one, way));

        assertThat(claim(same).exclusive()).isTrue();
        assertThat(claim(storage).exclusive()).isTrue();
        assertThat(claim(own).exclusive()).isTrue();
        assertThat(events.stream(ClaimsContested.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_that_waits_for_a_reviewer_contests_nothing(Way way) {
        var one = account(null);
        var other = account(null);
        reserve(ann, one, ClaimScope.everything());
        var waiting = waiting(bob, other);
        assertThat(waiting.exclusive()).isFalse();

        done(bring(other, one, way));

        assertThat(events.stream(ClaimsContested.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_whose_time_is_up_contests_nothing_and_is_ended(Way way) {
        var one = account(null);
        var other = account(null);
        var lapsed = reserve(ann, one, ClaimScope.everything());
        clock.moveTo(lapsed.until());
        var present = reserve(bob, other, ClaimScope.everything());

        done(bring(other, one, way));

        assertThat(claim(present).exclusive()).isTrue();
        assertThat(claim(lapsed).end()).isEqualTo(ClaimEnd.LAPSED);
        assertThat(events.stream(ClaimsContested.class)).isEmpty();
    }

    @Test
    void a_claim_between_two_others_loses_against_the_earliest_and_leaves_room_for_the_last() {
        var group = account(null);
        var company = account(null);
        var site = account(company);
        var cleo = fixtures.salesOfNewPartner("Fabrikam");
        var onGroup = reserve(ann, group, NETWORK);
        clock.advance(Duration.ofHours(1));
        var onSite = reserve(bob, site, ClaimScope.everything());
        clock.advance(Duration.ofHours(1));
        var onGroupToo = reserve(cleo, group, STORAGE);

        done(new Move(company.id(), group.id()));

        assertThat(claim(onGroup).exclusive()).isTrue();
        assertThat(claim(onSite).exclusive()).isFalse();
        assertThat(claim(onGroupToo).exclusive()).isTrue();
    }

    @Test
    void everything_of_a_merged_account_is_the_survivors() {
        var survivor = account(null);
        var merged = account(null);
        var child = account(merged);
        var claim = reserve(ann, merged, ClaimScope.everything());
        register.designate(
                manager,
                merged.id(),
                new DesignateAccount(Designation.HOUSE, null, "Key", null, LocalDate.of(2026, 1, 1), null));
        check.ask(bob, about(merged));

        assertThat(foreseen(new Merge(merged.id(), survivor.id())).designations())
                .containsExactly(new Turn(survivor.name(), Designation.OPEN, Designation.HOUSE, null));
        assertThat(done(new Merge(merged.id(), survivor.id()))).isEqualTo(survivor.id());

        var details = register.details(survivor.id());
        assertThat(details.names())
                .containsExactly(
                        new AccountName(AccountNameKind.LEGAL, survivor.name()),
                        new AccountName(AccountNameKind.FORMER, merged.name()));
        assertThat(details.identifiers().stream().filter(one -> one.kind().equals("DUNS")))
                .hasSize(2);
        assertThat(details.claims()).extracting(ClaimView::id).containsExactly(claim.id());
        assertThat(details.designations()).hasSize(1);
        assertThat(register.get(child.id()).parent()).isEqualTo(survivor.id());
        assertThat(check.ask(ann, about(merged)).verdict()).isEqualTo(AccountVerdict.YOURS);
        assertThat(jdbc.sql("select count(*) from account_question where account_id = ?")
                        .param(merged.id().id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(events.stream(AccountMerged.class)).containsExactly(new AccountMerged(merged.id(), survivor.id()));
    }

    @Test
    void a_merged_account_is_found_by_nobody_and_its_address_leads_to_the_survivor() {
        var survivor = account(null);
        var merged = account(null);
        var once = account(null);
        done(new Merge(once.id(), merged.id()));
        done(new Merge(merged.id(), survivor.id()));

        assertThat(register.get(merged.id()).id()).isEqualTo(survivor.id());
        assertThat(register.get(once.id()).id()).isEqualTo(survivor.id());
        for (var gone : Set.of(merged, once)) {
            assertThat(list.page(new AccountFilter(gone.name(), null, null, false, null), 10))
                    .extracting(line -> line.account().id())
                    .doesNotContain(gone.id());
        }
        assertThat(tree.picture(survivor.id()).nodes()).hasSize(1);
        transaction.executeWithoutResult(
                status -> assertThat(names.one(merged.id())).isEmpty());
        assertThat(list.page(new AccountFilter(duns(once), null, null, false, null), 10))
                .extracting(line -> line.account().id())
                .containsExactly(survivor.id());
    }

    @Test
    void editing_the_survivor_forgets_no_number_the_form_did_not_show() {
        var survivor = account(null);
        var merged = account(null);
        done(new Merge(merged.id(), survivor.id()));
        var record = register.record(survivor.id());

        register.change(manager, survivor.id(), record.written(), record.version());

        assertThat(register.details(survivor.id()).identifiers().stream()
                        .filter(one -> one.kind().equals("DUNS")))
                .hasSize(2);
        assertThat(register.details(survivor.id()).names())
                .contains(new AccountName(AccountNameKind.FORMER, merged.name()));
    }

    @Test
    void two_claims_of_one_partner_meet_on_the_survivor_and_both_stay() {
        var survivor = account(null);
        var merged = account(null);
        var one = reserve(ann, survivor, ClaimScope.everything());
        var other = reserve(ann, merged, ClaimScope.everything());

        done(new Merge(merged.id(), survivor.id()));

        assertThat(claim(one).exclusive()).isTrue();
        assertThat(claim(other).exclusive()).isTrue();
        claims.release(one.subject(), ClaimEnd.RELEASED);
        assertThat(check.ask(bob, about(survivor)).verdict()).isEqualTo(AccountVerdict.RESERVED);
    }

    @Test
    void a_split_takes_back_what_a_wrong_merge_has_brought_together() {
        var group = account(null);
        var survivor = account(group);
        var merged = account(null);
        var child = account(merged);
        var grandchild = account(child);
        var hers = reserve(ann, survivor, ClaimScope.everything());
        clock.advance(Duration.ofHours(1));
        var his = reserve(bob, merged, NETWORK);
        done(new Merge(merged.id(), survivor.id()));
        assertThat(claim(his).exclusive()).isFalse();
        register.designate(manager, survivor.id(), house());

        var split = new Split(
                survivor.id(),
                merged.name(),
                AccountKind.LEGAL_ENTITY,
                Place.BESIDE,
                Set.of(new AccountName(AccountNameKind.FORMER, merged.name())),
                Set.of(new AccountMark("DUNS", duns(merged))),
                Set.of(child.id()),
                Set.of(his.id()));
        assertThat(foreseen(split).nodes()).isEqualTo(2);
        var again = done(split);

        var details = register.details(again);
        assertThat(details.account().parent()).isEqualTo(group.id());
        assertThat(details.names()).containsExactly(new AccountName(AccountNameKind.LEGAL, merged.name()));
        assertThat(details.identifiers().stream().filter(one -> one.kind().equals("DUNS")))
                .extracting(AccountDetails.IdentifierView::text)
                .containsExactly(duns(merged));
        assertThat(details.designations())
                .as("what is laid down goes along")
                .extracting(AccountDetails.DesignationView::designation)
                .containsExactly(Designation.HOUSE);
        assertThat(register.get(grandchild.id()).path())
                .startsWith(details.account().path());
        assertThat(claim(his).account()).isEqualTo(again);
        assertThat(claim(hers).account()).isEqualTo(survivor.id());
        assertThat(register.details(survivor.id()).names())
                .containsExactly(new AccountName(AccountNameKind.LEGAL, survivor.name()));
        assertThat(check.ask(ann, about(survivor)).verdict()).isEqualTo(AccountVerdict.YOURS);
    }

    @Test
    void an_exclusive_claim_that_leaves_is_exclusive_at_its_new_account() {
        var company = account(null);
        var claim = reserve(ann, company, ClaimScope.everything());

        var sold = done(new Split(
                company.id(),
                "Sold " + UUID.randomUUID(),
                AccountKind.SITE,
                Place.TOP,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(claim.id())));

        assertThat(claim(claim).exclusive()).isTrue();
        assertThat(claim(claim).account()).isEqualTo(sold);
        assertThat(check.ask(bob, about(company)).verdict()).isEqualTo(AccountVerdict.FREE);
    }

    @Test
    void a_name_two_accounts_still_go_by_recognises_both() {
        var company = account(null);
        var part = done(new Split(
                company.id(), company.name(), AccountKind.SITE, Place.BESIDE, Set.of(), Set.of(), Set.of(), Set.of()));

        for (var id : Set.of(company.id(), part)) {
            assertThat(register.details(id).identifiers())
                    .extracting(AccountDetails.IdentifierView::kind)
                    .contains("NAME");
        }
    }

    @Test
    void refuses_to_split_off_what_is_not_there() {
        var company = account(null);
        var stranger = account(null);
        var claim = reserve(ann, stranger, ClaimScope.everything());
        var nothing = new Split(company.id(), " ", AccountKind.SITE, Place.TOP, Set.of(), Set.of(), Set.of(), Set.of());

        assertThat(refused(nothing)).isEqualTo(TreeRefusal.NAME_MISSING);
        assertThat(refused(split(company, "x".repeat(201), Set.of(), Set.of(), Set.of(), Set.of())))
                .isEqualTo(TreeRefusal.NAME_TOO_LONG);
        assertThat(refused(split(
                        company,
                        "Part",
                        Set.of(new AccountName(AccountNameKind.LEGAL, company.name())),
                        Set.of(),
                        Set.of(),
                        Set.of())))
                .isEqualTo(TreeRefusal.NAME_STAYS);
        assertThat(refused(split(
                        company,
                        "Part",
                        Set.of(new AccountName(AccountNameKind.TRADING, "Nobody's")),
                        Set.of(),
                        Set.of(),
                        Set.of())))
                .isEqualTo(TreeRefusal.NOT_THERE);
        assertThat(refused(split(
                        company,
                        "Part",
                        Set.of(),
                        Set.of(new AccountMark("DUNS", duns(stranger))),
                        Set.of(),
                        Set.of())))
                .isEqualTo(TreeRefusal.NOT_THERE);
        assertThat(refused(split(company, "Part", Set.of(), Set.of(), Set.of(stranger.id()), Set.of())))
                .isEqualTo(TreeRefusal.NOT_THERE);
        assertThat(refused(split(company, "Part", Set.of(), Set.of(), Set.of(), Set.of(claim.id()))))
                .isEqualTo(TreeRefusal.NOT_THERE);
    }

    @Test
    void what_has_changed_since_it_was_shown_is_not_done() {
        var group = account(null);
        var company = account(null);
        var move = new Move(company.id(), group.id());
        var shown = foreseen(move).stamp();

        reserve(ann, company, ClaimScope.everything());
        assertThat(tree.carryOut(manager, move, shown)).isEqualTo(new Refused(TreeRefusal.CHANGED_MEANWHILE));

        var shownAgain = foreseen(move).stamp();
        var record = register.record(group.id());
        register.change(manager, group.id(), record.written(), record.version());
        assertThat(tree.carryOut(manager, move, shownAgain)).isEqualTo(new Refused(TreeRefusal.CHANGED_MEANWHILE));
        assertThat(register.get(company.id()).parent()).isNull();
    }

    @Test
    void shows_which_designation_would_newly_count() {
        var group = account(null);
        var company = account(null);
        register.designate(
                manager,
                group.id(),
                new DesignateAccount(
                        Designation.ASSIGNED, partner(ann), "Named", null, LocalDate.of(2026, 1, 1), null));

        assertThat(foreseen(new Move(company.id(), group.id())).designations())
                .containsExactly(new Turn(company.name(), Designation.OPEN, Designation.ASSIGNED, partner(ann)));
        var claim = reserve(bob, company, ClaimScope.everything());
        done(new Move(company.id(), group.id()));

        assertThat(claim(claim).until()).as("nothing is cut short").isEqualTo(claim.until());
        assertThat(claim(claim).exclusive()).isTrue();
        assertThat(foreseen(new Move(company.id(), null)).designations())
                .containsExactly(new Turn(company.name(), Designation.ASSIGNED, Designation.OPEN, null));
    }

    @Test
    void the_history_says_who_did_what_from_where_to_where() {
        var group = account(null);
        var company = account(null);
        done(new Move(company.id(), group.id()));

        var entry = audit.of(AccountRegister.reference(company.id())).stream()
                .filter(one -> one.action().equals("moved"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isEqualTo(manager.name());
        assertThat(entry.details()).containsEntry("parent", "– → " + group.name());
    }

    private TreeDeed bring(AccountView account, AccountView to, Way way) {
        return switch (way) {
            case MOVED_BELOW -> new Move(account.id(), to.id());
            case MERGED -> new Merge(account.id(), to.id());
            case CHILD_MERGED_ABOVE -> {
                var empty = account(null);
                done(new Move(account.id(), empty.id()));
                yield new Merge(empty.id(), to.id());
            }
        };
    }

    private static Split split(
            AccountView account,
            String name,
            Set<AccountName> names,
            Set<AccountMark> marks,
            Set<AccountId> children,
            Set<ClaimId> claims) {
        return new Split(account.id(), name, AccountKind.SITE, Place.TOP, names, marks, children, claims);
    }

    private AccountView account(AccountView parent) {
        var duns = String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
        var wanted = NewAccount.company("Node " + duns, "DE", null, null).identifiedBy(duns, null);
        var outcome = register.register(
                manager, parent == null ? wanted : wanted.below(parent.id(), AccountKind.LEGAL_ENTITY));
        return ((Registered) outcome).account();
    }

    private static String duns(AccountView account) {
        return account.name().substring("Node ".length());
    }

    private static AccountQuestion about(AccountView account) {
        return new AccountQuestion(null, null, null, null, null, null, duns(account), null);
    }

    private ClaimView reserve(Actor seller, AccountView account, ClaimScope scope) {
        return ((Granted) reservations.reserve(seller, about(account), scope)).claim();
    }

    /** A submission for an account of which another partner has a part: it waits for a reviewer. */
    private ClaimView waiting(Actor seller, AccountView account) {
        var part = account(account);
        var cleo = fixtures.salesOfNewPartner("Fabrikam");
        var inTheWay = reserve(cleo, part, ClaimScope.everything());
        var held = ((Granted) claims.hold(new HoldRequest(
                        partner(seller),
                        seller.person(),
                        null,
                        about(account),
                        ClaimScope.everything(),
                        UUID.randomUUID(),
                        clock.instant().plus(Duration.ofDays(30)))))
                .claim();
        claims.release(inTheWay.subject(), ClaimEnd.RELEASED);
        return held;
    }

    private static PartnerId partner(Actor seller) {
        return PartnerId.of(seller.partner().orElseThrow());
    }

    private ClaimView claim(ClaimView claim) {
        return claims.claimOf(claim.subject()).orElseThrow();
    }

    private TreePreview foreseen(TreeDeed deed) {
        return ((Foreseen) tree.preview(deed)).preview();
    }

    private AccountId done(TreeDeed deed) {
        return ((Done) tree.carryOut(manager, deed, foreseen(deed).stamp())).account();
    }

    private TreeRefusal refused(TreeDeed deed) {
        var refusal = ((Refused) tree.preview(deed)).reason();
        assertThat(tree.carryOut(manager, deed)).isEqualTo(new Refused(refusal));
        return refusal;
    }
}
