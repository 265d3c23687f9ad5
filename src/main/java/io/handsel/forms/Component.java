package io.handsel.forms;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form-js component (schema version 19) as a closed type: a new kind is one place in every switch that must be decided. */
public sealed interface Component {

    Common common();

    default String id() {
        return common().id();
    }

    default String type() {
        return common().type();
    }

    /** What every component has; {@code hide} is a FEEL expression without the leading "=". */
    record Common(
            String id,
            String type,
            @Nullable String label,
            @Nullable String hide,
            Layout layout,
            Extras extras) {}

    /** Siblings of the same row share a line of sixteen columns. */
    record Layout(@Nullable String row, @Nullable Integer columns) {}

    /** The entries of {@code properties} that Handsel understands. */
    record Extras(
            @Nullable String autocomplete,
            boolean accountCheck,
            @Nullable String help,
            @Nullable String words) {}

    /** What ties a component to an answer; {@code readonly} is "true", "false" or "=feel". */
    record Binding(
            String key,
            @Nullable String description,
            @Nullable Object defaultValue,
            boolean disabled,
            String readonly,
            Validation validation) {

        boolean neverWritable() {
            return disabled || readonly.equals("true");
        }
    }

    /** Limits are a number as text or "=feel"; null means no such rule. */
    record Validation(
            boolean required,
            @Nullable String min,
            @Nullable String max,
            @Nullable String minLength,
            @Nullable String maxLength,
            @Nullable String pattern,
            @Nullable String patternErrorMessage,
            @Nullable String validationType) {

        static final Validation NONE = new Validation(false, null, null, null, null, null, null, null);

        boolean emailWanted() {
            return "email".equals(validationType);
        }

        boolean phoneWanted() {
            return "phone".equals(validationType);
        }
    }

    record Adorners(@Nullable String prefix, @Nullable String suffix) {}

    /** Where choices come from; form-js looks at the key into the data first, then at the list, then at the expression. */
    record OptionSource(
            @Nullable List<Option> listed,
            @Nullable String valuesKey,
            @Nullable String valuesExpression) {}

    /** {@code answer} is any JSON value. */
    record Option(String label, @Nullable Object answer) {}

    record Column(String label, String key) {}

    /** Holds an answer. */
    sealed interface Field extends Component {

        Binding binding();

        default String key() {
            return binding().key();
        }

        /** Whether it may ever hold what somebody sends; a condition may still say no. */
        default boolean writable() {
            return !binding().neverWritable();
        }
    }

    /** Holds other components. */
    sealed interface Container extends Component {

        String path();

        List<Component> components();
    }

    /** Shows something and holds no answer. */
    sealed interface Display extends Component {}

    record TextField(Common common, Binding binding, Adorners adorners, boolean multiline) implements Field {}

    record NumberField(
            Common common,
            Binding binding,
            Adorners adorners,
            @Nullable Integer decimalDigits,
            @Nullable BigDecimal increment,
            boolean serializeToString)
            implements Field {}

    enum DateSubtype {
        DATE,
        TIME,
        DATETIME;

        boolean hasDate() {
            return this != TIME;
        }

        boolean hasTime() {
            return this != DATE;
        }
    }

    enum TimeFormat {
        UTC_OFFSET,
        UTC_NORMALIZED,
        NO_TIMEZONE
    }

    record DateTimeField(
            Common common,
            Binding binding,
            DateSubtype subtype,
            @Nullable String dateLabel,
            @Nullable String timeLabel,
            int timeInterval,
            boolean disallowPassedDates,
            TimeFormat timeFormat)
            implements Field {}

    record Checkbox(Common common, Binding binding) implements Field {}

    enum ChoiceStyle {
        RADIO,
        SELECT,
        CHECKLIST,
        TAGLIST;

        boolean several() {
            return this == CHECKLIST || this == TAGLIST;
        }
    }

    record Choice(Common common, Binding binding, ChoiceStyle style, OptionSource source, boolean searchable)
            implements Field {}

    /** {@code multiple} is "true", "false" or "=feel". */
    record FilePicker(
            Common common, Binding binding, @Nullable String accept, String multiple) implements Field {}

    /** Computed on the server, never written by a reader. */
    record Expression(
            Common common, Binding binding, @Nullable String expression) implements Field {

        @Override
        public boolean writable() {
            return false;
        }
    }

    /** {@code path} is empty for a group that only looks like one. */
    record Group(Common common, String path, boolean showOutline, List<Component> components) implements Container {}

    record DynamicList(
            Common common,
            String path,
            boolean showOutline,
            boolean allowAddRemove,
            int defaultRepetitions,
            List<Component> components)
            implements Container {}

    record Text(Common common, String text) implements Display {}

    record Html(Common common, String content) implements Display {}

    record Image(
            Common common,
            @Nullable String source,
            @Nullable String alt) implements Display {}

    record Table(
            Common common,
            @Nullable String dataSource,
            List<Column> columns,
            @Nullable String columnsExpression,
            int rowCount)
            implements Display {}

    record Button(Common common, String action) implements Display {}

    record Spacer(Common common) implements Display {}

    record Separator(Common common) implements Display {}

    /** Known to form-js but never shown here: a frame, a document preview. Such a form cannot be published. */
    record Unsupported(Common common) implements Display {}
}
