package io.handsel.forms;

import io.handsel.forms.Component.Adorners;
import io.handsel.forms.Component.Binding;
import io.handsel.forms.Component.Button;
import io.handsel.forms.Component.Checkbox;
import io.handsel.forms.Component.Choice;
import io.handsel.forms.Component.ChoiceStyle;
import io.handsel.forms.Component.Column;
import io.handsel.forms.Component.Common;
import io.handsel.forms.Component.DateSubtype;
import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.DynamicList;
import io.handsel.forms.Component.Expression;
import io.handsel.forms.Component.Extras;
import io.handsel.forms.Component.FilePicker;
import io.handsel.forms.Component.Group;
import io.handsel.forms.Component.Html;
import io.handsel.forms.Component.Image;
import io.handsel.forms.Component.Layout;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.Option;
import io.handsel.forms.Component.OptionSource;
import io.handsel.forms.Component.Separator;
import io.handsel.forms.Component.Spacer;
import io.handsel.forms.Component.Table;
import io.handsel.forms.Component.Text;
import io.handsel.forms.Component.TextField;
import io.handsel.forms.Component.TimeFormat;
import io.handsel.forms.Component.Unsupported;
import io.handsel.forms.Component.Validation;
import io.handsel.forms.SchemaFinding.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One reading of one schema: collects every finding instead of stopping at the first. */
final class SchemaReading {

    private static final int MOST_COMPONENTS = 500;
    private static final int DEEPEST = 12;
    private static final int MOST_REPETITIONS = 50;

    private static final Set<String> ROOT = Set.of(
            "type",
            "id",
            "components",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "versionTag",
            "exporter",
            "$schema");
    private static final String ANY = "type id label conditional layout properties";
    private static final String FIELD = ANY + " key description defaultValue disabled readonly validate";
    private static final String CHOICE = FIELD + " values valuesKey valuesExpression";
    private static final String BOX = ANY + " path showOutline verticalAlignment components";

    /** What the server understands, by kind of component: the only list of its sort. */
    private static final Map<String, Set<String>> PROPERTIES = Map.ofEntries(
            kind("textfield", FIELD + " appearance"),
            kind("textarea", FIELD),
            kind("number", FIELD + " appearance decimalDigits increment serializeToString"),
            kind(
                    "datetime",
                    FIELD + " subtype dateLabel timeLabel use24h timeInterval timeSerializingFormat"
                            + " disallowPassedDates"),
            kind("checkbox", FIELD),
            kind("radio", CHOICE),
            kind("checklist", CHOICE),
            kind("taglist", CHOICE),
            kind("select", CHOICE + " searchable"),
            kind("filepicker", FIELD + " accept multiple"),
            kind("expression", FIELD + " expression computeOn"),
            kind("group", BOX),
            kind(
                    "dynamiclist",
                    BOX + " isRepeating allowAddRemove defaultRepetitions disableCollapse nonCollapsedItems"),
            kind("text", ANY + " text strict"),
            kind("html", ANY + " content strict"),
            kind("image", ANY + " source alt"),
            kind("table", ANY + " dataSource columns columnsExpression rowCount"),
            kind("button", ANY + " action key"),
            kind("spacer", ANY + " height"),
            kind("separator", ANY),
            kind("iframe", ANY + " url height security"),
            kind("documentPreview", ANY + " title dataSource maxHeight"));

    private static final Map<String, Set<String>> NESTED = Map.of(
            "validate",
            Set.of(
                    "required",
                    "min",
                    "max",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "patternErrorMessage",
                    "validationType"),
            "layout",
            Set.of("row", "columns"),
            "conditional",
            Set.of("hide"),
            "appearance",
            Set.of("prefixAdorner", "suffixAdorner"),
            "properties",
            Set.of("autocomplete", "account-check", "help", "words"));

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");
    private static final Pattern FEEL_NAME = Pattern.compile("\\w+(\\.\\w+)*");
    private static final Pattern WORDS = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");
    private static final Pattern AUTOCOMPLETE = Pattern.compile("[a-z0-9-]+( [a-z0-9-]+)*");

    private final JsonNode root;
    private final List<SchemaFinding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int count;

    SchemaReading(JsonNode root) {
        this.root = root;
    }

    FormSchema schema(ExpressionChecks checks) {
        if (!"default".equals(text(root, "type"))) {
            unreadable("/type", "must be \"default\"; is this a form-js schema?");
        }
        if (!root.path("components").isArray()) {
            unreadable("/components", "missing");
        }
        unknown(root, "", ROOT, "form");
        if (text(root, "id") == null) {
            refused("/id", "missing; the engine finds a form by it");
        }
        int version = root.path("schemaVersion").asInt(1);
        if (version > FormSchema.NEWEST_VERSION) {
            unreadable(
                    "/schemaVersion",
                    version + " is newer than " + FormSchema.NEWEST_VERSION + ", the newest this server knows");
        }
        List<Component> components = children(root, "", new HashMap<>(), "", 0);
        findings.addAll(checks.findings(root, components));
        return new FormSchema(text(root, "id"), version, text(root, "versionTag"), components, findings);
    }

    private List<Component> children(
            JsonNode parent, String at, Map<String, String> claimed, String prefix, int depth) {
        List<Component> components = new ArrayList<>();
        if (depth > DEEPEST) {
            unreadable(at, "nested more than " + DEEPEST + " deep");
            return components;
        }
        int index = 0;
        for (JsonNode node : parent.path("components")) {
            Component component = component(node, at + "/components/" + index++, claimed, prefix, depth);
            if (component != null) {
                components.add(component);
            }
        }
        return List.copyOf(components);
    }

    private @Nullable Component component(
            JsonNode node, String at, Map<String, String> claimed, String prefix, int depth) {
        String type = text(node, "type");
        Set<String> known = type == null ? null : PROPERTIES.get(type);
        if (type == null || known == null) {
            unreadable(
                    at + "/type",
                    "unknown component \"" + type + "\"; known are " + new TreeSet<>(PROPERTIES.keySet()));
            return null;
        }
        if (++count > MOST_COMPONENTS) {
            if (count == MOST_COMPONENTS + 1) {
                unreadable(at, "more than " + MOST_COMPONENTS + " components");
            }
            return null;
        }
        unknown(node, at, known, type);
        NESTED.forEach((name, allowed) -> unknown(node.path(name), at + "/" + name, allowed, name));
        Common common = common(node, type, at);
        return switch (type) {
            case "textfield", "textarea" ->
                new TextField(common, binding(node, at, claimed, prefix), adorners(node), type.equals("textarea"));
            case "number" ->
                new NumberField(
                        common,
                        binding(node, at, claimed, prefix),
                        adorners(node),
                        whole(node, "decimalDigits"),
                        decimal(node, "increment", at),
                        node.path("serializeToString").asBoolean(false));
            case "datetime" -> dateTime(common, binding(node, at, claimed, prefix), node, at);
            case "checkbox" -> new Checkbox(common, binding(node, at, claimed, prefix));
            case "radio", "select", "checklist", "taglist" ->
                new Choice(
                        common,
                        binding(node, at, claimed, prefix),
                        ChoiceStyle.valueOf(type.toUpperCase(Locale.ROOT)),
                        options(node, at),
                        node.path("searchable").asBoolean(false));
            case "filepicker" ->
                new FilePicker(
                        common,
                        binding(node, at, claimed, prefix),
                        text(node, "accept"),
                        or(text(node, "multiple"), "false"));
            case "expression" ->
                new Expression(common, binding(node, at, claimed, prefix), feel(text(node, "expression")));
            case "group" -> {
                String path = path(node, at, or(text(node, "path"), ""));
                yield new Group(
                        common,
                        path,
                        node.path("showOutline").asBoolean(true),
                        children(node, at, claimed, joined(prefix, path), depth + 1));
            }
            case "dynamiclist" -> {
                String path = path(node, at, or(text(node, "path"), common.id()));
                claim(joined(prefix, path), at + "/path", claimed);
                yield new DynamicList(
                        common,
                        path,
                        node.path("showOutline").asBoolean(true),
                        node.path("isRepeating").asBoolean(true)
                                && node.path("allowAddRemove").asBoolean(true),
                        repetitions(node, at),
                        children(node, at, new HashMap<>(), "", depth + 1));
            }
            case "text" -> new Text(common, or(text(node, "text"), ""));
            case "html" -> new Html(common, or(text(node, "content"), ""));
            case "image" -> new Image(common, text(node, "source"), text(node, "alt"));
            case "table" -> table(common, node, at);
            case "button" -> button(common, node, at);
            case "spacer" -> new Spacer(common);
            case "separator" -> new Separator(common);
            default -> {
                refused(at + "/type", "\"" + type + "\" cannot be shown by this server; remove it");
                yield new Unsupported(common);
            }
        };
    }

    private Common common(JsonNode node, String type, String at) {
        String id = or(text(node, "id"), "Field_" + type + count);
        if (!ids.add(id)) {
            unreadable(at + "/id", "duplicate id \"" + id + "\"");
        }
        JsonNode layout = node.path("layout");
        Integer columns = whole(layout, "columns");
        if (columns != null && (columns < 1 || columns > 16)) {
            warning(at + "/layout/columns", "a line has 16 columns");
            columns = null;
        }
        JsonNode extras = node.path("properties");
        return new Common(
                id,
                type,
                text(node, "label"),
                feel(text(node.path("conditional"), "hide")),
                new Layout(text(layout, "row"), columns),
                new Extras(
                        matching(extras, "autocomplete", AUTOCOMPLETE, at),
                        flag(extras, "account-check"),
                        text(extras, "help"),
                        matching(extras, "words", WORDS, at)));
    }

    private Binding binding(JsonNode node, String at, Map<String, String> claimed, String prefix) {
        String key = text(node, "key");
        if (key == null || !KEY.matcher(key).matches()) {
            unreadable(
                    at + "/key",
                    key == null ? "missing" : "\"" + key + "\" may have letters, digits, \"_\", \"-\" and \".\" only");
            key = "unreadable" + count;
        } else if (!FEEL_NAME.matcher(key).matches()) {
            warning(at + "/key", "\"" + key + "\" can only be used as `" + key + "` in FEEL");
        }
        reserved(key, at + "/key");
        claim(joined(prefix, key), at + "/key", claimed);
        JsonNode disabled = node.path("disabled");
        if (disabled.isString()) {
            refused(at + "/disabled", "must be true or false, not a text; a condition belongs to \"readonly\"");
        }
        return new Binding(
                key,
                text(node, "description"),
                value(node.path("defaultValue")),
                disabled.asBoolean(false),
                or(text(node, "readonly"), "false"),
                validation(node.path("validate"), at + "/validate"));
    }

    private Validation validation(JsonNode node, String at) {
        if (!node.isObject()) {
            return Validation.NONE;
        }
        String pattern = text(node, "pattern");
        if (pattern != null && !pattern.isEmpty()) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException invalid) {
                refused(at + "/pattern", "not a regular expression: " + invalid.getDescription());
            }
        }
        return new Validation(
                node.path("required").asBoolean(false),
                limit(node, "min"),
                limit(node, "max"),
                limit(node, "minLength"),
                limit(node, "maxLength"),
                pattern == null || pattern.isEmpty() ? null : pattern,
                text(node, "patternErrorMessage"),
                text(node, "validationType"));
    }

    private DateTimeField dateTime(Common common, Binding binding, JsonNode node, String at) {
        int interval = node.path("timeInterval").asInt(15);
        return new DateTimeField(
                common,
                binding,
                oneOf(DateSubtype.class, node, "subtype", DateSubtype.DATE, at),
                text(node, "dateLabel"),
                text(node, "timeLabel"),
                List.of(1, 5, 10, 15, 30, 60).contains(interval) ? interval : 15,
                node.path("disallowPassedDates").asBoolean(false),
                oneOf(TimeFormat.class, node, "timeSerializingFormat", TimeFormat.NO_TIMEZONE, at));
    }

    private OptionSource options(JsonNode node, String at) {
        List<Option> listed = new ArrayList<>();
        for (JsonNode option : node.path("values")) {
            Object answer = value(option.isObject() ? option.path("value") : option);
            listed.add(new Option(or(text(option, "label"), ""), answer));
        }
        String key = text(node, "valuesKey");
        String expression = feel(text(node, "valuesExpression"));
        if (!node.has("values") && key == null && expression == null) {
            unreadable(at, "no source of options: values, valuesKey or valuesExpression");
        }
        return new OptionSource(node.has("values") ? List.copyOf(listed) : null, key, expression);
    }

    private Table table(Common common, JsonNode node, String at) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("columns")) {
            String key = or(text(column, "key"), "");
            columns.add(new Column(or(text(column, "label"), key), key));
        }
        String expression = feel(text(node, "columnsExpression"));
        if (columns.isEmpty() && expression == null) {
            refused(at + "/columns", "a table needs columns");
        }
        Integer rowCount = whole(node, "rowCount");
        return new Table(
                common,
                feel(text(node, "dataSource")),
                List.copyOf(columns),
                expression,
                rowCount == null || rowCount < 1 ? 10 : rowCount);
    }

    private Button button(Common common, JsonNode node, String at) {
        String action = or(text(node, "action"), "submit");
        if (!action.equals("submit") && !action.equals("reset")) {
            refused(at + "/action", "must be submit or reset");
        }
        return new Button(common, action.equals("reset") ? "reset" : "submit");
    }

    private int repetitions(JsonNode node, String at) {
        int repetitions = node.path("defaultRepetitions").asInt(1);
        if (repetitions < 0 || repetitions > MOST_REPETITIONS) {
            refused(at + "/defaultRepetitions", "must be between 0 and " + MOST_REPETITIONS);
        }
        return Math.max(0, Math.min(repetitions, MOST_REPETITIONS));
    }

    private String path(JsonNode node, String at, String path) {
        if (!path.isEmpty() && !KEY.matcher(path).matches()) {
            unreadable(at + "/path", "\"" + path + "\" may have letters, digits, \"_\", \"-\" and \".\" only");
            return "";
        }
        reserved(path, at + "/path");
        return path;
    }

    private void reserved(String key, String at) {
        if (List.of(key.split("\\.")).contains(Answers.ORIGIN)) {
            unreadable(at, "\"" + Answers.ORIGIN + "\" is used by the server itself");
        }
    }

    /** Two components must not write the same answer, nor one inside another's. */
    private void claim(String path, String at, Map<String, String> claimed) {
        claimed.forEach((other, where) -> {
            if (other.equals(path) || other.startsWith(path + ".") || path.startsWith(other + ".")) {
                unreadable(at, "\"" + path + "\" collides with \"" + other + "\" at " + where);
            }
        });
        claimed.put(path, at);
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, JsonNode node, String name, E otherwise, String at) {
        String found = text(node, name);
        if (found == null) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, found.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            unreadable(
                    at + "/" + name,
                    "\"" + found + "\" is none of "
                            + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
            return otherwise;
        }
    }

    private @Nullable BigDecimal decimal(JsonNode node, String name, String at) {
        String found = text(node, name);
        if (found == null || found.isBlank()) {
            return null;
        }
        BigDecimal number = NumberText.exact(found);
        if (number == null) {
            unreadable(at + "/" + name, "not a number: " + found);
        }
        return number;
    }

    private @Nullable String matching(JsonNode node, String name, Pattern allowed, String at) {
        String found = text(node, name);
        if (found == null || allowed.matcher(found).matches()) {
            return found;
        }
        refused(at + "/properties/" + name, "\"" + found + "\" is not allowed here");
        return null;
    }

    private void unknown(JsonNode node, String at, Set<String> known, String owner) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                warning(at + "/" + name, "unknown property of " + owner);
            }
        }
    }

    private static Adorners adorners(JsonNode node) {
        JsonNode appearance = node.path("appearance");
        return new Adorners(text(appearance, "prefixAdorner"), text(appearance, "suffixAdorner"));
    }

    private static @Nullable String limit(JsonNode node, String name) {
        String found = text(node, name);
        return found == null || found.isBlank() || found.equals("=") ? null : found;
    }

    private static @Nullable Integer whole(JsonNode node, String name) {
        return node.path(name).isIntegralNumber() ? node.path(name).asInt() : null;
    }

    private static boolean flag(JsonNode node, String name) {
        return "true".equals(text(node, name));
    }

    static @Nullable String text(JsonNode node, String name) {
        JsonNode found = node.path(name);
        return found.isMissingNode() || found.isNull() || found.isContainer() ? null : found.asString();
    }

    /** The expression without its "=", or null for none. */
    static @Nullable String feel(@Nullable String text) {
        if (text == null || text.isBlank() || text.strip().equals("=")) {
            return null;
        }
        return text.startsWith("=") ? text.substring(1) : text;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    static String joined(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + "." + second;
    }

    private static @Nullable Object value(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? null
                : JsonData.plain(SchemaParser.JSON.treeToValue(node, Object.class));
    }

    private void unreadable(String pointer, String message) {
        findings.add(new SchemaFinding(Weight.UNREADABLE, pointer, message));
    }

    private void refused(String pointer, String message) {
        findings.add(new SchemaFinding(Weight.REFUSED, pointer, message));
    }

    private void warning(String pointer, String message) {
        findings.add(new SchemaFinding(Weight.WARNING, pointer, message));
    }

    private static Map.Entry<String, Set<String>> kind(String type, String properties) {
        return Map.entry(type, Set.of(properties.split(" ")));
    }
}
