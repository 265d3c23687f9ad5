package io.handsel.forms;

import io.handsel.forms.Component.Choice;
import io.handsel.forms.Component.Container;
import io.handsel.forms.Component.DynamicList;
import io.handsel.forms.Component.Expression;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.Group;
import io.handsel.forms.Component.OptionSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One form during one request: its {@link Answers}, what was {@link TypedAnswers typed} over them, and computed fields and
 * conditions until they settle.
 */
final class Filling {

    private final FormSchema schema;
    private final Feel feel;
    private final Answers answers;
    private final TypedAnswers typed;
    private List<Place> places = List.of();

    Filling(FormSchema schema, FormData data, Feel feel, Viewer viewer, LocalDate today) {
        this.schema = schema;
        this.feel = feel;
        this.answers = new Answers(schema, data, viewer, today);
        this.typed = new TypedAnswers(schema, answers, this::options, viewer, today);
    }

    void read(FormInput input) {
        typed.read(input);
        changeRows(input);
    }

    /** Computes and hides until nothing changes; what turned out to be read-only keeps its known value. */
    void settle() {
        places = computed();
        if (restoreReadonly()) {
            places = computed();
        }
    }

    List<Place> places() {
        return places;
    }

    Answers answers() {
        return answers;
    }

    TypedAnswers typed() {
        return typed;
    }

    private void changeRows(FormInput input) {
        if (!input.changesRows()) {
            return;
        }
        for (Place place : Place.all(places(answers.present()))) {
            if (place.component() instanceof DynamicList list && list.allowAddRemove() && !place.hidden()) {
                List<@Nullable Object> rows = JsonData.list(answers.at(place));
                for (int i = rows.size() - 1; i >= 0; i--) {
                    if (input.removes(place.name() + "[" + i + "]")) {
                        rows.remove(i);
                    }
                }
                if (input.adds(place.name()) && rows.size() < Answers.MOST_ROWS) {
                    rows.add(answers.newRow(list));
                }
            }
        }
    }

    /** Once more for each computed field at most: then even a circle has ended. */
    private List<Place> computed() {
        List<Place> found = visible();
        long rounds = Place.all(found).stream()
                .filter(place -> place.component() instanceof Expression)
                .count();
        for (long round = 0; round <= Math.min(rounds, Answers.MOST_ROWS); round++) {
            boolean changed = false;
            for (Place place : Place.all(found)) {
                if (place.component() instanceof Expression computed
                        && computed.expression() != null
                        && !place.hidden()) {
                    Object result = feel.evaluate(computed.expression(), place.context());
                    changed |= !Objects.equals(result, answers.at(place));
                    answers.put(place, result);
                }
            }
            if (!changed) {
                break;
            }
            found = visible();
        }
        return found;
    }

    /** As in form-js: what is hidden falls back to its known value for everything that is shown. */
    private List<Place> visible() {
        Map<String, @Nullable Object> shown = JsonData.copy(answers.present());
        for (Place place : Place.all(places(answers.present()))) {
            if (place.hidden() && place.component() instanceof Field) {
                JsonData.remove(shown, place.path());
            }
        }
        Map<String, @Nullable Object> seen = JsonData.copy(answers.known());
        seen.putAll(shown);
        return places(seen);
    }

    private List<Place> places(Map<String, @Nullable Object> seen) {
        return places(schema.components(), "", List.of(), Scope.root(seen), false);
    }

    private List<Place> places(
            List<Component> components, String name, List<Object> path, Scope scope, boolean hiddenAbove) {
        List<Place> found = new ArrayList<>();
        Map<String, Object> context = scope.context();
        for (Component component : components) {
            String key = key(component);
            String here = JsonData.joined(name, key);
            List<Object> at = JsonData.path(path, key);
            String hide = component.common().hide();
            boolean hidden = hiddenAbove || hide != null && feel.holds(hide, context);
            List<Place> children =
                    component instanceof Group group ? places(group.components(), here, at, scope, hidden) : List.of();
            List<List<Place>> rows = new ArrayList<>();
            if (component instanceof DynamicList list) {
                List<@Nullable Object> data = JsonData.list(JsonData.at(answers.present(), at));
                for (int i = 0; i < data.size(); i++) {
                    Scope row = scope.row(JsonData.map(data.get(i)), i);
                    rows.add(places(list.components(), here + "[" + i + "]", with(at, i), row, hidden));
                }
            }
            boolean readonly = component instanceof Field field && readonly(field, context);
            found.add(new Place(component, here, at, context, hidden, readonly, children, rows));
        }
        return found;
    }

    private static String key(Component component) {
        if (component instanceof Field field) {
            return field.key();
        }
        return component instanceof Container container ? container.path() : "";
    }

    private static List<Object> with(List<Object> path, int index) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(index);
        return longer;
    }

    private boolean readonly(Field field, Map<String, Object> context) {
        String readonly = field.binding().readonly();
        if (schema.locks(field)) {
            return true;
        }
        return readonly.startsWith("=") ? feel.holds(readonly.substring(1), context) : readonly.equals("true");
    }

    private boolean restoreReadonly() {
        boolean restored = false;
        for (Place place : Place.all(places)) {
            if (place.readonly() && !(place.component() instanceof Expression) && answers.isChanged(place)) {
                answers.put(place, JsonData.plain(answers.knownAt(place)));
                typed.forget(place);
                restored = true;
            }
        }
        return restored;
    }

    OptionList options(Choice choice, Map<String, Object> context) {
        OptionSource source = choice.source();
        if (source.valuesKey() != null) {
            return OptionList.of(answers.known().get(source.valuesKey()));
        }
        return OptionList.of(
                source.listed() != null || source.valuesExpression() == null
                        ? source.listed()
                        : feel.evaluate(source.valuesExpression(), context));
    }

    /** Choices that are no longer offered are dropped, as form-js does. */
    void dropWithdrawnChoices() {
        for (Place place : Place.all(places)) {
            if (place.component() instanceof Choice choice) {
                OptionList offered = options(choice, place.context());
                Object answer = answers.at(place);
                answers.put(
                        place,
                        choice.style().several()
                                ? new ArrayList<>(JsonData.list(answer).stream()
                                        .filter(offered::offers)
                                        .toList())
                                : answer != null && offered.offers(answer) ? answer : null);
            }
        }
    }

    /** The answers of fields that are shown and enabled; nothing else, whatever was posted. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Place place : Place.all(places)) {
            if (place.hidden()) {
                continue;
            }
            if (place.component() instanceof DynamicList) {
                List<@Nullable Object> rows = new ArrayList<>();
                place.rows().forEach(row -> rows.add(new LinkedHashMap<>()));
                JsonData.put(values, place.path(), rows);
            } else if (place.component() instanceof Field field
                    && !field.binding().disabled()) {
                JsonData.put(values, place.path(), JsonData.plain(answers.at(place)));
            }
        }
        return values;
    }
}
