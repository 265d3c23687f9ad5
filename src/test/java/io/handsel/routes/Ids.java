package io.handsel.routes;

import io.handsel.deals.DealId;
import io.handsel.recruitment.RecruitmentFixtures;
import io.handsel.routes.RouteWorld.Side;
import io.handsel.routes.Routes.Route;
import io.handsel.security.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * What goes into the variables of a path, and whose it is. A new route whose subject is not here fails by name.
 *
 * <p>A subject is the pattern up to its last variable. Its ids are lists because a path may have several variables.
 */
final class Ids {

    /** What nobody has; the last ones are no ids at all. */
    private static final List<String> NO_IDS = List.of("x", "1%27%20or%20%271%27=%271", "-1", "%C3%A4".repeat(120));

    /** Subjects that are the same for every partner. */
    private static final Set<String> EVERYBODYS = Set.of("/training/{course}", "/training/{course}/lessons/{place}");

    /** Subjects that belong to a location of a partner, where it has some; all others to the whole company. */
    private static final Set<String> LOCATIONS = Set.of(
            "/deals/{id}",
            "/deals/{id}/files/{file}",
            "/disputes/{id}",
            "/disputes/{id}/files/{file}",
            "/accounts/reservations/{id}",
            "/accounts/claims/{id}",
            "/accounts/colleagues/{id}",
            "/partner/people/{id}",
            "/partner/locations/{location}");

    private final RouteWorld world;
    private final Map<String, Function<Side, List<List<String>>>> subjects = new LinkedHashMap<>();

    Ids(RouteWorld world, RecruitmentFixtures recruitment) {
        this.world = world;
        subjects.put("/deals/{id}", side -> single(world.deals(side).stream().map(DealId::toString)));
        subjects.put(
                "/partners/{id}",
                side -> single(Stream.of(world.company(side).id().toString())));
        subjects.put(
                "/partners/{id}/substitutions/{substitution}",
                side -> List.of(List.of(
                        world.company(side).id().toString(),
                        world.ask("select id from partner_substitution").stream()
                                .findFirst()
                                .orElseGet(() -> UUID.randomUUID().toString()))));
        subjects.put(
                "/partners/{id}/contacts/{contact}",
                side -> List.of(List.of(world.company(side).id().toString(), world.contact(side))));
        subjects.put("/partner/locations/{location}", side -> single(Stream.of(world.location(side))));
        subjects.put(
                "/partners/{id}/locations/{location}",
                side -> List.of(List.of(world.company(side).id().toString(), world.location(side))));
        subjects.put("/territories/{id}", side -> single(world.ask("select id from territory").stream()));
        // There are people already: no link is valid any more.
        subjects.put("/set-up/{token}", side -> single(Stream.of("gone")));
        subjects.put("/invitation/{token}", side -> single(Stream.of("gone")));
        subjects.put("/apply/{token}", side -> single(Stream.of("gone")));
        subjects.put("/opt-out/{token}", side -> single(Stream.of("gone")));
        // Of no partner: one of each kind, made when it is first asked for.
        subjects.put("/campaigns/{id}", side -> campaigns(recruitment));
        subjects.put("/candidates/{id}", side -> {
            campaigns(recruitment);
            return some("select id from candidate order by added_at, id limit 2");
        });
        subjects.put("/candidates/imports/{id}", side -> {
            campaigns(recruitment);
            return some("select id from candidate_import limit 2");
        });
        // Somebody who is missed by no proof: what may be done to people is done to them.
        subjects.put("/operations/people/{id}", side -> single(spare(side)));
        subjects.put("/partner/people/{id}", side -> single(spare(side)));
        subjects.put("/operations/questions/{asker}", side -> single(spare(side)));
        subjects.put(
                "/onboarding/partners/{id}",
                side -> single(Stream.of(world.company(side).id().toString())));
        subjects.put("/training/{course}", side -> single(Stream.of("portal")));
        subjects.put("/training/{course}/lessons/{place}", side -> List.of(List.of("portal", "1")));
        subjects.put("/training/certificates/{id}", side -> single(world.certificates(side)));
        subjects.put("/tasks/{id}", side -> single(tasks(side)));
        subjects.put(
                "/tasks/{id}/files/{file}",
                side -> tasks(side)
                        .map(task -> List.of(task, UUID.randomUUID().toString()))
                        .toList());
        subjects.put(
                "/deals/{id}/files/{file}",
                side -> world.deals(side).stream()
                        .flatMap(deal ->
                                world.ask("select id from attachment where case_key = ?", deal.toString()).stream()
                                        .map(file -> List.of(deal.toString(), file)))
                        .toList());
        subjects.put(
                "/agreements/{id}",
                side -> single(Stream.of(world.agreement(side).toString())));
        subjects.put("/agreements/templates/{name}", side -> single(Stream.of("reseller-en")));
        subjects.put(
                "/disputes/{id}", side -> single(Stream.of(world.dispute(side).toString())));
        subjects.put(
                "/disputes/{id}/files/{file}",
                side -> world
                        .ask(
                                "select cast(file_id as text) from dispute_evidence where dispute_id = ?"
                                        + " and file_id is not null and side = 'CHALLENGER'",
                                world.dispute(side).id())
                        .stream()
                        .map(file -> List.of(world.dispute(side).toString(), file))
                        .toList());
        subjects.put("/resellers/{id}", side -> single(world.links(side, "distributor_id")));
        subjects.put("/distributors/{id}", side -> single(world.links(side, "reseller_id")));
        subjects.put("/tasks/filters/{id}", side -> some("select id from task_filter"));
        subjects.put("/tasks/deputies/{id}", side -> some("select id from deputy"));
        subjects.put("/cases/start/{process}", side -> single(Stream.of("request-sample")));
        subjects.put(
                "/accounts/{id}",
                side -> single(Stream.concat(
                        world
                                .ask(
                                        "select distinct account_id from account_claim where partner_id = ? limit 3",
                                        world.company(side).id().id())
                                .stream(),
                        world
                                .ask("select account_id from account_designation where designation = 'HOUSE'"
                                        + " order by valid_from limit 1")
                                .stream())));
        subjects.put(
                "/accounts/reservations/{id}",
                side -> single(world.claims(side, "purpose = 'RESERVATION' limit 3").stream()));
        subjects.put("/accounts/claims/{id}", side -> single(world.claims(side, "ended_at is null limit 3").stream()));
        subjects.put(
                "/accounts/colleagues/{id}",
                side -> single(world.claims(side, "true").stream()
                        .flatMap(claim -> world
                                .ask("select id from account_colleague_request where claim_id = cast(? as uuid)", claim)
                                .stream())
                        .limit(3)));
        subjects.put("/accounts/imports/{id}", side -> some("select id from account_import"));
        subjects.put(
                "/operations/mail/{position}", side -> some("select position from outbox_mail order by 1 limit 3"));
    }

    boolean knows(Route route) {
        return subjects.containsKey(route.subject());
    }

    /** Whether what the path names is there for every partner alike. */
    boolean areEverybodys(Route route) {
        return EVERYBODYS.contains(route.subject());
    }

    /** Whether what the path names is there for the people of one location and not for those of another. */
    boolean areOfLocation(Route route) {
        return LOCATIONS.contains(route.subject());
    }

    /** Ids that belong to this partner, or that no partner owns. */
    List<List<String>> of(Side side, Route route) {
        return subjects.get(route.subject()).apply(side);
    }

    /** Ids such as might be guessed: the first is one of the right form that nothing has. */
    List<List<String>> guessed(Route route) {
        var variables = route.subject().chars().filter(c -> c == '{').count();
        return Stream.concat(Stream.of(UUID.randomUUID().toString()), NO_IDS.stream())
                .map(id -> Stream.generate(() -> id).limit(variables).toList())
                .toList();
    }

    private List<List<String>> campaigns(RecruitmentFixtures recruitment) {
        if (world.ask("select id from candidate limit 1").isEmpty()) {
            var manager = world.staff(Role.MANAGER).person().actor();
            var campaign = recruitment.running(manager);
            recruitment.candidate(manager, campaign);
            world.staff(Role.MANAGER)
                    .send(
                            HttpMethod.POST,
                            "/campaigns/" + campaign + "/imports",
                            Map.of(),
                            "company,country\nListed,DE\n");
        }
        return some("select id from campaign order by created_at, id limit 2");
    }

    private Stream<String> spare(Side side) {
        return Stream.of(world.spare(side).toString());
    }

    private Stream<String> tasks(Side side) {
        return world.deals(side).stream().flatMap(deal -> world.tasks(deal).stream());
    }

    private List<List<String>> some(String sql) {
        var found = world.ask(sql);
        return found.isEmpty() ? List.of(List.of(UUID.randomUUID().toString())) : single(found.stream());
    }

    private static List<List<String>> single(Stream<String> ids) {
        return ids.map(List::of).collect(Collectors.toCollection(ArrayList::new));
    }
}
