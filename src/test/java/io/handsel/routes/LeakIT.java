package io.handsel.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.handsel.CompanyNames;
import io.handsel.deals.DealId;
import io.handsel.routes.RouteWorld.Side;
import io.handsel.routes.Routes.Route;
import io.handsel.security.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/**
 * Nothing of another partner is anywhere a partner can read: not in pages, lists, searches, refusals or mails, and not
 * in whether and how an answer differs.
 */
@RouteProof
class LeakIT {

    @Autowired
    Routes routes;

    @Autowired
    Ids ids;

    @Autowired
    RouteWorld world;

    @BeforeEach
    void open() {
        world.open();
        world.putBack();
    }

    private Stream<Route> partnerPages() {
        return routes.reading().filter(route -> Role.PARTNER.stream().anyMatch(route::admits));
    }

    @TestFactory
    Stream<DynamicTest> no_page_of_a_partner_shows_anything_of_another() {
        return partnerPages()
                .map(route -> dynamicTest(route.toString(), () -> {
                    for (var role : Role.PARTNER) {
                        for (var side : List.of(Side.ALPHA, Side.BRAVO)) {
                            for (var path : paths(route, side)) {
                                showsNothing(world.of(Side.ALPHA, role), path);
                            }
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> no_page_of_a_location_shows_anything_of_another() {
        var secrets = ofAlphasOtherLocation();
        return partnerPages()
                .map(route -> dynamicTest(route.toString(), () -> {
                    for (var role : Role.PARTNER) {
                        for (var side : List.of(Side.ALPHA, Side.SOUTH)) {
                            for (var path : paths(route, side)) {
                                var by = world.of(Side.SOUTH, role);
                                var answer = by.get(path);
                                assertThat(answer.body() + answer.location())
                                        .as("%s for %s", path, by)
                                        .doesNotContain(secrets);
                            }
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_search_finds_nothing_of_another_location() {
        return partnerPages()
                .filter(route -> !route.parameters().isEmpty())
                .map(route -> dynamicTest(route.toString(), () -> {
                    var paths = paths(route, Side.SOUTH);
                    for (var word : List.of("ALPHA-REF-", numbers(Side.ALPHA)[0])) {
                        findsNothing(route, paths.get(0), world.sales(Side.SOUTH), word);
                    }
                }));
    }

    @Test
    void no_mail_to_a_location_tells_of_another() {
        var mails = world.ask(
                "select subject || ' ' || text_body || ' ' || html_body from outbox_mail where recipient in"
                        + " (select email from person where location_id = cast(? as uuid))",
                world.location(Side.SOUTH));

        assertThat(mails).isNotEmpty().allSatisfy(mail -> assertThat(mail).doesNotContain(ofAlphasOtherLocation()));
    }

    /** What must not be seen by the people of one location is there for those of all. */
    @Test
    void whoever_is_of_all_locations_sees_both() {
        for (var number : List.of(numbers(Side.SOUTH)[0], numbers(Side.ALPHA)[0])) {
            assertThat(world.sales(Side.ALPHA).get("/deals?search=" + number).body())
                    .contains(">" + number + "</a>");
        }
        assertThat(world.sales(Side.SOUTH).get("/deals").body()).contains(numbers(Side.SOUTH));
    }

    /** Numbers and customers of what Alpha's people have who are not of the south. */
    private String[] ofAlphasOtherLocation() {
        var customers = world.claims(Side.ALPHA, "true").stream()
                .flatMap(claim ->
                        world.ask("select customer from account_claim where id = cast(? as uuid)", claim).stream());
        return Stream.concat(Stream.of(numbers(Side.ALPHA)), customers).toArray(String[]::new);
    }

    private void showsNothing(Visitor by, String path) {
        var answer = by.get(path);
        assertThat(answer.body() + answer.location())
                .as("%s for %s", path, by)
                .doesNotContainIgnoringCase(RouteWorld.CANARY)
                .doesNotContain(numbers(Side.BRAVO))
                .doesNotContain(RouteWorld.CANARY_VALUE, "77,771", "77.771");
    }

    /** The word found in another partner's data must be answered as one that is found nowhere. */
    @TestFactory
    Stream<DynamicTest> a_search_finds_nothing_of_another_partner() {
        return partnerPages()
                .filter(route -> !route.parameters().isEmpty())
                .map(route -> dynamicTest(route.toString(), () -> {
                    // What a search finds does not depend on what else somebody may do: those two may ask the most.
                    var words = List.of(RouteWorld.CANARY, "ZEBRA-REF-", numbers(Side.BRAVO)[0]);
                    var paths = paths(route, Side.ALPHA);
                    for (var role : List.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES)) {
                        // Every word and every page of the kind, not each word on each: what is searched is the same.
                        for (int at = 0; at < Math.max(words.size(), paths.size()); at++) {
                            findsNothing(
                                    route,
                                    paths.get(at % paths.size()),
                                    world.of(Side.ALPHA, role),
                                    words.get(at % words.size()));
                        }
                    }
                }));
    }

    private void findsNothing(Route route, String path, Visitor by, String word) {
        // Of the same shape: what looks like a number is answered as a number, whether anybody has it or not.
        var nonsense = word.replaceAll("\\p{L}", "q").replaceAll("\\d", "7");
        for (var parameter : route.parameters()) {
            world.anHourLater();
            var found =
                    by.send(HttpMethod.GET, path, Map.of(parameter, word), null).said();
            var nowhere = by.send(HttpMethod.GET, path, Map.of(parameter, nonsense), null)
                    .said();
            assertThat(found.replace(word, "WORD"))
                    .as("%s?%s=%s", path, parameter, word)
                    .isEqualTo(nowhere.replace(nonsense, "WORD"));
        }
    }

    /** Who has reserved a customer is nobody's business: the same answer, whoever it is. */
    @Test
    void is_it_free_does_not_say_who_has_reserved_it() {
        var nobodysCustomer = CompanyNames.next();
        var bravosCustomer = world.reservedBy(Side.BRAVO);
        var charliesCustomer = world.reservedBy(Side.CHARLIE);
        for (var role : Role.PARTNER) {
            var by = world.of(Side.ALPHA, role);
            world.anHourLater();
            var free = ask(by, nobodysCustomer);
            var bravos = ask(by, bravosCustomer);
            var charlies = ask(by, charliesCustomer);

            assertThat(nameless(bravos, bravosCustomer)).isEqualTo(nameless(charlies, charliesCustomer));
            assertThat(bravos.body().length()).isEqualTo(charlies.body().length());
            assertThat(nameless(bravos, bravosCustomer))
                    .as("what is told of a customer nobody has")
                    .isNotEqualTo(nameless(free, nobodysCustomer));
        }
    }

    private static String nameless(Visitor.Answer answer, String customer) {
        return answer.said()
                .replace(customer, "IT")
                .replace(customer.toLowerCase(Locale.ROOT).replace(' ', '-'), "it");
    }

    private static Visitor.Answer ask(Visitor by, String customer) {
        var domain = customer.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de";
        return by.send(
                HttpMethod.GET,
                "/accounts/check",
                Map.of("customer", customer, "website", domain, "country", "DE"),
                null);
    }

    /** The customer another has reserved: preview, registration, reservation and the mail about it. */
    @Test
    void refusals_do_not_say_who_was_first() {
        var senders = new ArrayList<Visitor>();
        Map<Side, String> customers = new EnumMap<>(Side.class);
        List.of(Side.BRAVO, Side.CHARLIE).forEach(side -> customers.put(side, world.reservedBy(side)));
        for (var path : List.of("/deals/new/preview", "/deals/new", "/accounts/reserve")) {
            var told = new ArrayList<String>();
            for (var side : customers.keySet()) {
                // Nobody's draft is in the way of the next one, and all senders are called alike.
                var by = world.newcomer(Side.ALPHA, Role.PARTNER_SALES);
                senders.add(by);
                world.anHourLater();
                var customer = customers.get(side);
                var domain = customer.toLowerCase(Locale.ROOT).replace(' ', '-');
                Map<String, String> fields = new LinkedHashMap<>(Recipes.registration(domain));
                fields.put("customer", customer);
                var answer = by.post(path, fields);
                assertThat(answer.body())
                        .doesNotContainIgnoringCase(side.word())
                        .doesNotContain(side.company());
                told.add(answer.said()
                        .replace(customer, "IT")
                        .replace(domain, "it")
                        .replace(by.person().name(), "ME")
                        .replaceAll("HD-2026-\\d+", "NUMBER")
                        .replaceAll("name=\"_draft\" value=\"\\d+\"", "DRAFT"));
            }
            assertThat(told.get(0)).as(path).isEqualTo(told.get(1));
        }
        world.jobs();
        senders.forEach(by -> registered(by).forEach(deal -> hidesTheFirst(by, "/deals/" + deal)));
    }

    private static void hidesTheFirst(Visitor by, String path) {
        for (var side : List.of(Side.BRAVO, Side.CHARLIE)) {
            assertThat(by.get(path).body())
                    .doesNotContainIgnoringCase(side.word())
                    .doesNotContain(side.company());
        }
    }

    private List<String> registered(Visitor by) {
        return world.ask(
                "select cast(id as text) from deal where registrant_id = ?",
                by.person().id().id());
    }

    /** Of whom it has a dispute with, a partner learns that there is evidence, and nothing else. */
    @Test
    void a_dispute_does_not_say_who_the_other_side_is() {
        var page = "/disputes/" + world.sharedDispute();
        var files = world.ask(
                "select cast(file_id as text) from dispute_evidence where dispute_id = ? and side = 'HOLDER'",
                world.sharedDispute().id());
        for (var role : Role.PARTNER) {
            var by = world.of(Side.ALPHA, role);
            for (var path : List.of(page, page + "/appeal", page + "/evidence", page + "/withdraw")) {
                showsNothing(by, path);
            }
            files.forEach(
                    file -> assertThat(by.get(page + "/files/" + file).status()).isEqualTo(404));
            assertThat(by.get("/disputes?search=" + RouteWorld.CANARY).body()).contains("No dispute fits");
        }
        assertThat(files).isNotEmpty();
        assertThat(world.sales(Side.ALPHA).get(page).body()).contains("The other side");
        assertThat(world.sales(Side.BRAVO).get(page).body()).containsIgnoringCase(RouteWorld.CANARY);
    }

    @Test
    void no_mail_to_a_partner_tells_of_another() {
        var people = world.ask(
                "select email from person where organisation_id = ?",
                world.company(Side.ALPHA).id().id());
        var mails = new ArrayList<String>();
        for (var address : people) {
            mails.addAll(world.ask(
                    "select subject || ' ' || text_body || ' ' || html_body from outbox_mail where recipient = ?",
                    address));
        }
        assertThat(mails).isNotEmpty();
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail)
                        .doesNotContainIgnoringCase(RouteWorld.CANARY)
                        .doesNotContain(numbers(Side.BRAVO)));
    }

    /** What must not be seen is there: its owner sees it. */
    @Test
    void the_owner_sees_all_of_it() {
        var zelda = world.sales(Side.BRAVO);
        var page = zelda.get("/deals/" + world.deal(Side.BRAVO, "approved")).body();

        assertThat(page).containsIgnoringCase(RouteWorld.CANARY).containsPattern("77.?771");
        assertThat(zelda.get("/deals").body()).contains(numbers(Side.BRAVO)[0]);
    }

    private String[] numbers(Side side) {
        return world.deals(side).stream()
                .map(DealId::toString)
                .flatMap(id -> world.ask("select deal_number from deal where id = cast(? as uuid)", id).stream())
                .toArray(String[]::new);
    }

    private List<String> paths(Route route, Side side) {
        return route.hasVariables()
                ? ids.of(side, route).stream().map(route::path).toList()
                : List.of(route.pattern());
    }
}
