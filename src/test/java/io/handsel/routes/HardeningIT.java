package io.handsel.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.handsel.routes.RouteWorld.Side;
import io.handsel.routes.Routes.Route;
import io.handsel.routes.Visitor.Answer;
import io.handsel.security.Role;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What other sites, frames, scripts and spreadsheets can do with our pages: nothing. Generated from the routes. */
@RouteProof
class HardeningIT {

    /** Mail programs send it by themselves (RFC 8058); all it can do is stop mail, for whoever has the link. */
    private static final String ONE_CLICK = "/opt-out/{token}";

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");
    private static final Set<String> ENDLESS = Set.of("/tasks/events");
    private static final List<Role> EVERYONE = List.of(Role.values());

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

    @TestFactory
    Stream<DynamicTest> a_form_of_another_site_changes_nothing() {
        return routes.changing()
                .filter(route -> !route.pattern().equals(ONE_CLICK))
                .map(route -> dynamicTest(route.toString(), () -> {
                    var paths = paths(route);
                    var before = rows.content();
                    for (var by : visitors(route)) {
                        for (var path : paths) {
                            assertThat(by.forged(route.method(), path).status())
                                    .as("%s by %s", path, by)
                                    .isEqualTo(403);
                        }
                    }
                    assertThat(rows.content()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_answer_carries_the_headers() {
        return routes.reading()
                .filter(HardeningIT::ends)
                .map(route -> dynamicTest(route.toString(), () -> {
                    for (var by : visitors(route)) {
                        for (var path : paths(route)) {
                            carriesTheHeaders(path, by.get(path));
                        }
                    }
                    var path = paths(route).get(0);
                    carriesTheHeaders(path, world.stranger().get(path));
                }));
    }

    private static void carriesTheHeaders(String path, Answer answer) {
        var policy = answer.header("Content-Security-Policy");
        assertThat(policy)
                .as("%s: %s %s", path, answer, answer.response().headers().map())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "*", "http");
        // A file that is only kept needs no more than the first; a page must not be framed nor send forms elsewhere.
        if (answer.header("Content-Type").startsWith("text/html")) {
            assertThat(policy).contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'");
            assertThat(answer.body()).doesNotContain("<style", " style=\"", " onclick=", "<script>");
        }
        HEADERS.forEach((name, text) -> assertThat(answer.header(name)).as(name).isEqualTo(text));
    }

    /** Partners and customers are called like formulas in this world. */
    @Test
    void no_cell_of_an_export_is_a_formula() throws IOException {
        var exports = 0;
        var cells = new ArrayList<String>();
        for (var route : routes.reading().filter(HardeningIT::ends).toList()) {
            for (var by : visitors(route)) {
                for (var path : paths(route)) {
                    var answer = by.get(path);
                    if (answer.header("Content-Type").startsWith("text/csv")) {
                        exports++;
                        cells.addAll(cells(answer.body()));
                    }
                }
            }
        }
        var named = routes.reading()
                .filter(route -> route.pattern().matches(".*/(export|results)"))
                .count();
        assertThat(exports).as("exports read").isGreaterThanOrEqualTo((int) named);
        assertThat(cells).as("cells a spreadsheet would run").noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r\n].*"));
        assertThat(cells).as("names like formulas, made harmless").anyMatch(cell -> cell.contains("cmd|"));
    }

    private static List<String> cells(String csv) throws IOException {
        var delimiter = csv.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (var records = format.parse(new StringReader(csv.replace("\uFEFF", "")))) {
            return records.stream().flatMap(row -> row.stream()).toList();
        }
    }

    private List<Visitor> visitors(Route route) {
        return EVERYONE.stream()
                .filter(route::admits)
                .map(role -> Role.PARTNER.contains(role) ? world.of(Side.ALPHA, role) : world.staff(role))
                .limit(2)
                .toList();
    }

    private List<String> paths(Route route) {
        return route.hasVariables()
                ? Stream.concat(
                                ids.of(Side.ALPHA, route).stream().limit(2),
                                Stream.of(ids.guessed(route).get(0)))
                        .map(route::path)
                        .toList()
                : List.of(route.pattern());
    }

    private static boolean ends(Route route) {
        return !ENDLESS.contains(route.pattern());
    }
}
