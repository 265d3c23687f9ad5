package io.handsel.forms;

import java.util.Map;
import java.util.Set;

/** What the server understands of a schema: the only list of its sort. */
final class KnownProperties {

    static final Set<String> OF_FORM = Set.of(
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

    /** By kind of component. */
    static final Map<String, Set<String>> OF_COMPONENT = Map.ofEntries(
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

    /** By the property of a component that holds them. */
    static final Map<String, Set<String>> INSIDE = Map.of(
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

    private KnownProperties() {}

    private static Map.Entry<String, Set<String>> kind(String type, String properties) {
        return Map.entry(type, Set.of(properties.split(" ")));
    }
}
