package io.handsel.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.StatementCount;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealId;
import io.handsel.deals.DealNotFound;
import io.handsel.deals.DealOverview;
import io.handsel.deals.SharedDeal;
import io.handsel.disputes.DisputeTest;
import io.handsel.distribution.DistributionFixtures.Company;
import io.handsel.distribution.LinkOutcome.Done;
import io.handsel.distribution.LinkOutcome.Refused;
import io.handsel.engine.DueJobs;
import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerType;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import io.handsel.shell.NotFound;
import io.handsel.training.Courses;
import io.handsel.training.Training;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What distributors and resellers may do and read of each other, and what they never learn. */
@DisputeTest
class ResellerLinkTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    ResellerInvitations invitations;

    @Autowired
    ResellerLinks links;

    @Autowired
    LinkList list;

    @Autowired
    SharedReseller shared;

    @Autowired
    BoughtThrough bought;

    @Autowired
    DealOverview deals;

    @Autowired
    People people;

    @Autowired
    Training training;

    @Autowired
    Courses courses;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MovableClock clock;

    private DistributionFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = DistributionFixtures.in(beans);
    }

    /** What somebody hears: done, a refusal's name, or that there is no such thing. */
    private static String heard(Callable<?> act) {
        try {
            var outcome = act.call();
            return outcome instanceof Refused refused ? refused.reason().name() : "done";
        } catch (NotFound nothing) {
            return "nothing there";
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @TestFactory
    Stream<DynamicTest> who_may_do_what() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        var refused = "NOT_POSSIBLE";
        var gone = "nothing there";
        // distributor: administrator, sales; reseller: administrator, sales; another distributor; another partner;
        // administrators of one location: of the distributor, of the reseller
        expected.put("invite", List.of("done", refused, refused, refused, "done", refused, refused, refused));
        expected.put("cancel", List.of("done", refused, gone, gone, gone, gone, refused, gone));
        expected.put("accept", List.of(gone, gone, "done", refused, gone, gone, gone, refused));
        expected.put("reject", List.of(gone, gone, "done", refused, gone, gone, gone, refused));
        expected.put("share", List.of(gone, gone, "done", refused, gone, gone, gone, refused));
        expected.put("end as distributor", List.of("done", refused, gone, gone, gone, gone, refused, gone));
        expected.put("end as reseller", List.of(gone, gone, "done", refused, gone, gone, gone, refused));
        expected.put("read", List.of("done", "done", gone, gone, gone, gone, "done", gone));
        expected.put("deals", List.of("done", "done", gone, gone, gone, gone, "done", gone));
        return expected.entrySet().stream()
                .flatMap(action -> IntStream.range(0, action.getValue().size())
                        .mapToObj(who -> DynamicTest.dynamicTest(action.getKey() + " " + who, () -> {
                            monday_10_in_berlin();
                            var distributor = fixtures.distributor();
                            var reseller = fixtures.reseller();
                            var actor = List.of(
                                            distributor.admin(),
                                            distributor.sales(),
                                            reseller.admin(),
                                            reseller.sales(),
                                            fixtures.distributor().admin(),
                                            fixtures.reseller().admin(),
                                            fixtures.limited(distributor),
                                            fixtures.limited(reseller))
                                    .get(who);
                            var pending = Set.of("cancel", "accept", "reject").contains(action.getKey());
                            var link = action.getKey().equals("invite")
                                    ? LinkId.create()
                                    : pending
                                            ? fixtures.invited(distributor, reseller)
                                            : fixtures.linked(distributor, reseller, SharedPart.values());
                            assertThat(heard(() -> act(action.getKey(), actor, link)))
                                    .isEqualTo(action.getValue().get(who));
                        })));
    }

    private Object act(String action, Actor actor, LinkId link) {
        return switch (action) {
            case "invite" -> invitations.invite(actor, "somebody.example", "Hello.");
            case "cancel" -> invitations.cancel(actor, link);
            case "accept" -> links.accept(actor, link, Set.of());
            case "reject" -> links.reject(actor, link);
            case "share" -> links.share(actor, link, Set.of());
            case "end as distributor" -> links.endAsDistributor(actor, link, "");
            case "end as reseller" -> links.endAsReseller(actor, link, "");
            case "read" -> shared.read(actor, link);
            default -> shared.deals(actor, link, null, 10);
        };
    }

    @Test
    void whoever_markets_or_pays_for_a_distributor_reads_no_deals() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.deal(reseller);
        var link = fixtures.linked(distributor, reseller, SharedPart.DEALS);

        for (var role : List.of(Role.PARTNER_MARKETING, Role.PARTNER_FINANCE)) {
            var reader = fixtures.person(distributor.partner(), role);
            assertThat(shared.deals(reader, link, null, 10).deals()).isEmpty();
            assertThat(shared.read(reader, link).showsDeals()).isFalse();
        }
        assertThat(shared.deals(distributor.sales(), link, null, 10).deals()).hasSize(1);
    }

    @Test
    void what_is_answered_and_listed_is_the_same_whether_there_is_such_a_partner_or_not() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var suspended = fixtures.reseller();
        fixtures.become(suspended, PartnerStanding.SUSPENDED);
        var other = fixtures.distributor();
        var somebody = people.get(reseller.sales().person()).email().address();
        var typed = List.of("nobody.example", reseller.domain(), suspended.domain(), other.domain());
        var addresses = List.of("nobody@nobody.example", somebody);
        invitations.invite(fixtures.distributor().admin(), "warm.example", "Hello.");

        for (var same : List.of(typed, addresses)) {
            Map<String, List<String>> statements = new LinkedHashMap<>();
            for (var address : same) {
                statements.put(
                        address,
                        StatementCount.during(
                                () -> assertThat(invitations.invite(distributor.admin(), address, "Hello."))
                                        .isInstanceOf(Done.class)));
            }
            assertThat(Set.copyOf(statements.values())).as("%s", statements).hasSize(1);
        }
        jobs.run();
        var rows = list.ofDistributor(distributor.admin(), null, 10).links();

        assertThat(rows).hasSize(6);
        assertThat(rows.stream()
                        .map(row -> new ResellerRow(
                                new LinkId(new UUID(0, 0)),
                                "",
                                row.reseller(),
                                row.sentence(),
                                row.status(),
                                row.invitedAt(),
                                row.until(),
                                row.endedAt(),
                                row.reason(),
                                row.rests(),
                                row.shared()))
                        .distinct())
                .as("nothing but the address tells them apart")
                .hasSize(1);
        assertThat(list.waitingFor(reseller.admin())).hasSize(1);
        assertThat(list.waitingFor(other.admin())).isEmpty();
    }

    @Test
    void taking_back_what_leads_to_somebody_takes_the_same_as_taking_back_what_does_not() {
        var distributor = fixtures.distributor();
        var known = fixtures.invited(distributor, fixtures.reseller());
        var unknown = fixtures.done(invitations.invite(distributor.admin(), "nobody.example", "Hello."));
        fixtures.done(invitations.cancel(
                distributor.admin(), fixtures.done(invitations.invite(distributor.admin(), "warm.example", "Hello."))));

        var first = StatementCount.during(() -> invitations.cancel(distributor.admin(), known));
        var second = StatementCount.during(() -> invitations.cancel(distributor.admin(), unknown));

        assertThat(first).isEqualTo(second);
    }

    @Test
    void a_second_address_of_the_same_company_leads_to_nobody_and_says_nothing() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.invited(distributor, reseller);

        var again = invitations.invite(distributor.admin(), "https://www." + reseller.domain() + "/shop", "Again.");
        var other = invitations.invite(
                distributor.admin(),
                people.get(reseller.sales().person()).email().address(),
                "Again.");

        assertThat(again).isEqualTo(new Refused(LinkRefusal.ALREADY_INVITED, "address"));
        assertThat(other).isInstanceOf(Done.class);
        assertThat(resellerOf(((Done) other).link())).isEmpty();
        assertThat(list.waitingFor(reseller.admin())).hasSize(1);
    }

    @Test
    void whoever_has_said_no_is_not_asked_again_for_ninety_days_by_any_address() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.done(links.reject(reseller.admin(), fixtures.invited(distributor, reseller)));
        var somebody = people.get(reseller.sales().person()).email().address();

        clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(invitations.invite(distributor.admin(), reseller.domain(), "Again."))
                .isEqualTo(new Refused(LinkRefusal.REJECTED_LATELY, "address"));
        var silent = invitations.invite(distributor.admin(), somebody, "Again.");
        assertThat(resellerOf(((Done) silent).link())).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        var asked = invitations.invite(distributor.admin(), reseller.domain(), "Again.");

        assertThat(resellerOf(((Done) asked).link())).hasSize(1);
        assertThat(invitations.invite(fixtures.distributor().admin(), reseller.domain(), "Hello."))
                .as("another distributor is another matter")
                .isInstanceOf(Done.class);
    }

    private List<Object> resellerOf(LinkId link) {
        return jdbc.sql("select reseller_id from reseller_link where id = ? and reseller_id is not null")
                .param(link.id())
                .query()
                .singleColumn();
    }

    @Test
    void twenty_wait_and_twenty_are_sent_a_day() {
        var distributor = fixtures.distributor();
        var by = distributor.admin();
        var sent = IntStream.range(0, 20)
                .mapToObj(each -> fixtures.done(invitations.invite(by, "company-" + each + ".example", "Hello.")))
                .toList();
        var another = (Function<String, LinkOutcome>) name -> invitations.invite(by, name + ".example", "Hello.");

        assertThat(another.apply("more")).isEqualTo(new Refused(LinkRefusal.TOO_MANY_WAITING, "address"));
        fixtures.done(invitations.cancel(by, sent.get(0)));
        assertThat(another.apply("more")).isEqualTo(new Refused(LinkRefusal.TOO_MANY_TODAY, "address"));
        fixtures.itIs("2026-03-02T23:00:00Z");
        assertThat(another.apply("more")).isInstanceOf(Done.class);
        assertThat(another.apply("one-more")).isEqualTo(new Refused(LinkRefusal.TOO_MANY_WAITING, "address"));
    }

    /** A mail address as it may be, longer than it is kept. */
    private static final String LONG_ADDRESS = "x".repeat(64) + "@" + ("y".repeat(62) + ".").repeat(3) + "example";

    @Test
    void what_is_over_by_the_clock_waits_no_more_however_late_the_process_is() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.invited(distributor, reseller);
        IntStream.range(0, 19)
                .forEach(each ->
                        fixtures.done(invitations.invite(distributor.admin(), "late-" + each + ".example", "Hello.")));

        clock.advance(Duration.ofDays(15));

        assertThat(list.waitingFor(reseller.admin())).isEmpty();
        assertThat(list.ofReseller(reseller.admin()))
                .singleElement()
                .extracting(DistributorRow::status)
                .isEqualTo(LinkStatus.EXPIRED);
        assertThat(list.ofDistributor(distributor.admin(), null, 20).links())
                .extracting(ResellerRow::status)
                .containsOnly(LinkStatus.EXPIRED);
        assertThat(invitations.invite(distributor.admin(), "one-more.example", "Hello."))
                .isInstanceOf(Done.class);
    }

    @Test
    void what_is_over_by_the_clock_is_not_taken_back_with_its_distributor() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        clock.advance(Duration.ofDays(15));
        fixtures.become(distributor, PartnerStanding.ENDED);

        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.EXPIRED);
        assertThat(fixtures.mails(reseller.admin()))
                .noneMatch(subject -> subject.contains("taken its invitation back"));
    }

    @Test
    void what_is_answered_does_not_expire() {
        var link = fixtures.linked(fixtures.distributor(), fixtures.reseller());

        invitations.expire(link);

        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.ACCEPTED);
    }

    @Test
    void what_cannot_be_meant_is_said_at_its_field() {
        var by = fixtures.distributor().admin();

        for (var typed : List.of("", "no domain", "x@y", "a@b@c.example", "x".repeat(250) + ".example", LONG_ADDRESS)) {
            assertThat(invitations.invite(by, typed, "Hello."))
                    .as(typed)
                    .isEqualTo(new Refused(LinkRefusal.ADDRESS_UNREADABLE, "address"));
        }
        assertThat(invitations.invite(by, "some.example", " "))
                .isEqualTo(new Refused(LinkRefusal.SENTENCE_MISSING, "sentence"));
        assertThat(invitations.invite(by, "some.example", "x".repeat(501)))
                .isEqualTo(new Refused(LinkRefusal.TOO_LONG, "sentence"));
    }

    @Test
    void an_address_that_two_companies_have_leads_to_neither() {
        var shared = "both-" + System.identityHashCode(this) + "@shared.example";
        var one = fixtures.reseller();
        var two = fixtures.reseller();
        for (var company : List.of(one, two)) {
            works(company, shared);
        }

        var asked = invitations.invite(fixtures.distributor().admin(), shared, "Hello.");

        assertThat(resellerOf(((Done) asked).link())).isEmpty();
    }

    @Test
    void an_address_that_two_companies_have_leads_to_none_of_them_even_at_its_own_domain() {
        var one = fixtures.reseller();
        var two = fixtures.reseller();
        var address = "both@" + one.domain();
        for (var company : List.of(one, two)) {
            works(company, address);
        }

        var asked = invitations.invite(fixtures.distributor().admin(), address, "Hello.");

        assertThat(resellerOf(((Done) asked).link())).isEmpty();
    }

    @Test
    void a_domain_that_two_companies_have_leads_to_neither_and_somebody_there_to_their_own() {
        var one = fixtures.reseller();
        var two = fixtures.company(one.domain());
        works(two, "twin@" + one.domain());
        var by = fixtures.distributor().admin();

        var domain = invitations.invite(by, one.domain(), "Hello.");
        var somebody = invitations.invite(by, "twin@" + one.domain(), "Hello.");

        assertThat(resellerOf(((Done) domain).link())).isEmpty();
        assertThat(resellerOf(((Done) somebody).link()))
                .containsExactly(two.partner().id().id());
    }

    private void works(Company company, String address) {
        people.register(NewPerson.ofPartner(
                company.partner().id().organisation(),
                company.partner().id() + "-twin",
                "Twin",
                EmailAddress.parse(address),
                Role.PARTNER_SALES));
    }

    @Test
    void who_does_not_work_there_any_more_gets_no_mail_and_is_not_found_by_the_address() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var former = fixtures.person(reseller.partner(), Role.PARTNER_ADMIN);
        var address = people.get(former.person()).email().address();
        people.deactivate(former.person());

        var asked = invitations.invite(distributor.admin(), address, "Hello.");
        fixtures.invited(distributor, reseller);

        assertThat(resellerOf(((Done) asked).link())).isEmpty();
        assertThat(fixtures.mails(former)).isEmpty();
        assertThat(fixtures.mails(reseller.admin())).hasSize(1);
    }

    @Test
    void each_part_shows_itself_and_a_change_counts_at_once() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        certified(reseller);
        fixtures.deal(reseller);
        var former = fixtures.person(reseller.partner(), Role.PARTNER_SALES);
        people.deactivate(former.person());
        var link = fixtures.linked(distributor, reseller);
        assertThat(shared.read(distributor.sales(), link).contacts()).isEmpty();
        assertThat(shared.read(distributor.sales(), link).certificates()).isEmpty();
        assertThat(shared.deals(distributor.sales(), link, null, 10).deals()).isEmpty();

        links.share(reseller.admin(), link, Set.of(SharedPart.CERTIFICATES));
        assertThat(shared.read(distributor.sales(), link).contacts()).isEmpty();
        assertThat(shared.read(distributor.sales(), link).certificates())
                .singleElement()
                .satisfies(certificate -> {
                    assertThat(certificate.holder()).as("people are not shared").isNull();
                    assertThat(certificate.course()).isEqualTo(Courses.PORTAL);
                });
        assertThat(shared.deals(distributor.sales(), link, null, 10).deals()).isEmpty();

        links.share(reseller.admin(), link, Set.of(SharedPart.CONTACTS, SharedPart.CERTIFICATES));
        assertThat(shared.read(distributor.sales(), link).contacts())
                .extracting(contact -> contact.email())
                .containsExactlyInAnyOrder(
                        people.get(reseller.admin().person()).email().address(),
                        people.get(reseller.sales().person()).email().address());
        assertThat(shared.read(distributor.sales(), link).certificates())
                .extracting(certificate -> certificate.holder())
                .containsExactly(reseller.admin().name());

        links.share(reseller.admin(), link, Set.of(SharedPart.CONTACTS));
        assertThat(shared.read(distributor.sales(), link).certificates()).isEmpty();

        links.share(reseller.admin(), link, Set.of(SharedPart.DEALS));
        assertThat(shared.read(distributor.sales(), link).contacts()).isEmpty();
        assertThat(shared.deals(distributor.sales(), link, null, 10).deals()).hasSize(1);
        links.share(reseller.admin(), link, Set.of());
        assertThat(shared.deals(distributor.sales(), link, null, 10).deals()).isEmpty();
    }

    @Test
    void a_certificate_that_is_over_or_whose_holder_has_left_is_none() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        certified(reseller);
        var link = fixtures.linked(distributor, reseller, SharedPart.CERTIFICATES);

        people.deactivate(reseller.admin().person());
        assertThat(shared.read(distributor.sales(), link).certificates()).isEmpty();
        people.activate(reseller.admin().person());
        clock.advance(Duration.ofDays(1000));
        assertThat(shared.read(distributor.sales(), link).certificates()).isEmpty();
    }

    private void certified(Company reseller) {
        var asked = courses.newest(Courses.PORTAL);
        var questions = asked.questions(Locale.ENGLISH);
        var right = new HashMap<Integer, Integer>();
        IntStream.range(0, questions.size())
                .forEach(at -> right.put(at, questions.get(at).right()));
        training.answer(reseller.admin(), Courses.PORTAL, asked.version(), right);
    }

    @Test
    void nothing_is_to_be_read_while_one_of_both_is_suspended() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var deal = fixtures.deal(reseller);
        var link = fixtures.linked(distributor, reseller, SharedPart.values());
        bought.choose(reseller.sales(), deal, link);

        for (var one : List.of(distributor, reseller)) {
            fixtures.become(one, PartnerStanding.SUSPENDED);
            assertThat(heard(() -> shared.read(distributor.admin(), link))).isEqualTo("nothing there");
            assertThat(heard(() -> shared.deals(distributor.admin(), link, null, 10)))
                    .isEqualTo("nothing there");
            assertThat(list.ofDistributor(distributor.admin(), null, 10).links())
                    .singleElement()
                    .matches(row -> row.rests() && !row.isReadable());
            assertThat(bought.of(reseller.sales(), details(reseller, deal))).isEmpty();
            fixtures.become(one, PartnerStanding.ACTIVE);
            assertThat(heard(() -> shared.read(distributor.admin(), link))).isEqualTo("done");
        }
    }

    @Test
    void an_invitation_of_a_distributor_that_is_suspended_cannot_be_accepted() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        fixtures.become(distributor, PartnerStanding.SUSPENDED);

        assertThat(list.waitingFor(reseller.admin())).isEmpty();
        assertThat(list.ofReseller(reseller.admin())).isEmpty();
        assertThat(links.accept(reseller.admin(), link, Set.of())).isEqualTo(new Refused(LinkRefusal.NOT_POSSIBLE));
        assertThat(invitations.invite(distributor.admin(), "more.example", "Hello."))
                .isEqualTo(new Refused(LinkRefusal.NOT_POSSIBLE));
    }

    @Test
    void whoever_is_no_distributor_any_more_invites_nobody_and_reads_nothing() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var asked = fixtures.reseller();
        var link = fixtures.linked(distributor, reseller, SharedPart.values());
        var pending = fixtures.invited(distributor, asked);

        fixtures.become(distributor, PartnerType.of("reseller"));

        assertThat(invitations.invite(distributor.admin(), "more.example", "Hello."))
                .isEqualTo(new Refused(LinkRefusal.NOT_POSSIBLE));
        assertThat(links.accept(asked.admin(), pending, Set.of())).isEqualTo(new Refused(LinkRefusal.NOT_POSSIBLE));
        assertThat(heard(() -> shared.read(distributor.admin(), link))).isEqualTo("nothing there");
    }

    @Test
    void whoever_is_a_distributor_itself_by_now_accepts_no_other() {
        var reseller = fixtures.reseller();
        var link = fixtures.invited(fixtures.distributor(), reseller);

        fixtures.become(reseller, PartnerType.DISTRIBUTOR);

        assertThat(links.accept(reseller.admin(), link, Set.of())).isEqualTo(new Refused(LinkRefusal.NOT_POSSIBLE));
    }

    @Test
    void either_side_ends_it_with_a_reason_and_it_can_begin_anew() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var deal = fixtures.deal(reseller);
        var link = fixtures.linked(distributor, reseller, SharedPart.values());
        bought.choose(reseller.sales(), deal, link);

        assertThat(links.endAsReseller(reseller.admin(), link, "x".repeat(501)))
                .isEqualTo(new Refused(LinkRefusal.TOO_LONG, "reason"));
        fixtures.done(links.endAsReseller(reseller.admin(), link, "We buy elsewhere."));
        assertThat(links.endAsDistributor(distributor.admin(), link, "Too."))
                .isEqualTo(new Refused(LinkRefusal.ANSWERED_MEANWHILE));
        assertThat(links.share(reseller.admin(), link, Set.of(SharedPart.DEALS)))
                .isEqualTo(new Refused(LinkRefusal.ANSWERED_MEANWHILE));
        assertThat(heard(() -> shared.read(distributor.admin(), link))).isEqualTo("nothing there");
        assertThat(bought.nameOf(deal)).isEmpty();
        assertThat(fixtures.mails(distributor.admin()))
                .contains("Your link with " + reseller.partner().name() + " has ended");
        assertThat(list.ofDistributor(distributor.admin(), null, 10).links())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("We buy elsewhere."));

        var anew = fixtures.linked(distributor, reseller);
        assertThat(shared.deals(distributor.admin(), anew, null, 10).deals())
                .as("what was bought through the old link")
                .isEmpty();
        fixtures.done(links.endAsDistributor(distributor.admin(), anew, ""));
        assertThat(fixtures.mails(reseller.admin()))
                .contains("Your link with " + distributor.partner().name() + " has ended");
    }

    @Test
    void with_a_partner_end_its_links_but_an_invitation_tells_nothing() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var asked = fixtures.reseller();
        var link = fixtures.linked(distributor, reseller, SharedPart.values());
        var pending = fixtures.invited(distributor, asked);

        fixtures.become(reseller, PartnerStanding.ENDED);
        fixtures.become(asked, PartnerStanding.ENDED);

        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.ENDED);
        assertThat(fixtures.status(pending)).isEqualTo(LinkStatus.PENDING);
        assertThat(links.accept(asked.admin(), pending, Set.of())).isEqualTo(new Refused(LinkRefusal.NOT_POSSIBLE));
        assertThat(fixtures.mails(distributor.admin()))
                .contains("Your link with " + reseller.partner().name() + " has ended");

        var other = fixtures.reseller();
        var third = fixtures.reseller();
        var inForce = fixtures.linked(distributor, other);
        var waiting = fixtures.invited(distributor, third);
        fixtures.become(distributor, PartnerStanding.ENDED);
        assertThat(fixtures.status(inForce)).isEqualTo(LinkStatus.ENDED);
        assertThat(fixtures.status(waiting)).isEqualTo(LinkStatus.CANCELLED);
        assertThat(fixtures.mails(other.admin()))
                .contains("Your link with " + distributor.partner().name() + " has ended");
        assertThat(fixtures.mails(third.admin()))
                .contains(distributor.partner().name() + " has taken its invitation back");
    }

    @Test
    void a_deal_that_is_bought_through_one_distributor_is_read_by_it_alone() {
        var one = fixtures.distributor();
        var other = fixtures.distributor();
        var reseller = fixtures.reseller();
        var deal = fixtures.deal(reseller);
        fixtures.deal(reseller);
        var first = fixtures.linked(one, reseller);
        var second = fixtures.linked(other, reseller);

        assertThat(bought.choose(reseller.sales(), deal, first)).isEmpty();
        assertThat(shared.deals(one.sales(), first, null, 10).deals())
                .extracting(SharedDeal::id)
                .containsExactly(deal);
        assertThat(shared.deals(other.sales(), second, null, 10).deals()).isEmpty();
        assertThat(bought.nameOf(deal)).contains(one.partner().name());
        assertThat(bought.choose(reseller.admin(), deal, second)).isEmpty();
        assertThat(shared.deals(one.sales(), first, null, 10).deals()).isEmpty();
        assertThat(shared.deals(other.sales(), second, null, 10).deals()).hasSize(1);
        assertThat(bought.choose(reseller.sales(), deal, null)).isEmpty();
        assertThat(shared.deals(other.sales(), second, null, 10).deals()).isEmpty();
        assertThat(bought.nameOf(deal)).isEmpty();

        bought.choose(reseller.sales(), deal, second);
        fixtures.done(links.endAsReseller(reseller.admin(), second, ""));
        assertThat(bought.of(reseller.sales(), details(reseller, deal)))
                .get()
                .extracting(BoughtThroughView::chosen)
                .as("what is over is chosen no more")
                .isNull();
    }

    @Test
    void the_record_has_each_side_and_none_of_those_who_have_to_do_with_nobody() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.invited(distributor, reseller);

        var distributes = list.ofPartner(distributor.partner().id()).orElseThrow();
        assertThat(distributes.resellers())
                .extracting(PartnerLinks.Line::other)
                .containsExactly(reseller.partner().name());
        assertThat(distributes.distributors()).isEmpty();
        var buys = list.ofPartner(reseller.partner().id()).orElseThrow();
        assertThat(buys.resellers()).isEmpty();
        assertThat(buys.distributors())
                .extracting(PartnerLinks.Line::other)
                .containsExactly(distributor.partner().name());
        assertThat(list.ofPartner(fixtures.reseller().partner().id())).isEmpty();
    }

    @Test
    void whoever_cannot_answer_is_not_told_that_an_answer_is_waited_for() {
        var reseller = fixtures.reseller();
        var limited = fixtures.limited(reseller);
        fixtures.invited(fixtures.distributor(), reseller);

        assertThat(list.waitingFor(reseller.admin())).hasSize(1);
        assertThat(list.waitingFor(limited)).isEmpty();
        assertThat(list.waitingFor(reseller.sales())).isEmpty();
    }

    @Test
    void only_ones_own_deal_is_bought_through_ones_own_distributor() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var stranger = fixtures.reseller();
        var deal = fixtures.deal(reseller);
        var link = fixtures.linked(distributor, reseller);
        var foreign = fixtures.linked(distributor, stranger);

        assertThatThrownBy(() -> bought.choose(stranger.admin(), deal, foreign)).isInstanceOf(DealNotFound.class);
        assertThatThrownBy(() -> bought.choose(stranger.admin(), deal, null)).isInstanceOf(DealNotFound.class);
        assertThatThrownBy(() -> bought.choose(distributor.admin(), deal, link)).isInstanceOf(DealNotFound.class);
        assertThat(bought.choose(reseller.sales(), deal, foreign)).contains(LinkRefusal.ANSWERED_MEANWHILE);
        assertThat(bought.choose(fixtures.person(reseller.partner(), Role.PARTNER_FINANCE), deal, link))
                .contains(LinkRefusal.NOT_POSSIBLE);
        assertThat(bought.of(reseller.sales(), details(reseller, deal)))
                .get()
                .satisfies(
                        offered -> assertThat(offered.distributors().keySet()).containsExactly(link));
        assertThatThrownBy(() -> keep(deal, stranger, foreign, stranger.admin()))
                .as("a deal of another partner")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> keep(deal, reseller, foreign, reseller.sales()))
                .as("a distributor of another partner")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> keep(deal, reseller, link, stranger.admin()))
                .as("chosen by somebody of another partner")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_page_of_a_deal_takes_one_statement_more_where_there_is_no_distributor() {
        var reseller = fixtures.reseller();
        var deal = details(reseller, fixtures.deal(reseller));

        assertThat(StatementCount.during(
                        () -> assertThat(bought.of(reseller.sales(), deal)).isEmpty()))
                .hasSize(1);
    }

    private void keep(DealId deal, Company reseller, LinkId link, Actor by) {
        jdbc.sql("""
                        insert into reseller_link_deal (deal_id, reseller_id, link_id, chosen_by, chosen_at)
                        values (?, ?, ?, ?, current_timestamp)
                        """)
                .params(
                        deal.id(),
                        reseller.partner().id().id(),
                        link.id(),
                        by.person().id())
                .update();
    }

    private DealDetails details(Company reseller, DealId deal) {
        return deals.details(reseller.sales(), deal);
    }

    @Test
    void deals_come_page_by_page_in_statements_that_do_not_grow() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var first = fixtures.deal(reseller);
        clock.advance(Duration.ofMinutes(1));
        var second = fixtures.deal(reseller);
        var third = fixtures.deal(reseller);
        fixtures.deal(fixtures.reseller());
        var link = fixtures.linked(distributor, reseller, SharedPart.DEALS);

        var page = shared.deals(distributor.sales(), link, null, 2);
        var next = shared.deals(distributor.sales(), link, page.next(), 2);
        var one = StatementCount.during(() -> shared.deals(distributor.sales(), link, null, 1));
        var all = StatementCount.during(() -> shared.deals(distributor.sales(), link, null, 10));

        assertThat(page.deals()).extracting(SharedDeal::id).containsExactlyInAnyOrder(second, third);
        assertThat(next.deals()).extracting(SharedDeal::id).containsExactly(first);
        assertThat(next.next()).isNull();
        assertThat(shared.deals(distributor.sales(), link, null, 100).deals())
                .as("nobody else's")
                .extracting(SharedDeal::id)
                .containsExactlyInAnyOrder(first, second, third);
        assertThat(all).hasSameSizeAs(one);
        assertThat(all).filteredOn(sql -> sql.contains("from deal")).hasSize(1);
    }

    @Test
    void what_is_in_force_is_listed_however_much_is_over_since() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.linked(distributor, reseller);
        clock.advance(Duration.ofMinutes(1));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql("""
                        insert into reseller_link (id, version, distributor_id, reseller_id, address, sentence,
                            invited_by, invited_at, reminder_at, expires_at, status, shares_contacts,
                            shares_certificates, shares_deals)
                        select random_uuid(), 0, distributor_id, reseller_id, address, '', invited_by, ?,
                            reminder_at, expires_at, 'CANCELLED', false, false, false
                        from reseller_link, system_range(1, 100) where id = ?
                        """)
                        .params(Timestamp.from(clock.instant()), link.id())
                        .update());

        assertThat(list.ofReseller(reseller.admin()))
                .hasSize(100)
                .first()
                .extracting(DistributorRow::id)
                .isEqualTo(link);
        for (var one : List.of(distributor, reseller)) {
            var onRecord = list.ofPartner(one.partner().id()).orElseThrow();
            assertThat(Stream.of(onRecord.resellers(), onRecord.distributors())
                            .flatMap(List::stream)
                            .findFirst())
                    .get()
                    .extracting(PartnerLinks.Line::status)
                    .isEqualTo(LinkStatus.ACCEPTED);
        }
    }

    @Test
    void the_list_comes_page_by_page_in_statements_that_do_not_grow() {
        var distributor = fixtures.distributor();
        for (int each = 0; each < 5; each++) {
            fixtures.linked(distributor, fixtures.reseller(), SharedPart.values());
            clock.advance(Duration.ofMinutes(each % 2));
        }

        var page = list.ofDistributor(distributor.sales(), null, 3);
        var next = list.ofDistributor(distributor.sales(), page.next(), 3);

        assertThat(Stream.concat(page.links().stream(), next.links().stream())
                        .map(ResellerRow::id)
                        .distinct())
                .hasSize(5);
        assertThat(next.next()).isNull();
        assertThat(StatementCount.during(() -> list.ofDistributor(distributor.sales(), null, 1)))
                .hasSameSizeAs(StatementCount.during(() -> list.ofDistributor(distributor.sales(), null, 5)));
    }

    @Test
    void the_database_keeps_what_no_code_may_break() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.linked(distributor, reseller);
        var pending = fixtures.invited(distributor, fixtures.reseller());

        for (var breaking : List.of(
                "update reseller_link set answered_by = null where id = ?",
                "update reseller_link set answered_at = null where id = ?",
                "update reseller_link set reseller_id = null, open_reseller = null where id = ?",
                "update reseller_link set ended_by = id where id = ?",
                "update reseller_link set open_reseller = null where id = ?",
                "update reseller_link set open_address = null where id = ?",
                "update reseller_link set status = 'ENDED', open_address = null, open_reseller = null where id = ?",
                "update reseller_link set status = 'EXPIRED' where id = ?",
                "update reseller_link set answered_by = invited_by where id = ?",
                "update reseller_link set invited_by = answered_by where id = ?",
                "update reseller_link set reseller_id = distributor_id, open_reseller = distributor_id where id = ?",
                "update reseller_link set status = 'EXPIRED', open_address = null, open_reseller = null,"
                        + " shares_deals = true where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(breaking).param(link.id()).update())
                    .as(breaking)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        for (var breaking : List.of(
                "update reseller_link set reseller_id = distributor_id, open_reseller = distributor_id where id = ?",
                "update reseller_link set reseller_id = id, open_reseller = id where id = ?",
                "update reseller_link set reseller_id = null, open_reseller = null, answered_by = id where id = ?",
                "update reseller_link set shares_contacts = true where id = ?",
                "update reseller_link set status = 'LOST', open_address = null, open_reseller = null where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(breaking).param(pending.id()).update())
                    .as("of one that waits: " + breaking)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        var elsewhere = people.register(PersonFixtures.someoneOf(OrganisationId.create(), Role.PARTNER_ADMIN))
                .actor();
        assertThatThrownBy(() -> jdbc.sql("update reseller_link set distributor_id = ?, invited_by = ? where id = ?")
                        .params(
                                elsewhere.partner().orElseThrow().id(),
                                elsewhere.person().id(),
                                pending.id())
                        .update())
                .as("a distributor that is no partner")
                .isInstanceOf(DataIntegrityViolationException.class);
        for (var open : List.of("open_address", "open_reseller")) {
            assertThatThrownBy(() -> jdbc.sql(second(open)).param(link.id()).update())
                    .as("a second link with the same " + open)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** A copy that waits, with the same of one thing and another one of the other. */
    static String second(String same) {
        var address = same.equals("open_address") ? "address" : "'other.example'";
        var reseller = same.equals("open_reseller") ? "reseller_id" : "null";
        return "insert into reseller_link (id, version, distributor_id, reseller_id, address, sentence, invited_by,"
                + " invited_at, reminder_at, expires_at, status, shares_contacts, shares_certificates, shares_deals,"
                + " open_address, open_reseller) select random_uuid(), 0, distributor_id, " + reseller + ", " + address
                + ", '', invited_by, invited_at, reminder_at, expires_at, 'PENDING', false, false, false, " + address
                + ", " + reseller + " from reseller_link where id = ?";
    }
}
