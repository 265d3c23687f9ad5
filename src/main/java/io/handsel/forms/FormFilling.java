package io.handsel.forms;

import io.handsel.forms.Component.Checkbox;
import io.handsel.forms.Component.Choice;
import io.handsel.forms.Component.Column;
import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.Expression;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.FilePicker;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.Table;
import io.handsel.forms.FormPart.Entry;
import io.handsel.forms.FormPart.FormRow;
import io.handsel.forms.FormPart.Offer;
import io.handsel.forms.FormPart.TableRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Shows forms, answers while they are being filled, and checks what is sent: all from the same reading of the schema. */
@Service
public class FormFilling {

    private final Feel feel;
    private final MessageSource messages;
    private final Clock clock;
    private final FormSettings settings;

    FormFilling(Feel feel, MessageSource messages, Clock clock, FormSettings settings) {
        this.feel = feel;
        this.messages = messages;
        this.clock = clock;
        this.settings = settings;
    }

    /** A form as it is first shown, or shown again with its draft: without complaints. */
    public FilledForm open(FormSchema schema, FormData data, Viewer viewer) {
        return new Round(schema, data, viewer, Severity.NOTHING).filled();
    }

    /** A form while it is being filled: conditions and computed fields answer; only what is filled in wrongly is told. */
    public FilledForm update(FormSchema schema, FormInput input, FormData data, Viewer viewer) {
        return new Round(schema, data, viewer, Severity.FILLED).read(input).filled();
    }

    /** A form that was sent. */
    public Submission submit(FormSchema schema, FormInput input, FormData data, Viewer viewer) {
        Round round = new Round(schema, data, viewer, input.changesRows() ? Severity.FILLED : Severity.ALL).read(input);
        FilledForm form = round.filled();

        return form.valid() && !input.changesRows()
                ? new Submission.Accepted(new FormValues(round.filling.values()), round.files(), form)
                : new Submission.Refused(form.errors(), form.draft(), form);
    }

    /** How much is complained about. */
    private enum Severity {
        NOTHING,
        FILLED,
        ALL
    }

    private final class Round {

        private final FormSchema schema;
        private final Viewer viewer;
        private final Severity severity;
        private final LocalDate today;
        private final Feel feel;
        private final Filling filling;
        private final FormWords words;
        private final Map<String, List<FormError>> errors = new LinkedHashMap<>();

        Round(FormSchema schema, FormData data, Viewer viewer, Severity severity) {
            this.schema = schema;
            this.viewer = viewer;
            this.severity = severity;
            this.today = LocalDate.now(clock.withZone(viewer.zone()));
            this.feel = FormFilling.this.feel.in(viewer.zone());
            this.filling = new Filling(schema, data, feel, viewer, today);
            this.words = new FormWords(messages, new Feelers(feel), viewer.locale());
        }

        Round read(FormInput input) {
            filling.read(input);
            return this;
        }

        FilledForm filled() {
            filling.settle();
            filling.dropWithdrawnChoices();
            List<FormPart> parts = parts(filling.places());
            return new FilledForm(schema, parts, errors, filling.answers().draft());
        }

        Map<String, List<Attachment>> files() {
            Map<String, List<Attachment>> files = new LinkedHashMap<>();
            for (Place place : Place.all(filling.places())) {
                if (!place.hidden() && !filling.typed().files(place).isEmpty()) {
                    files.put(place.name(), filling.typed().files(place));
                }
            }
            return files;
        }

        private List<FormPart> parts(List<Place> places) {
            return places.stream()
                    .filter(place -> !place.hidden() && !(place.component() instanceof Expression))
                    .map(this::part)
                    .toList();
        }

        private FormPart part(Place place) {
            List<FormError> wrong = place.component() instanceof Field field ? wrong(place, field) : List.of();
            if (!wrong.isEmpty()) {
                errors.put(place.name(), wrong);
            }
            List<FormRow> rows = new ArrayList<>();
            for (int i = 0; i < place.rows().size(); i++) {
                List<FormPart> parts = parts(place.rows().get(i));
                rows.add(new FormRow(i, place.name() + "[" + i + "]", parts));
            }
            return new FormPart(
                    place.component(),
                    place.name(),
                    place.readonly(),
                    words.of(place),
                    place.component() instanceof Field field ? entry(place, field) : Entry.NONE,
                    wrong,
                    parts(place.children()),
                    rows,
                    place.component() instanceof Table table ? table(place, table) : TableRows.NONE);
        }

        private List<FormError> wrong(Place place, Field field) {
            if (severity == Severity.NOTHING
                    || place.readonly()
                    || field.binding().disabled()
                    || field instanceof Expression) {
                return List.of();
            }
            TypedAnswers.Unreadable unreadable = filling.typed().unreadable(place);
            if (unreadable != null) {
                return List.of(words.error(place, unreadable.code()));
            }
            Object answer = filling.answers().at(place);
            if (severity == Severity.FILLED && FieldRules.missing(field, answer)) {
                return List.of();
            }
            List<FormError> wrong = new ArrayList<>(FieldRules.broken(
                    field, answer, expression -> feel.evaluate(expression, place.context()), words.field(place)));
            if (field instanceof DateTimeField moment
                    && moment.disallowPassedDates()
                    && filling.answers().isChanged(place)
                    && moment(place, moment).before(today)) {
                wrong.add(words.error(place, "pastDate"));
            }
            if (field instanceof FilePicker) {
                wrong.addAll(wrongFiles(place));
            }
            return wrong;
        }

        private List<FormError> wrongFiles(Place place) {
            List<FormError> wrong = new ArrayList<>();
            List<Attachment> files = filling.typed().files(place);
            String accept = words.of(place).accept();
            boolean several = place.component() instanceof FilePicker picker && several(picker, place.context());

            if (files.size() > 1 && !several) {
                wrong.add(words.error(place, "oneFile"));
            }
            for (Attachment file : files) {
                if (file.size() > settings.largestFile().toBytes()) {
                    wrong.add(words.error(
                            place,
                            "fileSize",
                            file.fileName(),
                            settings.largestFile().toMegabytes()));
                } else if (!AcceptedTypes.of(accept).allow(file)) {
                    wrong.add(words.error(place, "fileType", file.fileName(), accept));
                }
            }
            return wrong;
        }

        private boolean several(FilePicker picker, Map<String, Object> context) {
            String multiple = picker.multiple();
            return multiple.startsWith("=")
                    ? Boolean.TRUE.equals(feel.evaluate(multiple.substring(1), context))
                    : multiple.equals("true");
        }

        private Entry entry(Place place, Field field) {
            Object answer = filling.answers().at(place);
            TypedAnswers.Unreadable unreadable = filling.typed().unreadable(place);
            if (field instanceof DateTimeField moment) {
                DateTimeText shown = unreadable == null ? moment(place, moment) : unreadable.moment();
                return new Entry("", shown.date(), shown.time(), false, "", List.of());
            }
            if (field instanceof Choice choice) {
                return offers(place, choice, answer, unreadable == null ? "" : unreadable.text());
            }
            String text = unreadable != null
                    ? unreadable.text()
                    : field instanceof NumberField
                            ? NumberText.shown(answer, viewer.locale())
                            : answer == null ? "" : answer.toString();
            boolean checked = field instanceof Checkbox && Boolean.TRUE.equals(answer);
            return new Entry(text, "", "", checked, "", List.of());
        }

        private Entry offers(Place place, Choice choice, @Nullable Object answer, String typed) {
            List<Offer> offers = new ArrayList<>();
            String label = typed;
            for (Component.Option option :
                    filling.options(choice, place.context()).options()) {
                boolean chosen = choice.style().several()
                        ? JsonData.list(answer).stream().anyMatch(one -> OptionList.same(one, option.answer()))
                        : answer != null && OptionList.same(answer, option.answer());
                String worded = words.option(place, option);
                if (chosen && typed.isEmpty() && !choice.style().several()) {
                    label = worded;
                }
                String id = "f-" + place.name().replaceAll("[^\\p{L}\\p{N}_]+", "-") + "-" + offers.size();
                offers.add(new Offer(id, OptionList.token(option), worded, chosen));
            }
            return new Entry("", "", "", false, label, offers);
        }

        private DateTimeText moment(Place place, DateTimeField field) {
            return DateTimeText.of(field, filling.answers().at(place), viewer.zone(), today);
        }

        private TableRows table(Place place, Table table) {
            Object found = table.dataSource() == null ? null : feel.evaluate(table.dataSource(), place.context());
            List<?> data = found instanceof List<?> rows ? rows : List.of();
            List<Column> columns = columns(place, table);
            List<List<String>> cells = data.stream()
                    .limit(Math.max(table.rowCount(), 100))
                    .map(row -> columns.stream()
                            .map(column -> cell(JsonData.at(row, JsonData.path(column.key()))))
                            .toList())
                    .toList();
            return new TableRows(columns.stream().map(Column::label).toList(), cells, data.size() - cells.size());
        }

        private List<Column> columns(Place place, Table table) {
            if (table.columnsExpression() == null) {
                return table.columns();
            }
            List<Column> columns = new ArrayList<>();
            if (feel.evaluate(table.columnsExpression(), place.context()) instanceof List<?> found) {
                for (Object entry : found) {
                    Map<String, @Nullable Object> column = JsonData.map(entry);
                    if (column.get("key") instanceof String key) {
                        columns.add(new Column(column.get("label") instanceof String label ? label : key, key));
                    }
                }
            }
            return columns;
        }

        private String cell(@Nullable Object content) {
            if (content == null) {
                return "";
            }
            if (content instanceof Number) {
                return NumberText.shown(content, viewer.locale());
            }
            return content instanceof Map || content instanceof List
                    ? SchemaParser.JSON.writeValueAsString(content)
                    : content.toString();
        }
    }
}
