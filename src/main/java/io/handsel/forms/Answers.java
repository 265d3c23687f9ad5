package io.handsel.forms;

import io.handsel.forms.Component.Checkbox;
import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.DynamicList;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.FilePicker;
import io.handsel.forms.Component.Group;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form holds: known data in the shape its fields would give it, and the draft over it. Rows are moved, added and
 * removed; each remembers which known row it comes from, so that what is read-only stays with its row.
 */
final class Answers {

    static final int MOST_ROWS = 200;

    /** In a draft: which known row this one comes from. */
    static final String ORIGIN = "_row";

    private static final Pattern LINE_BREAKS = Pattern.compile("[\r\n\t]");

    private final FormSchema schema;
    private final Viewer viewer;
    private final LocalDate today;
    private final Map<String, @Nullable Object> known;
    private final Map<String, @Nullable Object> present;
    private final Map<Map<String, @Nullable Object>, Integer> origins = new IdentityHashMap<>();

    Answers(FormSchema schema, FormData data, Viewer viewer, LocalDate today) {
        this.schema = schema;
        this.viewer = viewer;
        this.today = today;
        this.present = JsonData.copy(data.known());
        prepare(schema.components(), present);
        this.known = JsonData.copy(present);
        rememberOrigins(schema.components(), present);
        overlay(schema.components(), JsonData.copy(data.draft()), present, known);
    }

    /** Before anybody has changed anything. */
    Map<String, @Nullable Object> known() {
        return known;
    }

    /** As it is now; changed in place. */
    Map<String, @Nullable Object> present() {
        return present;
    }

    @Nullable
    Object at(Place place) {
        return JsonData.at(present, place.path());
    }

    void put(Place place, @Nullable Object answer) {
        JsonData.put(present, place.path(), answer);
    }

    boolean isChanged(Place place) {
        return !Objects.equals(at(place), knownAt(place));
    }

    /** The trusted value of a place: in a row, that of the known row it comes from; in a new row, the field's default. */
    @Nullable
    Object knownAt(Place place) {
        Object now = present;
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

    /** As it is before anybody has written into it. */
    Map<String, @Nullable Object> newRow(DynamicList list) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        prepare(list.components(), row);
        return row;
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
            return text.multiline() ? found.toString() : onOneLine(found.toString());
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
                if (field.writable() && JsonData.has(draft, field.key())) {
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
        return draft(schema.components(), present);
    }

    private Map<String, @Nullable Object> draft(List<Component> components, Map<String, @Nullable Object> from) {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        collectDraft(components, from, draft);
        return draft;
    }

    private void collectDraft(
            List<Component> components, Map<String, @Nullable Object> from, Map<String, @Nullable Object> draft) {
        for (Component component : components) {
            if (component instanceof Field field && field.writable() && !(field instanceof FilePicker)) {
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

    /** A text as a field of one line keeps it. */
    static String onOneLine(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ");
    }
}
