package io.handsel.forms;

import io.handsel.forms.Component.Checkbox;
import io.handsel.forms.Component.Choice;
import io.handsel.forms.Component.Container;
import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.DynamicList;
import io.handsel.forms.Component.Expression;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.FilePicker;
import io.handsel.forms.Component.Group;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.Option;
import io.handsel.forms.Component.OptionSource;
import io.handsel.forms.Component.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one form during one request: known data, then the draft over them, then what was typed; computed
 * fields and conditions until they settle.
 *
 * <p>Names of parameters: the dotted path of a field; {@code items[0].what} in a row; {@code items:row} once for each
 * row shown, which gives order and removal; {@code x:shown} beside each checkbox and choice, for browsers do not post
 * what is not ticked; {@code x:date} and {@code x:time}; {@code x:label} for a choice that was typed; {@code x:clear}
 * to remove a file. The schema decides what is read: a parameter no writable field asks for is not looked at.
 */
final class Filling {

    /** In a draft each row remembers which known row it comes from, so that what is read-only stays with its row. */
    static final String ORIGIN = "_row";

    private static final int MOST_ROWS = 200;
    private static final int MOST_TAGS = 500;
    private static final Pattern ROW_TOKEN = Pattern.compile("\\d{1,4}");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\r\n\t]");

    private final FormSchema schema;
    private final Feel feel;
    private final Viewer viewer;
    private final LocalDate today;
    private final Map<String, @Nullable Object> known;
    private final Map<String, @Nullable Object> answers;
    private final Map<Map<String, @Nullable Object>, Integer> origins = new IdentityHashMap<>();
    private final Map<String, Unreadable> unreadable = new HashMap<>();
    private final Map<String, List<Attachment>> files = new LinkedHashMap<>();
    private List<Place> places = List.of();

    /** What was typed and could not be read, to be shown again as it was. */
    record Unreadable(String code, String text, DateTimeText moment) {}

    Filling(FormSchema schema, FormData data, Feel feel, Viewer viewer, LocalDate today) {
        this.schema = schema;
        this.feel = feel;
        this.viewer = viewer;
        this.today = today;
        this.answers = JsonData.copy(data.known());
        prepare(schema.components(), answers);
        this.known = JsonData.copy(answers);
        rememberOrigins(schema.components(), answers);
        overlay(schema.components(), JsonData.copy(data.draft()), answers, known);
    }

    void read(FormInput input) {
        read(schema.components(), new Reading(input, false), "", "", answers, Scope.root(answers));
        read(schema.components(), new Reading(input, true), "", "", answers, Scope.root(answers));
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

    Map<String, @Nullable Object> known() {
        return known;
    }

    @Nullable
    Object answer(Place place) {
        return JsonData.at(answers, place.path());
    }

    @Nullable
    Unreadable unreadable(Place place) {
        return unreadable.get(place.name());
    }

    List<Attachment> files(Place place) {
        return files.getOrDefault(place.name(), List.of());
    }

    boolean changed(Place place) {
        return !Objects.equals(answer(place), knownAnswer(place));
    }

    // Known data and draft.

    private void prepare(List<Component> components, Map<String, @Nullable Object> into) {
        for (Component component : components) {
            if (component instanceof Field field) {
                Object found = JsonData.at(into, field.key());
                JsonData.put(into, field.key(), found == null ? unanswered(field) : fitting(field, found));
            } else if (component instanceof Group group) {
                prepare(group.components(), JsonData.section(into, group.path()));
            } else if (component instanceof DynamicList list) {
                List<@Nullable Object> rows = new ArrayList<>();
                if (JsonData.at(into, list.path()) instanceof List<?> found) {
                    found.stream().limit(MOST_ROWS).forEach(row -> rows.add(JsonData.map(row)));
                } else {
                    for (int i = 0; i < list.defaultRepetitions(); i++) {
                        rows.add(new LinkedHashMap<>());
                    }
                }
                rows.forEach(row -> prepare(list.components(), JsonData.map(row)));
                JsonData.put(into, list.path(), rows);
            }
        }
    }

    private void rememberOrigins(List<Component> components, Map<String, @Nullable Object> data) {
        for (Component component : components) {
            if (component instanceof Group group) {
                rememberOrigins(group.components(), JsonData.section(data, group.path()));
            } else if (component instanceof DynamicList list) {
                List<@Nullable Object> rows = JsonData.list(JsonData.at(data, list.path()));
                for (int i = 0; i < rows.size(); i++) {
                    Map<String, @Nullable Object> row = JsonData.map(rows.get(i));
                    origins.put(row, i);
                    rememberOrigins(list.components(), row);
                }
            }
        }
    }

    private static @Nullable Object unanswered(Field field) {
        Object otherwise = field.binding().defaultValue();
        return otherwise == null ? EmptyAnswers.of(field) : JsonData.plain(otherwise);
    }

    /** Known data in the shape the field would give them, as form-js does on import. */
    private @Nullable Object fitting(Field field, Object found) {
        if (field instanceof TextField text) {
            if (found instanceof Collection || found instanceof Map) {
                return "";
            }
            return text.multiline()
                    ? found.toString()
                    : LINE_BREAKS.matcher(found.toString()).replaceAll(" ");
        }
        if (field instanceof Checkbox) {
            return Boolean.TRUE.equals(found);
        }
        if (field instanceof NumberField number) {
            BigDecimal amount = NumberText.exact(found);
            return amount != null && number.serializeToString() ? amount.toPlainString() : amount;
        }
        if (field instanceof DateTimeField moment) {
            return DateTimeText.of(moment, found, viewer.zone(), today)
                    .stored(moment, viewer.zone(), today)
                    .orElse(null);
        }
        return found;
    }

    private void overlay(
            List<Component> components,
            Map<String, @Nullable Object> draft,
            Map<String, @Nullable Object> into,
            @Nullable Map<String, @Nullable Object> knownHere) {
        for (Component component : components) {
            if (component instanceof Field field) {
                if (writable(field) && JsonData.has(draft, field.key())) {
                    Object drafted = JsonData.at(draft, field.key());
                    JsonData.put(into, field.key(), drafted == null ? EmptyAnswers.of(field) : fitting(field, drafted));
                }
            } else if (component instanceof Group group) {
                overlay(
                        group.components(),
                        JsonData.section(draft, group.path()),
                        JsonData.section(into, group.path()),
                        knownHere == null ? null : JsonData.section(knownHere, group.path()));
            } else if (component instanceof DynamicList list
                    && JsonData.at(draft, list.path()) instanceof List<?> rows) {
                List<@Nullable Object> knownRows =
                        JsonData.list(knownHere == null ? null : JsonData.at(knownHere, list.path()));
                JsonData.put(into, list.path(), draftedRows(list, rows, knownRows));
            }
        }
    }

    private List<@Nullable Object> draftedRows(DynamicList list, List<?> drafted, List<@Nullable Object> knownRows) {
        List<@Nullable Object> rows = new ArrayList<>();
        for (Object draft : drafted) {
            Map<String, @Nullable Object> entries = JsonData.map(draft);
            Map<String, @Nullable Object> knownRow =
                    entries.get(ORIGIN) instanceof Integer origin && origin >= 0 && origin < knownRows.size()
                            ? JsonData.map(knownRows.get(origin))
                            : null;
            Map<String, @Nullable Object> row = knownRow == null ? newRow(list) : JsonData.copy(knownRow);
            if (knownRow != null) {
                origins.put(row, (Integer) entries.get(ORIGIN));
                rememberOrigins(list.components(), row);
            }
            overlay(list.components(), entries, row, knownRow);
            rows.add(row);
        }
        return rows;
    }

    /** What to keep for the next time: answers of fields that can be written, also of hidden ones. */
    Map<String, @Nullable Object> draft() {
        return draft(schema.components(), answers);
    }

    private Map<String, @Nullable Object> draft(List<Component> components, Map<String, @Nullable Object> from) {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        collectDraft(components, from, draft);
        return draft;
    }

    private void collectDraft(
            List<Component> components, Map<String, @Nullable Object> from, Map<String, @Nullable Object> draft) {
        for (Component component : components) {
            if (component instanceof Field field && writable(field) && !(field instanceof FilePicker)) {
                JsonData.put(draft, field.key(), JsonData.plain(JsonData.at(from, field.key())));
            } else if (component instanceof Group group) {
                collectDraft(
                        group.components(),
                        JsonData.section(from, group.path()),
                        JsonData.section(draft, group.path()));
            } else if (component instanceof DynamicList list) {
                List<@Nullable Object> rows = new ArrayList<>();
                for (Object found : JsonData.list(JsonData.at(from, list.path()))) {
                    Map<String, @Nullable Object> row = JsonData.map(found);
                    Map<String, @Nullable Object> drafted = draft(list.components(), row);
                    if (origins.containsKey(row)) {
                        drafted.put(ORIGIN, origins.get(row));
                    }
                    rows.add(drafted);
                }
                JsonData.put(draft, list.path(), rows);
            }
        }
    }

    private static boolean writable(Field field) {
        return !field.binding().neverWritable() && !(field instanceof Expression);
    }

    // Parameters.

    /** Choices are read last: what they offer may depend on what the other fields now hold. */
    private record Reading(FormInput input, boolean choices) {}

    private void read(
            List<Component> components,
            Reading reading,
            String posted,
            String name,
            Map<String, @Nullable Object> into,
            Scope scope) {
        for (Component component : components) {
            if (component instanceof Field field) {
                if (writable(field) && component instanceof Choice == reading.choices()) {
                    String parameter = SchemaReading.joined(posted, field.key());
                    read(field, reading.input(), parameter, SchemaReading.joined(name, field.key()), into, scope);
                }
            } else if (component instanceof Group group) {
                read(
                        group.components(),
                        reading,
                        SchemaReading.joined(posted, group.path()),
                        SchemaReading.joined(name, group.path()),
                        JsonData.section(into, group.path()),
                        scope);
            } else if (component instanceof DynamicList list) {
                String parameter = SchemaReading.joined(posted, list.path());
                readRows(list, reading, parameter, SchemaReading.joined(name, list.path()), into, scope);
            }
        }
    }

    private void readRows(
            DynamicList list,
            Reading reading,
            String posted,
            String name,
            Map<String, @Nullable Object> into,
            Scope scope) {
        List<String> tokens = reading.input().all(posted + ":row");
        if (tokens.isEmpty()) {
            return;
        }
        List<@Nullable Object> rows = JsonData.list(JsonData.at(into, list.path()));
        if (!reading.choices() && list.allowAddRemove()) {
            rows = arranged(list, rows, tokens);
            JsonData.put(into, list.path(), rows);
        }
        List<String> shown = tokens.stream().filter(token -> !token.isEmpty()).toList();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, @Nullable Object> row = JsonData.map(rows.get(i));
            String token = list.allowAddRemove() && i < shown.size() ? shown.get(i) : String.valueOf(i);
            read(list.components(), reading, posted + "[" + token + "]", name + "[" + i + "]", row, scope.row(row, i));
        }
    }

    /** The rows in the order of the page; a number that was not there is a new row, a row is not there twice. */
    private List<@Nullable Object> arranged(DynamicList list, List<@Nullable Object> rows, List<String> tokens) {
        List<@Nullable Object> arranged = new ArrayList<>();
        List<@Nullable Object> left = new ArrayList<>(rows);
        for (String token : tokens) {
            int index = ROW_TOKEN.matcher(token).matches() ? Integer.parseInt(token) : -1;
            boolean stored = index >= 0 && index < left.size() && left.get(index) != null;
            if (!token.isEmpty() && arranged.size() < MOST_ROWS) {
                arranged.add(stored ? left.set(index, null) : newRow(list));
            }
        }
        return arranged;
    }

    private Map<String, @Nullable Object> newRow(DynamicList list) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        prepare(list.components(), row);
        return row;
    }

    private void read(
            Field field, FormInput input, String posted, String name, Map<String, @Nullable Object> into, Scope scope) {
        if (field instanceof FilePicker picker) {
            readFiles(picker, input, posted, name, into);
        } else if (field instanceof DateTimeField moment) {
            if (input.has(posted + ":date") || input.has(posted + ":time")) {
                DateTimeText typed = new DateTimeText(
                        input.first(posted + ":date").strip(),
                        input.first(posted + ":time").strip());
                JsonData.put(into, field.key(), moment(moment, name, typed));
            }
        } else if (input.has(posted) || input.has(posted + ":shown")) {
            JsonData.put(into, field.key(), answer(field, input, posted, name, scope));
        }
    }

    private @Nullable Object answer(Field field, FormInput input, String posted, String name, Scope scope) {
        String first = input.first(posted);
        if (field instanceof TextField text) {
            return text.multiline()
                    ? first.replace("\r\n", "\n")
                    : LINE_BREAKS.matcher(first).replaceAll(" ");
        }
        if (field instanceof Checkbox) {
            return input.has(posted);
        }
        if (field instanceof NumberField number) {
            BigDecimal amount = NumberText.typed(first, viewer.locale());
            if (amount == null && !first.isBlank()) {
                unreadable.put(name, new Unreadable("number", first, DateTimeText.NONE));
            }
            return amount != null && number.serializeToString() ? amount.toPlainString() : amount;
        }
        return chosen((Choice) field, input, posted, name, scope);
    }

    private @Nullable Object chosen(Choice choice, FormInput input, String posted, String name, Scope scope) {
        OptionList offered = options(choice, scope.context());
        Set<String> tokens = new LinkedHashSet<>(input.all(posted));
        tokens.remove("");
        List<@Nullable Object> chosen = new ArrayList<>();
        for (Option option : offered.options()) {
            if (tokens.remove(OptionList.token(option))) {
                chosen.add(option.answer());
            }
        }
        String typed = input.first(posted + ":label").strip();
        if (!typed.isEmpty()) {
            var option = offered.byLabel(typed).or(() -> offered.byToken(typed));
            if (option.isEmpty()) {
                unreadable.put(name, new Unreadable("option", typed, DateTimeText.NONE));
            } else if (!chosen.contains(option.get().answer())) {
                chosen.add(option.get().answer());
            }
        }
        if (!tokens.isEmpty()) {
            unreadable.put(name, new Unreadable("option", "", DateTimeText.NONE));
        }
        if (choice.style().several()) {
            return new ArrayList<>(chosen.subList(0, Math.min(chosen.size(), MOST_TAGS)));
        }
        return chosen.isEmpty() ? null : chosen.get(0);
    }

    private @Nullable String moment(DateTimeField field, String name, DateTimeText typed) {
        if (typed.blank(field)) {
            return null;
        }
        if (typed.half(field)) {
            unreadable.put(name, new Unreadable("dateAndTime", "", typed));
            return null;
        }
        String stored = typed.stored(field, viewer.zone(), today).orElse(null);
        if (stored == null) {
            unreadable.put(name, new Unreadable("datetime", "", typed));
        }
        return stored;
    }

    private void readFiles(
            FilePicker picker, FormInput input, String posted, String name, Map<String, @Nullable Object> into) {
        List<Attachment> sent = input.files().getOrDefault(posted, List.of());
        if (!sent.isEmpty()) {
            files.put(name, sent);
            JsonData.put(into, picker.key(), "files::" + sent.get(0).id());
        } else if (input.has(posted + ":clear")) {
            JsonData.put(into, picker.key(), null);
        }
    }

    private void changeRows(FormInput input) {
        if (!input.changesRows()) {
            return;
        }
        for (Place place : Place.all(places(answers))) {
            if (place.component() instanceof DynamicList list && list.allowAddRemove() && !place.hidden()) {
                List<@Nullable Object> rows = JsonData.list(JsonData.at(answers, place.path()));
                for (int i = rows.size() - 1; i >= 0; i--) {
                    if (input.removes(place.name() + "[" + i + "]")) {
                        rows.remove(i);
                    }
                }
                if (input.adds(place.name()) && rows.size() < MOST_ROWS) {
                    rows.add(newRow(list));
                }
            }
        }
    }

    // Computed fields and conditions.

    /** Once more for each computed field at most: then even a circle has ended. */
    private List<Place> computed() {
        List<Place> found = visible();
        long rounds = Place.all(found).stream()
                .filter(place -> place.component() instanceof Expression)
                .count();
        for (long round = 0; round <= Math.min(rounds, MOST_ROWS); round++) {
            boolean changed = false;
            for (Place place : Place.all(found)) {
                if (place.component() instanceof Expression computed
                        && computed.expression() != null
                        && !place.hidden()) {
                    Object result = feel.evaluate(computed.expression(), place.context());
                    changed |= !Objects.equals(result, answer(place));
                    JsonData.put(answers, place.path(), result);
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
        Map<String, @Nullable Object> shown = JsonData.copy(answers);
        for (Place place : Place.all(places(answers))) {
            if (place.hidden() && place.component() instanceof Field) {
                JsonData.remove(shown, place.path());
            }
        }
        Map<String, @Nullable Object> seen = JsonData.copy(known);
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
            String here = SchemaReading.joined(name, key);
            List<Object> at = JsonData.path(path, key);
            String hide = component.common().hide();
            boolean hidden = hiddenAbove || hide != null && feel.holds(hide, context);
            List<Place> children =
                    component instanceof Group group ? places(group.components(), here, at, scope, hidden) : List.of();
            List<List<Place>> rows = new ArrayList<>();
            if (component instanceof DynamicList list) {
                List<@Nullable Object> data = JsonData.list(JsonData.at(answers, at));
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
            if (place.readonly() && !(place.component() instanceof Expression) && changed(place)) {
                JsonData.put(answers, place.path(), JsonData.plain(knownAnswer(place)));
                unreadable.remove(place.name());
                files.remove(place.name());
                restored = true;
            }
        }
        return restored;
    }

    /** The trusted value of a place: in a row, that of the known row it comes from; in a new row, the field's default. */
    private @Nullable Object knownAnswer(Place place) {
        Object now = answers;
        Object was = known;
        for (Object step : place.path()) {
            if (step instanceof Integer index) {
                now = JsonData.list(now).get(index);
                Integer origin = origins.get(JsonData.map(now));
                if (origin == null) {
                    return unanswered((Field) place.component());
                }
                was = JsonData.at(was, List.of(origin));
            } else {
                now = JsonData.map(now).get(step);
                was = JsonData.at(was, List.of(step));
            }
        }
        return was;
    }

    OptionList options(Choice choice, Map<String, Object> context) {
        OptionSource source = choice.source();
        if (source.valuesKey() != null) {
            return OptionList.of(known.get(source.valuesKey()));
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
                Object answer = answer(place);
                JsonData.put(
                        answers,
                        place.path(),
                        choice.style().several()
                                ? new ArrayList<>(JsonData.list(answer).stream()
                                        .filter(offered::offers)
                                        .toList())
                                : answer != null && offered.offers(answer) ? answer : null);
            }
        }
    }

    // Result.

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
                JsonData.put(values, place.path(), JsonData.plain(answer(place)));
            }
        }
        return values;
    }
}
