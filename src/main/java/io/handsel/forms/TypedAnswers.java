package io.handsel.forms;

import io.handsel.forms.Component.Checkbox;
import io.handsel.forms.Component.Choice;
import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.DynamicList;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.FilePicker;
import io.handsel.forms.Component.Group;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.Option;
import io.handsel.forms.Component.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed: reads the parameters of a request into the answers.
 *
 * <p>Names of parameters: the dotted path of a field; {@code items[0].what} in a row; {@code items:row} once for each
 * row shown, which gives order and removal; {@code x:shown} beside each checkbox and choice, for browsers do not post
 * what is not ticked; {@code x:date} and {@code x:time}; {@code x:label} for a choice that was typed; {@code x:clear}
 * to remove a file. The schema decides what is read: a parameter no writable field asks for is not looked at.
 */
final class TypedAnswers {

    private static final int MOST_TAGS = 500;
    private static final Pattern ROW_TOKEN = Pattern.compile("\\d{1,4}");

    private final FormSchema schema;
    private final Answers answers;
    private final BiFunction<Choice, Map<String, Object>, OptionList> options;
    private final Viewer viewer;
    private final LocalDate today;
    private final Map<String, Unreadable> unreadable = new HashMap<>();
    private final Map<String, List<Attachment>> files = new LinkedHashMap<>();

    /** What was typed and could not be read, to be shown again as it was. */
    record Unreadable(String code, String text, DateTimeText moment) {}

    /** @param options what a choice offers where it stands */
    TypedAnswers(
            FormSchema schema,
            Answers answers,
            BiFunction<Choice, Map<String, Object>, OptionList> options,
            Viewer viewer,
            LocalDate today) {
        this.schema = schema;
        this.answers = answers;
        this.options = options;
        this.viewer = viewer;
        this.today = today;
    }

    void read(FormInput input) {
        read(new Reading(input, false));
        read(new Reading(input, true));
    }

    private void read(Reading reading) {
        read(schema.components(), reading, "", "", answers.present(), Scope.root(answers.present()));
    }

    @Nullable
    Unreadable unreadable(Place place) {
        return unreadable.get(place.name());
    }

    List<Attachment> files(Place place) {
        return files.getOrDefault(place.name(), List.of());
    }

    /** What was typed into a place counts as not typed. */
    void forget(Place place) {
        unreadable.remove(place.name());
        files.remove(place.name());
    }

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
                if (field.writable() && component instanceof Choice == reading.choices()) {
                    String parameter = JsonData.joined(posted, field.key());
                    read(field, reading.input(), parameter, JsonData.joined(name, field.key()), into, scope);
                }
            } else if (component instanceof Group group) {
                read(
                        group.components(),
                        reading,
                        JsonData.joined(posted, group.path()),
                        JsonData.joined(name, group.path()),
                        JsonData.section(into, group.path()),
                        scope);
            } else if (component instanceof DynamicList list) {
                String parameter = JsonData.joined(posted, list.path());
                readRows(list, reading, parameter, JsonData.joined(name, list.path()), into, scope);
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
            if (!token.isEmpty() && arranged.size() < Answers.MOST_ROWS) {
                arranged.add(stored ? left.set(index, null) : answers.newRow(list));
            }
        }
        return arranged;
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
            return text.multiline() ? first : Answers.onOneLine(first);
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
        OptionList offered = options.apply(choice, scope.context());
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
}
