package io.handsel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.routes.RouteWorld.Side;
import io.handsel.routes.Routes.Route;
import io.handsel.routes.Visitor.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/**
 * Every route, called by everybody with their own, a foreign, a guessed and a malformed id: nobody sees or changes
 * anything of another partner or another location, and nobody learns from an answer that there is something. Generated from the routes.
 */
@RouteProof
class IsolationIT {

    private static final Logger LOG = LoggerFactory.getLogger(IsolationIT.class);
    private static final int SENDERS = 4;
    private static final int FEWEST_CELLS = 5_000;
    private static final Map<String, String> NOTHING_FILLED_IN = Map.of("act", "claim", "words", "", "name", "");
    /** A stream stays open; who may have it is proven by those who may not. */
    private static final Set<String> ENDLESS = Set.of("/tasks/events");

    @Autowired
    Routes routes;

    @Autowired
    Ids ids;

    @Autowired
    Rows rows;

    @Autowired
    RouteWorld world;

    @BeforeEach
    void open() {
        world.open();
    }

    private enum Whose {
        OWN,
        FOREIGN,
        GUESSED,
        NONE
    }

    /** One combination of who calls what with whose id, and what they were told. */
    private record Cell(Route route, Visitor by, Whose whose, String path, Answer answer) {

        String told() {
            return route + " by " + by + " with " + whose + " id (" + path + "): " + answer;
        }

        boolean isAllowed() {
            return route.admits(by.role());
        }
    }

    @Test
    void every_route_knows_whose_its_ids_are() {
        assertThat(routes.all().stream().filter(Route::hasVariables).filter(route -> !ids.knows(route)))
                .as("routes whose subject has no ids in Ids")
                .isEmpty();
    }

    @Test
    void nobody_reaches_what_is_not_theirs() throws Exception {
        // Some ids are made when they are first asked for.
        routes.all().stream()
                .filter(Route::hasVariables)
                .forEach(route -> sides().forEach(side -> ids.of(side, route)));
        var before = rows.content();
        var strange = ask(Whose.FOREIGN, Whose.GUESSED, Whose.NONE);
        assertThat(changed(before))
                .as("tables changed by calls with ids of others")
                .isEmpty();
        var own = ask(Whose.OWN);
        var cells = Stream.concat(strange.stream(), own.stream()).toList();

        var faults = new ArrayList<String>();
        Map<String, String> nothing = new HashMap<>();
        strange.stream()
                .filter(cell -> cell.whose == Whose.GUESSED)
                .forEach(cell -> nothing.putIfAbsent(cell.route + " " + cell.by, cell.answer.said()));
        for (var cell : cells) {
            var fault = fault(cell, nothing.getOrDefault(cell.route + " " + cell.by, ""));
            if (!fault.isEmpty()) {
                faults.add(fault + ": " + cell.told());
            }
        }
        LOG.info("{} cells of {} routes", cells.size(), routes.all().size());
        assertThat(faults).isEmpty();
        assertThat(unreached(own)).as("routes nobody reaches with an own id").isEmpty();
        assertThat(cells).hasSizeGreaterThanOrEqualTo(FEWEST_CELLS);
    }

    private static String fault(Cell cell, String nothing) {
        int status = cell.answer.status();
        if (status >= 500) {
            return "a fault of ours";
        }
        if (cell.by.role() == null && !cell.route.isOpen()) {
            return status == 302 && cell.answer.location().contains("/sign-in") ? "" : "a stranger got in";
        }
        if (!cell.isAllowed()) {
            return status == 403 ? "" : "not forbidden";
        }
        return switch (cell.whose) {
            case OWN -> "";
            // What a role may do with a designer's process its model says, and not the route.
            case FOREIGN -> cell.answer.said().equals(nothing) && !cell.answer.gives() ? "" : "told from a guessed id";
            case GUESSED, NONE -> cell.answer.gives() ? "an answer about nothing" : "";
        };
    }

    /** Without this, ids that do not exist at all would prove everything. */
    private static Set<String> unreached(List<Cell> own) {
        var routes = new HashSet<String>();
        own.stream()
                .filter(cell -> cell.route.hasVariables())
                .map(cell -> cell.route.toString())
                .forEach(routes::add);
        own.stream()
                .filter(cell -> cell.answer.gives() || cell.answer.status() == 422 || cell.answer.status() == 409)
                .forEach(cell -> routes.remove(cell.route.toString()));
        routes.removeAll(Set.of(
                // There are people, so no link to set up is valid; links of invitations, applicants and candidates are
                // in mails only; nobody has attached a file; no logo is set.
                "GET /set-up/{token}",
                "POST /set-up/{token}",
                "GET /invitation/{token}",
                "POST /invitation/{token}",
                "GET /opt-out/{token}",
                "POST /opt-out/{token}",
                "GET /apply/{token}",
                "POST /apply/{token}/answer",
                "POST /apply/{token}/code",
                "POST /apply/{token}/link",
                "POST /apply/{token}/proof",
                "POST /apply/{token}/withdraw",
                "GET /tasks/{id}/files/{file}",
                "GET /brand/logo"));
        return routes;
    }

    private Set<String> changed(Map<String, String> before) {
        var changed = new HashSet<String>();
        rows.content().forEach((table, content) -> {
            if (!content.equals(before.get(table))) {
                changed.add(table);
            }
        });
        return changed;
    }

    private List<Cell> ask(Whose... kinds) throws Exception {
        var everybody = world.everybody();
        List<Callable<Cell>> calls = new ArrayList<>();
        for (var route : routes.all()) {
            for (var by : everybody) {
                for (var whose : kinds) {
                    for (var path : paths(route, by, whose)) {
                        calls.add(() -> new Cell(route, by, whose, path, call(route, by, path)));
                    }
                }
            }
        }
        var senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Cell> cells = new ArrayList<>();
            for (Future<Cell> cell : senders.invokeAll(calls)) {
                cells.add(cell.get());
            }
            return cells;
        } finally {
            senders.shutdownNow();
        }
    }

    private static Answer call(Route route, Visitor by, String path) {
        return by.send(
                route.method(), path, route.method().equals(HttpMethod.GET) ? Map.of() : NOTHING_FILLED_IN, null);
    }

    private List<String> paths(Route route, Visitor by, Whose whose) {
        if (ENDLESS.contains(route.pattern()) && route.admits(by.role())) {
            return List.of();
        }
        if (!route.hasVariables()) {
            return whose == Whose.OWN ? List.of(route.pattern()) : List.of();
        }
        return switch (whose) {
            case OWN -> filled(route, own(by).stream());
            // What a role may do with a designer's process its model says, and not the route.
            case FOREIGN -> ids.areEverybodys(route) ? List.of() : filled(route, foreign(route, by).stream());
            case GUESSED -> List.of(route.path(ids.guessed(route).get(0)));
            case NONE -> ids.guessed(route).stream().skip(1).map(route::path).toList();
        };
    }

    private List<String> filled(Route route, Stream<Side> sides) {
        return sides.flatMap(side -> ids.of(side, route).stream())
                .distinct()
                .map(route::path)
                .toList();
    }

    /** The vendor's people look after both partners; whoever is limited to a location has that one only. */
    private List<Side> own(Visitor by) {
        var organisation = by.role() == null ? null : by.person().organisation();
        return organisation == null
                ? sides().toList()
                : sides().filter(side -> isOf(by, side) && isLimited(by) == (side == Side.SOUTH))
                        .toList();
    }

    /** Of the own company's other location what belongs to a location, for whoever is limited to one. */
    private List<Side> foreign(Route route, Visitor by) {
        var own = own(by);
        return sides().filter(side -> !own.contains(side))
                .filter(side -> !isOf(by, side) || isLimited(by) && ids.areOfLocation(route))
                .toList();
    }

    private boolean isOf(Visitor by, Side side) {
        return by.role() != null
                && world.company(side).id().organisation().equals(by.person().organisation());
    }

    private static boolean isLimited(Visitor by) {
        return by.role() != null && by.person().location() != null;
    }

    private static Stream<Side> sides() {
        return Stream.of(Side.ALPHA, Side.BRAVO, Side.SOUTH);
    }
}
