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
import java.util.ArrayList;
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

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");
    private static final Pattern FEEL_NAME = Pattern.compile("\\w+(\\.\\w+)*");
    private static final Pattern WORDS = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");
    private static final Pattern AUTOCOMPLETE = Pattern.compile("[a-z0-9-]+( [a-z0-9-]+)*");

    private final JsonNode json;
    private final List<SchemaFinding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int count;

    SchemaReading(JsonNode json) {
        this.json = json;
    }

    FormSchema schema(ExpressionChecks checks) {
        var root = new SchemaNode(json, "", findings);
        if (!"default".equals(root.text("type"))) {
            root.child("type").unreadable("must be \"default\"; is this a form-js schema?");
        }
        if (!json.path("components").isArray()) {
            root.child("components").unreadable("missing");
        }
        root.allowOnly(KnownProperties.OF_FORM, "form");
        if (root.text("id") == null) {
            root.child("id").refused("missing; the engine finds a form by it");
        }
        int version = root.whole("schemaVersion", 1);
        if (version > FormSchema.NEWEST_VERSION) {
            root.child("schemaVersion")
                    .unreadable(
                            version + " is newer than " + FormSchema.NEWEST_VERSION + ", the newest this server knows");
        }
        List<Component> components = children(root, new HashMap<>(), "", 0);
        findings.addAll(checks.findings(json, components));
        return new FormSchema(root.text("id"), version, root.text("versionTag"), components, findings);
    }

    private List<Component> children(SchemaNode parent, Map<String, String> claimed, String prefix, int depth) {
        List<Component> components = new ArrayList<>();
        if (depth > DEEPEST) {
            parent.unreadable("nested more than " + DEEPEST + " deep");
            return components;
        }
        int index = 0;
        for (JsonNode child : parent.json().path("components")) {
            var node = new SchemaNode(child, parent.at() + "/components/" + index++, findings);
            Component component = component(node, claimed, prefix, depth);
            if (component != null) {
                components.add(component);
            }
        }
        return List.copyOf(components);
    }

    private @Nullable Component component(SchemaNode node, Map<String, String> claimed, String prefix, int depth) {
        String type = node.text("type");
        Set<String> known = type == null ? null : KnownProperties.OF_COMPONENT.get(type);
        if (type == null || known == null) {
            node.child("type")
                    .unreadable("unknown component \"" + type + "\"; known are "
                            + new TreeSet<>(KnownProperties.OF_COMPONENT.keySet()));
            return null;
        }
        if (++count > MOST_COMPONENTS) {
            if (count == MOST_COMPONENTS + 1) {
                node.unreadable("more than " + MOST_COMPONENTS + " components");
            }
            return null;
        }
        node.allowOnly(known, type);
        KnownProperties.INSIDE.forEach((name, allowed) -> node.child(name).allowOnly(allowed, name));
        Common common = common(node, type);
        return switch (type) {
            case "textfield", "textarea" ->
                new TextField(common, binding(node, claimed, prefix), adorners(node), type.equals("textarea"));
            case "number" ->
                new NumberField(
                        common,
                        binding(node, claimed, prefix),
                        adorners(node),
                        node.whole("decimalDigits"),
                        node.decimal("increment"),
                        node.is("serializeToString", false));
            case "datetime" -> dateTime(common, binding(node, claimed, prefix), node);
            case "checkbox" -> new Checkbox(common, binding(node, claimed, prefix));
            case "radio", "select", "checklist", "taglist" ->
                new Choice(
                        common,
                        binding(node, claimed, prefix),
                        ChoiceStyle.valueOf(type.toUpperCase(Locale.ROOT)),
                        options(node),
                        node.is("searchable", false));
            case "filepicker" ->
                new FilePicker(
                        common, binding(node, claimed, prefix), node.text("accept"), node.text("multiple", "false"));
            case "expression" -> new Expression(common, binding(node, claimed, prefix), node.feel("expression"));
            case "group" -> {
                String path = path(node, node.text("path", ""));
                yield new Group(
                        common,
                        path,
                        node.is("showOutline", true),
                        children(node, claimed, JsonData.joined(prefix, path), depth + 1));
            }
            case "dynamiclist" -> {
                String path = path(node, node.text("path", common.id()));
                claim(JsonData.joined(prefix, path), node.child("path"), claimed);
                yield new DynamicList(
                        common,
                        path,
                        node.is("showOutline", true),
                        node.is("isRepeating", true) && node.is("allowAddRemove", true),
                        repetitions(node),
                        children(node, new HashMap<>(), "", depth + 1));
            }
            case "text" -> new Text(common, node.text("text", ""));
            case "html" -> new Html(common, node.text("content", ""));
            case "image" -> new Image(common, node.text("source"), node.text("alt"));
            case "table" -> table(common, node);
            case "button" -> button(common, node);
            case "spacer" -> new Spacer(common);
            case "separator" -> new Separator(common);
            default -> {
                node.child("type").refused("\"" + type + "\" cannot be shown by this server; remove it");
                yield new Unsupported(common);
            }
        };
    }

    private Common common(SchemaNode node, String type) {
        String id = node.text("id", "Field_" + type + count);
        if (!ids.add(id)) {
            node.child("id").unreadable("duplicate id \"" + id + "\"");
        }
        var layout = node.child("layout");
        Integer columns = layout.whole("columns");
        if (columns != null && (columns < 1 || columns > 16)) {
            layout.child("columns").warning("a line has 16 columns");
            columns = null;
        }
        var extras = node.child("properties");
        return new Common(
                id,
                type,
                node.text("label"),
                node.child("conditional").feel("hide"),
                new Layout(layout.text("row"), columns),
                new Extras(
                        extras.matching("autocomplete", AUTOCOMPLETE),
                        extras.flag("account-check"),
                        extras.text("help"),
                        extras.matching("words", WORDS)));
    }

    private Binding binding(SchemaNode node, Map<String, String> claimed, String prefix) {
        var named = node.child("key");
        String key = node.text("key");
        if (key == null || !KEY.matcher(key).matches()) {
            named.unreadable(
                    key == null ? "missing" : "\"" + key + "\" may have letters, digits, \"_\", \"-\" and \".\" only");
            key = "unreadable" + count;
        } else if (!FEEL_NAME.matcher(key).matches()) {
            named.warning("\"" + key + "\" can only be used as `" + key + "` in FEEL");
        }
        reserved(key, named);
        claim(JsonData.joined(prefix, key), named, claimed);
        if (node.json().path("disabled").isString()) {
            node.child("disabled").refused("must be true or false, not a text; a condition belongs to \"readonly\"");
        }
        return new Binding(
                key,
                node.text("description"),
                node.child("defaultValue").answer(),
                node.is("disabled", false),
                node.text("readonly", "false"),
                validation(node.child("validate")));
    }

    private static Validation validation(SchemaNode node) {
        if (!node.json().isObject()) {
            return Validation.NONE;
        }
        String pattern = node.text("pattern");
        if (pattern != null && !pattern.isEmpty()) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException invalid) {
                node.child("pattern").refused("not a regular expression: " + invalid.getDescription());
            }
        }
        return new Validation(
                node.is("required", false),
                node.limit("min"),
                node.limit("max"),
                node.limit("minLength"),
                node.limit("maxLength"),
                pattern == null || pattern.isEmpty() ? null : pattern,
                node.text("patternErrorMessage"),
                node.text("validationType"));
    }

    private static Adorners adorners(SchemaNode node) {
        var appearance = node.child("appearance");
        return new Adorners(appearance.text("prefixAdorner"), appearance.text("suffixAdorner"));
    }

    private static DateTimeField dateTime(Common common, Binding binding, SchemaNode node) {
        int interval = node.whole("timeInterval", 15);
        return new DateTimeField(
                common,
                binding,
                node.oneOf(DateSubtype.class, "subtype", DateSubtype.DATE),
                node.text("dateLabel"),
                node.text("timeLabel"),
                List.of(1, 5, 10, 15, 30, 60).contains(interval) ? interval : 15,
                node.is("disallowPassedDates", false),
                node.oneOf(TimeFormat.class, "timeSerializingFormat", TimeFormat.NO_TIMEZONE));
    }

    private static OptionSource options(SchemaNode node) {
        List<Option> listed = new ArrayList<>();
        for (JsonNode json : node.json().path("values")) {
            var option = new SchemaNode(json, node.at() + "/values", node.findings());
            Object answer = (json.isObject() ? option.child("value") : option).answer();
            listed.add(new Option(option.text("label", ""), answer));
        }
        boolean lists = node.json().has("values");
        String key = node.text("valuesKey");
        String expression = node.feel("valuesExpression");
        if (!lists && key == null && expression == null) {
            node.unreadable("no source of options: values, valuesKey or valuesExpression");
        }
        return new OptionSource(lists ? List.copyOf(listed) : null, key, expression);
    }

    private static Table table(Common common, SchemaNode node) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode json : node.json().path("columns")) {
            var column = new SchemaNode(json, node.at() + "/columns", node.findings());
            String key = column.text("key", "");
            columns.add(new Column(column.text("label", key), key));
        }
        String expression = node.feel("columnsExpression");
        if (columns.isEmpty() && expression == null) {
            node.child("columns").refused("a table needs columns");
        }
        Integer rowCount = node.whole("rowCount");
        return new Table(
                common,
                node.feel("dataSource"),
                List.copyOf(columns),
                expression,
                rowCount == null || rowCount < 1 ? 10 : rowCount);
    }

    private static Button button(Common common, SchemaNode node) {
        String action = node.text("action", "submit");
        if (!action.equals("submit") && !action.equals("reset")) {
            node.child("action").refused("must be submit or reset");
        }
        return new Button(common, action.equals("reset") ? "reset" : "submit");
    }

    private static int repetitions(SchemaNode node) {
        int repetitions = node.whole("defaultRepetitions", 1);
        if (repetitions < 0 || repetitions > MOST_REPETITIONS) {
            node.child("defaultRepetitions").refused("must be between 0 and " + MOST_REPETITIONS);
        }
        return Math.max(0, Math.min(repetitions, MOST_REPETITIONS));
    }

    private static String path(SchemaNode node, String path) {
        var named = node.child("path");
        if (!path.isEmpty() && !KEY.matcher(path).matches()) {
            named.unreadable("\"" + path + "\" may have letters, digits, \"_\", \"-\" and \".\" only");
            return "";
        }
        reserved(path, named);
        return path;
    }

    private static void reserved(String key, SchemaNode named) {
        if (List.of(key.split("\\.")).contains(Answers.ORIGIN)) {
            named.unreadable("\"" + Answers.ORIGIN + "\" is used by the server itself");
        }
    }

    /** Two components must not write the same answer, nor one inside another's. */
    private static void claim(String path, SchemaNode named, Map<String, String> claimed) {
        claimed.forEach((other, where) -> {
            if (other.equals(path) || other.startsWith(path + ".") || path.startsWith(other + ".")) {
                named.unreadable("\"" + path + "\" collides with \"" + other + "\" at " + where);
            }
        });
        claimed.put(path, named.at());
    }
}
