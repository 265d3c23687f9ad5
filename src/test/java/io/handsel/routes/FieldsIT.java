package io.handsel.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.handsel.routes.Recipes.Call;
import io.handsel.routes.Routes.Route;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every form, sent with every column of the database as a field, in the spellings a binder might take: nothing is
 * written that the form did not offer, and the sending has the same effect as without them.
 */
@RouteProof
class FieldsIT {

    private static final Pattern FIELD = Pattern.compile(" name=\"([^\"]+)\"");
    private static final String SMUGGLED = "Smuggled";
    private static final List<String> SIMPLE = List.of("approved", "organisation", "registrant", "principal", "owner");
    private static final List<String> PARTS = List.of(
            "answers.status",
            "deal.status",
            "person.roles",
            "roles[0]",
            "receipt.hash",
            "class.module",
            "owner.id",
            "partner.id",
            "manager.id",
            "version.old");
    /** What a form offers only after another answer. */
    private static final Set<String> LATER_FIELDS = Set.of("state", "rfpPublished", "reason", "marked");

    /** What a handler reads without naming it in its signature. */
    private static final Map<String, Set<String>> FILTERS = Map.of(
            "/tasks/filters", Set.of("scope", "due", "process", "partner", "territory", "program", "search"),
            "/accounts/imports/{id}/start", Set.of("charset"));
    /** A server takes no more parts than some dozens. */
    private static final int MOST_PARTS = 30;

    @Autowired
    Routes routes;

    @Autowired
    Recipes recipes;

    @Autowired
    Rows rows;

    @Autowired
    RouteWorld world;

    @BeforeEach
    void open() {
        world.open();
    }

    @TestFactory
    Stream<DynamicTest> no_form_writes_what_it_does_not_offer() {
        return routes.changing().map(route -> dynamicTest(route.toString(), () -> smuggle(route)));
    }

    private void smuggle(Route route) {
        var recipe = recipes.of(route);
        assertThat(recipe).as("no recipe for %s", route).isNotNull();
        var plain = recipe.prepare();
        var before = rows.counts();
        var answer = plain.send();
        assertThat(answer.gives()).as("%s: %s", route, answer).isEqualTo(!recipe.refuses());
        var effect = Rows.added(before, rows.counts());
        var offered = offered(route, plain);

        var word = world.fresh(SMUGGLED);
        var loaded = loaded(recipe.prepare(), columns(), offered, word);
        before = rows.counts();
        var same = loaded.send();
        assertThat(same.status()).as("%s", same).isEqualTo(answer.status());
        assertThat(Rows.added(before, rows.counts()))
                .as("effect with foreign fields")
                .isEqualTo(effect);

        // Names with parts may make a request that cannot be read at all, and is then refused as a whole.
        var parts = loaded(recipe.prepare(), PARTS, offered, word).send();
        assertThat(parts.status()).as("%s", parts).isIn(answer.status(), 400);
        assertThat(rows.containing(word)).as("rows with what was smuggled in").isEmpty();
    }

    private List<String> columns() {
        return Stream.concat(
                        SIMPLE.stream(), rows.columns().stream().flatMap(column -> Stream.of(column, camel(column))))
                .distinct()
                .toList();
    }

    private static Call loaded(Call call, List<String> names, Set<String> offered, String word) {
        Map<String, String> fields = new LinkedHashMap<>();
        names.stream()
                .filter(name -> !offered.contains(name) && !name.startsWith("_"))
                .limit(call.file() == null ? Long.MAX_VALUE : MOST_PARTS)
                .forEach(name -> fields.put(name, word));
        fields.putAll(call.fields());
        return new Call(call.by(), call.path(), fields, call.file());
    }

    /** What the recipe sends, what the handler names, and what the page of the same form shows. */
    private Set<String> offered(Route route, Call call) {
        var offered = new HashSet<>(LATER_FIELDS);
        offered.addAll(call.fields().keySet());
        offered.addAll(route.parameters());
        offered.addAll(FILTERS.getOrDefault(route.pattern(), Set.of()));
        var page = call.path().replaceFirst("/(draft|preview)$", "");
        var names = FIELD.matcher(call.by().get(page).body());
        while (names.find()) {
            offered.add(names.group(1));
        }
        return offered;
    }

    private static String camel(String column) {
        var camel = new StringBuilder();
        for (int i = 0; i < column.length(); i++) {
            camel.append(
                    column.charAt(i) == '_' && i + 1 < column.length()
                            ? Character.toUpperCase(column.charAt(++i))
                            : column.charAt(i));
        }
        return camel.toString();
    }
}
