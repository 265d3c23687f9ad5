package io.handsel.disputes;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.AccountVerdict;
import io.handsel.accounts.ClaimNotFound;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimRefusal;
import io.handsel.accounts.ClaimView;
import io.handsel.accounts.ColleagueOutcome;
import io.handsel.accounts.ColleagueRefusal;
import io.handsel.accounts.ColleagueRequestNotFound;
import io.handsel.accounts.ColleagueRequests;
import io.handsel.accounts.ColleagueWish;
import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealEvidence;
import io.handsel.deals.DealFilter;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealList;
import io.handsel.deals.DealLocations;
import io.handsel.deals.DealNotFound;
import io.handsel.deals.DealNotice;
import io.handsel.deals.DealNotices;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealProtection;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStage;
import io.handsel.deals.DealStatus;
import io.handsel.deals.LoseDeal;
import io.handsel.deals.LossReason;
import io.handsel.deals.RegisterDeal;
import io.handsel.deals.SecondRegistrants;
import io.handsel.deals.UpdateDeal;
import io.handsel.engine.DueJobs;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerLocations;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonDirectory;
import io.handsel.security.PersonFixtures;
import io.handsel.security.SignedIn;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever is limited to a location has that location's business and nothing of another one's. */
@DisputeTest
class LocationScopeTests {

    private static final DisputeFilter ALL =
            new DisputeFilter(EnumSet.allOf(DisputeStatus.class), null, DisputeFilter.Order.OPENED, false, null);

    @Autowired
    DealFixtures deals;

    @Autowired
    DisputeFixtures fixtures;

    @Autowired
    PartnerLocations places;

    @Autowired
    People people;

    @Autowired
    PersonDirectory directory;

    @Autowired
    DealList list;

    @Autowired
    DealOverview overview;

    @Autowired
    DealRegistration registration;

    @Autowired
    DealProtection protection;

    @Autowired
    DealClosing closing;

    @Autowired
    DealEvidence evidence;

    @Autowired
    CustomersWord word;

    @Autowired
    SecondRegistrants seconds;

    @Autowired
    DealLocations moving;

    @Autowired
    DealNotices notices;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountCheck check;

    @Autowired
    ColleagueRequests requests;

    @Autowired
    DisputeOpening opening;

    @Autowired
    DisputeOverview disputeOverview;

    @Autowired
    DisputeList disputes;

    @Autowired
    DisputeNotices disputeNotices;

    @Autowired
    EvidenceDesk desk;

    @Autowired
    DisputeSettlement settlement;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MovableClock clock;

    Locations company;
    Actor ofAll;
    Actor inLinz;
    Actor inGraz;

    @BeforeEach
    void two_locations_and_somebody_in_each() {
        clock.moveTo(MovableClock.START);
        company = Locations.of(deals.partner(), places, people);
        ofAll = company.admin(null);
        inLinz = company.sales(company.linz());
        inGraz = company.sales(company.graz());
    }

    @Test
    void a_deal_belongs_to_the_location_of_who_registers_it() {
        var linz = register(inLinz);
        var whole = register(ofAll);

        assertThat(overview.details(inLinz, linz).location()).isEqualTo(company.linz());
        assertThat(overview.details(ofAll, whole).location()).isNull();
        assertThat(overview.details(ofAll, linz).id()).isEqualTo(linz);
    }

    @Test
    void nothing_can_be_read_of_or_done_with_a_deal_of_another_location_or_of_the_whole_company() {
        var acts = new LinkedHashMap<String, BiFunction<Actor, DealId, Object>>();
        acts.put("read", overview::details);
        acts.put("withdraw", (by, id) -> registration.withdraw(by, id, "Too late."));
        acts.put("complete", (by, id) -> registration.provideInformation(by, id, aDeal().deal()));
        acts.put("submit again", (by, id) -> registration.resubmit(by, id, aDeal().deal()));
        acts.put(
                "update",
                (by, id) ->
                        protection.update(by, id, new UpdateDeal(DealStage.QUALIFY, "Call them", null, null, null)));
        acts.put("lose", (by, id) -> closing.lose(by, id, new LoseDeal(LossReason.PRICE, null)));
        acts.put("files", evidence::of);
        acts.put("keep files", (by, id) -> {
            evidence.keep(by, id, Map.of());
            return id;
        });
        acts.put("a file", (by, id) -> evidence.open(by, id, UUID.randomUUID()));
        acts.put("choice", word::sheet);
        acts.put("the choice that was filed", word::newest);
        acts.put("share", seconds::of);
        acts.put("move", (by, id) -> moving.move(by, id, by.location()));
        acts.put("dispute", (by, id) -> opening.open(by, id, "We were first."));

        var linz = register(inLinz);
        var whole = register(ofAll);
        acts.forEach((name, act) -> {
            for (var deal : List.of(linz, whole)) {
                assertThatThrownBy(() -> act.apply(inGraz, deal)).as(name).isInstanceOf(DealNotFound.class);
            }
            assertThat(act.apply(inLinz, linz)).as(name).isNotNull();
        });
    }

    @Test
    void lists_counts_and_searches_have_the_own_location_only() {
        var wish = aDeal().deal();
        var linz = deals.register(inLinz, wish);
        var graz = register(inGraz);
        jobs.run();

        assertThat(listed(inLinz)).containsExactly(linz);
        assertThat(listed(inGraz)).containsExactly(graz);
        assertThat(listed(ofAll)).containsExactlyInAnyOrder(linz, graz);
        assertThat(counted(inLinz)).isEqualTo(1);
        assertThat(counted(ofAll)).isEqualTo(2);
        assertThat(list.mostUrgent(inGraz, 9)).extracting(deal -> deal.id()).containsExactly(graz);
        assertThat(list.mostUrgent(ofAll, 9)).hasSize(2);
        assertThat(page("/deals?search=" + wish.customer(), inGraz)).doesNotContain(wish.website());
        assertThat(page("/deals/export", inGraz)).doesNotContain(wish.customer());
        assertThat(page("/deals/export", inLinz)).contains(wish.customer());
        assertThat(page("/home", inGraz)).doesNotContain(wish.customer());
    }

    @Test
    void a_registration_that_looks_like_one_of_another_location_does_not_show_that() {
        var wish = aDeal().with("ownReference", "").deal();
        deals.register(inLinz, wish);
        jobs.run();

        assertThat(registration.preview(ofAll, wish).own()).hasSize(1);
        assertThat(registration.preview(inGraz, wish).own()).isEmpty();
    }

    @Test
    void where_somebody_is_moved_to_counts_from_their_next_click_on() {
        var linz = register(inLinz);
        var page = "/deals/" + linz;
        assertThat(open(page, inLinz)).hasStatusOk();

        limit(inLinz, company.graz());

        assertThat(open(page, inLinz)).hasStatus(404);
        assertThat(open(page, ofAll)).hasStatusOk();
    }

    @Test
    void mails_about_a_deal_reach_nobody_of_another_location() {
        var linz = register(inLinz);
        var adminInLinz = company.admin(company.linz());
        var adminInGraz = company.admin(company.graz());
        limit(inLinz, company.graz());

        notices.toPartner(linz, DealNotice.AWARDED, "now");

        assertThat(told("deal AWARDED " + linz))
                .containsExactlyInAnyOrder(
                        ofAll.person().id(), adminInLinz.person().id())
                .doesNotContain(adminInGraz.person().id());
    }

    @Test
    void who_has_a_deal_is_told_without_those_who_do_not_see_it() {
        var wish = aDeal().deal();
        var linz = deals.register(inLinz, wish);
        jobs.run();
        assertThat(page("/deals/" + linz, ofAll)).contains(inLinz.name());

        limit(inLinz, company.graz());

        assertThat(page("/deals/" + linz, ofAll)).contains("Linz").doesNotContain("With you");
    }

    @Test
    void whoever_is_of_all_locations_moves_a_deal_and_its_claim_and_its_dispute_go_along() {
        var two = fixtures.opened();
        var mine = Locations.of(two.challenger().partner(), places, people);
        var head = two.challenger().sales();
        var deal = two.challenger().deal();
        var sales = mine.sales(mine.linz());
        assertThatThrownBy(() -> disputeOverview.details(sales, two.dispute())).isInstanceOf(DisputeNotFound.class);
        var mails = mails();

        assertThat(moving.move(head, deal, mine.linz())).isInstanceOf(DealOutcome.Done.class);

        assertThat(overview.details(sales, deal).location()).isEqualTo(mine.linz());
        assertThat(disputeOverview.details(sales, two.dispute()).id()).isEqualTo(two.dispute());
        assertThat(audited(deal)).contains("moved");
        assertThat(mails()).isEqualTo(mails);
        assertThat(moving.move(head, deal, null)).isInstanceOf(DealOutcome.Done.class);
        assertThatThrownBy(() -> overview.details(sales, deal)).isInstanceOf(DealNotFound.class);
    }

    @Test
    void a_claim_goes_where_its_deal_goes() {
        var linz = register(inLinz);
        jobs.run();
        assertThat(locationOfClaim(linz)).isEqualTo(company.linz().id());

        moving.move(ofAll, linz, company.graz());

        assertThat(locationOfClaim(linz)).isEqualTo(company.graz().id());
    }

    @Test
    void a_deal_goes_to_an_open_location_of_the_own_company_and_by_nobody_who_is_limited() {
        var linz = register(inLinz);
        jobs.run();
        var strangers = Locations.of(deals.partner(), places, people);
        var manager = deals.actor(company.partner().manager());
        limit(inGraz, null);
        places.close(manager, company.partner().id(), company.graz());

        assertThat(refused(moving.move(inLinz, linz, null))).isEqualTo(DealRefusal.LOCATION_NOT_YOURS);
        assertThat(refused(moving.move(ofAll, linz, strangers.linz()))).isEqualTo(DealRefusal.LOCATION_UNKNOWN);
        assertThat(refused(moving.move(ofAll, linz, company.graz()))).isEqualTo(DealRefusal.LOCATION_CLOSED);
        assertThat(overview.details(ofAll, linz).location()).isEqualTo(company.linz());
        assertThatThrownBy(() -> jdbc.sql("update deal set location_id = ? where id = ?")
                        .params(strangers.linz().id(), linz.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update account_claim set location_id = ? where partner_id = ?")
                        .params(strangers.linz().id(), company.partner().id().id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_page_moves_a_deal_and_says_what_is_wrong() {
        var linz = register(inLinz);
        var page = "/deals/" + linz + "/location";

        assertThat(page("/deals/" + linz, ofAll)).contains("Move to another location", "Linz");
        assertThat(page("/deals/" + linz, inLinz)).contains("Linz").doesNotContain("Move to another location");
        assertThat(open(page, inLinz)).hasStatus3xxRedirection();
        assertThat(Jsoup.parse(page(page, ofAll))
                        .select("select[name=location] option")
                        .eachText())
                .containsExactly("All locations", "Graz", "Linz");
        assertThat(send(page, ofAll, Map.of("location", LocationId.create().toString())))
                .hasStatus(422);
        assertThat(send(page, ofAll, Map.of("location", "x"))).hasStatus(422);
        assertThat(send(page, ofAll, Map.of("location", company.graz().toString())))
                .hasStatus3xxRedirection();
        assertThat(open("/deals/" + linz, inLinz)).hasStatus(404);
        assertThat(page("/deals/" + linz, inGraz)).contains("Moved to another location of yours");
    }

    @Test
    void a_company_without_locations_sees_none_on_its_pages() {
        var sales = deals.sales(deals.partner());
        var deal = register(sales);

        assertThat(page("/deals/" + deal, sales)).doesNotContain("Location", "All locations");
        assertThat(open("/deals/" + deal + "/location", sales)).hasStatus3xxRedirection();
    }

    @Test
    void reservations_belong_to_the_location_of_who_reserves() {
        var claim = reserve(inLinz, unknown());

        assertThat(reservations.reservationsOf(inLinz, 9)).containsExactly(claim);
        assertThat(reservations.reservationsOf(ofAll, 9)).containsExactly(claim);
        assertThat(reservations.reservationsOf(inGraz, 9)).isEmpty();
        assertThatThrownBy(() -> reservations.giveBack(inGraz, claim.id())).isInstanceOf(ClaimNotFound.class);
        reservations.giveBack(ofAll, claim.id());
        assertThat(reservations.reservationsOf(inLinz, 9).get(0).endedAt()).isNotNull();
    }

    @Test
    void a_colleague_of_another_location_is_named_and_cannot_be_asked() {
        var question = unknown();
        var claim = reserve(inLinz, question);

        var answer = check.ask(inGraz, question);

        assertThat(answer.verdict()).isEqualTo(AccountVerdict.COLLEAGUE);
        assertThat(answer.colleague()).isEqualTo(inLinz.name());
        assertThat(answer.claim()).isNull();
        assertThat(page("/accounts/check?customer=" + question.name() + "&website=" + question.domain(), inGraz))
                .contains(inLinz.name())
                .doesNotContain("/accounts/claims/", "Ask to join");
        assertThatThrownBy(() -> requests.ask(inGraz, claim.id(), ColleagueWish.JOIN))
                .isInstanceOf(ClaimNotFound.class);
        assertThat(check.ask(company.sales(company.linz()), question).claim()).isEqualTo(claim.id());
    }

    @Test
    void requests_among_colleagues_stay_within_their_location() {
        var claim = reserve(inLinz, unknown());
        var near = company.sales(company.linz());
        var adminInLinz = company.admin(company.linz());
        var adminInGraz = company.admin(company.graz());
        var request = ((ColleagueOutcome.Waiting) requests.ask(near, claim.id(), ColleagueWish.JOIN)).request();

        assertThat(requests.waitingFor(adminInLinz)).containsExactly(request);
        assertThat(requests.waitingFor(ofAll)).containsExactly(request);
        assertThat(requests.waitingFor(adminInGraz)).isEmpty();
        assertThatThrownBy(() -> requests.agree(adminInGraz, request.id()))
                .isInstanceOf(ColleagueRequestNotFound.class);

        limit(near, company.graz());
        assertThat(requests.askedBy(people.actor(near.person()), 9)).isEmpty();
        assertThat(requests.agree(inLinz, request.id()))
                .isEqualTo(new ColleagueOutcome.Refused(ColleagueRefusal.ASKER_LEFT));
    }

    @Test
    void whoever_left_the_location_is_asked_nothing_about_its_customers() {
        var claim = reserve(inLinz, unknown());
        var adminInLinz = company.admin(company.linz());
        var adminInGraz = company.admin(company.graz());
        limit(inLinz, company.graz());

        requests.ask(company.sales(company.linz()), claim.id(), ColleagueWish.TAKE_OVER);

        assertThat(requests.waitingFor(adminInLinz)).hasSize(1);
        assertThat(requests.waitingFor(people.actor(inLinz.person()))).isEmpty();
        assertThat(requests.waitingFor(adminInGraz)).isEmpty();
    }

    @Test
    void a_registration_takes_no_reservation_of_another_location_along() {
        var wish = aDeal();
        var claim = reserve(inLinz, about(wish.deal()));
        var near = company.sales(company.linz());
        requests.ask(near, claim.id(), ColleagueWish.JOIN);

        deals.register(inGraz, wish.with("ownReference", "").deal());
        jobs.run();

        assertThat(reservations.reservationsOf(inLinz, 9)).containsExactly(claim);
        assertThat(requests.waitingFor(inLinz)).hasSize(1);

        deals.register(ofAll, wish.with("ownReference", "").deal());
        jobs.run();

        assertThat(reservations.reservationsOf(inLinz, 9).get(0).endedAt()).isNotNull();
    }

    @Test
    void what_somebody_had_at_another_location_is_a_colleagues_now() {
        var question = unknown();
        var joined = unknown();
        reserve(inLinz, question);
        var claim = reserve(company.sales(company.linz()), joined);
        var request = ((ColleagueOutcome.Waiting) requests.ask(inLinz, claim.id(), ColleagueWish.JOIN)).request();
        requests.agree(ofAll, request.id());
        assertThat(check.ask(inLinz, question).verdict()).isEqualTo(AccountVerdict.YOURS);
        assertThat(check.ask(inLinz, joined).verdict()).isEqualTo(AccountVerdict.YOURS);

        limit(inLinz, company.graz());

        var moved = people.actor(inLinz.person());
        assertThat(check.ask(moved, question).verdict()).isEqualTo(AccountVerdict.COLLEAGUE);
        assertThat(check.ask(moved, joined).until()).isNull();
        assertThat(reservations.reserve(moved, question))
                .isEqualTo(new ClaimOutcome.Refused(ClaimRefusal.COLLEAGUE, null, List.of()));
    }

    @Test
    void whoever_left_the_location_hears_no_more_of_its_requests() {
        var claim = reserve(inLinz, unknown());
        var near = company.sales(company.linz());
        var far = company.sales(company.linz());
        var taken = ((ColleagueOutcome.Waiting) requests.ask(near, claim.id(), ColleagueWish.TAKE_OVER)).request();
        var joining = ((ColleagueOutcome.Waiting) requests.ask(far, claim.id(), ColleagueWish.JOIN)).request();
        limit(inLinz, company.graz());
        limit(far, company.graz());

        requests.agree(ofAll, taken.id());
        reservations.giveBack(ofAll, claim.id());

        assertThat(told("colleague " + taken.id() + " taken-over")).isEmpty();
        assertThat(told("colleague " + taken.id() + " accepted"))
                .containsExactly(near.person().id());
        assertThat(told("colleague " + joining.id() + " claim-ended")).isEmpty();
    }

    @Test
    void a_dispute_is_there_for_the_location_of_its_deal() {
        var two = fixtures.twoPartners();
        var mine = Locations.of(two.challenger().partner(), places, people);
        var head = two.challenger().sales();
        var sales = mine.sales(mine.linz());
        var others = mine.sales(mine.graz());
        moving.move(head, two.challenger().deal(), mine.linz());
        var dispute = fixtures.opened(two, "We were first.").dispute();

        assertThat(disputeOverview.details(sales, dispute).id()).isEqualTo(dispute);
        assertThat(disputes.page(sales, ALL, 9).disputes()).hasSize(1);
        assertThat(disputes.page(others, ALL, 9).disputes()).isEmpty();
        assertThat(disputes.counts(others).values()).containsOnly(0);
        assertThat(disputes.waitingFor(sales, 9)).hasSize(1);
        assertThat(disputes.waitingFor(others, 9)).isEmpty();
        assertThatThrownBy(() -> disputeOverview.details(others, dispute)).isInstanceOf(DisputeNotFound.class);
        assertThatThrownBy(() -> desk.done(others, dispute)).isInstanceOf(DisputeNotFound.class);
        assertThatThrownBy(() -> settlement.withdraw(others, dispute, "No more."))
                .isInstanceOf(DisputeNotFound.class);
        assertThatThrownBy(() -> jdbc.sql("update dispute set challenger_location_id = ? where id = ?")
                        .params(company.linz().id(), dispute.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_holders_side_has_the_location_of_its_claim() {
        var wish = aDeal();
        var holder = deals.register(inLinz, wish.deal());
        jobs.run();
        fixtures.decide(deals.actor(company.partner().manager()), holder.toString(), Map.of("decision", "approve"));
        var challenger = fixtures.registered(wish.with("ownReference", "").deal());
        var done = (DisputeOutcome.Done) opening.open(challenger.sales(), challenger.deal(), "We were first.");

        assertThat(disputeOverview.details(inLinz, done.dispute()).side()).isEqualTo(DisputeSide.HOLDER);
        assertThat(disputeOverview.details(ofAll, done.dispute()).side()).isEqualTo(DisputeSide.HOLDER);
        assertThatThrownBy(() -> disputeOverview.details(inGraz, done.dispute()))
                .isInstanceOf(DisputeNotFound.class);

        var adminInLinz = company.admin(company.linz());
        company.admin(company.graz());
        limit(inLinz, company.graz());
        disputeNotices.toParties(done.dispute(), DisputeNotice.FINAL, "now");
        assertThat(told("dispute FINAL " + done.dispute()))
                .contains(ofAll.person().id(), adminInLinz.person().id())
                .doesNotContain(inLinz.person().id(), inGraz.person().id());
    }

    private DealId register(Actor by) {
        return deals.register(by, aDeal().deal());
    }

    private List<DealId> listed(Actor actor) {
        return list.page(actor, DealFilter.in(EnumSet.allOf(DealStatus.class)), 50).deals().stream()
                .map(deal -> deal.id())
                .toList();
    }

    private int counted(Actor actor) {
        return list.counts(actor).values().stream().mapToInt(Integer::intValue).sum();
    }

    private ClaimView reserve(Actor by, AccountQuestion question) {
        return ((ClaimOutcome.Granted) reservations.reserve(by, question)).claim();
    }

    private static AccountQuestion about(RegisterDeal deal) {
        return AccountQuestion.about(deal.customer(), deal.website(), deal.country());
    }

    private static AccountQuestion unknown() {
        return AccountQuestion.about(CompanyNames.next(), UUID.randomUUID() + ".de", "DE");
    }

    private static DealRefusal refused(DealOutcome outcome) {
        return ((DealOutcome.Refused) outcome).reason();
    }

    private void limit(Actor person, @Nullable LocationId location) {
        people.change(person.person(), PersonFixtures.limiting(directory.get(person.person()), location))
                .orElseThrow();
    }

    private UUID locationOfClaim(DealId deal) {
        return jdbc.sql("select location_id from account_claim where subject = ?")
                .param(deal.id())
                .query(UUID.class)
                .single();
    }

    private List<String> audited(DealId deal) {
        return jdbc.sql("select action from audit_entry where subject_id = ?")
                .param(deal.id())
                .query(String.class)
                .list();
    }

    private long mails() {
        return jdbc.sql("select count(*) from outbox_mail").query(Long.class).single();
    }

    /** To whom a mail went, by how its key begins. */
    private List<UUID> told(String occasion) {
        return jdbc.sql("select p.id from outbox_mail m join person p on p.email = m.recipient where m.once_key like ?")
                .param(occasion + "%")
                .query(UUID.class)
                .list();
    }

    private MvcTestResult open(String page, Actor by) {
        return mvc.get()
                .uri(page)
                .header("Accept-Language", "en-GB")
                .with(SignedIn.as(by.person()))
                .exchange();
    }

    private String page(String page, Actor by) {
        var answer = open(page, by);
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult send(String page, Actor by, Map<String, String> fields) {
        var request =
                mvc.post().uri(page).with(SignedIn.as(by.person())).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
