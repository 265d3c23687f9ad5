package io.handsel.forms;

import io.handsel.forms.SchemaFinding.Weight;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A piece of a schema and where it stands: hands out what it holds, and notes what is wrong with it.
 *
 * @param at the JSON pointer of this piece
 */
record SchemaNode(JsonNode json, String at, List<SchemaFinding> findings) {

    SchemaNode child(String name) {
        return new SchemaNode(json.path(name), at + "/" + name, findings);
    }

    @Nullable
    String text(String name) {
        JsonNode found = json.path(name);
        return found.isMissingNode() || found.isNull() || found.isContainer() ? null : found.asString();
    }

    String text(String name, String otherwise) {
        String found = text(name);
        return found == null ? otherwise : found;
    }

    @Nullable
    String feel(String name) {
        return expression(text(name));
    }

    /** The expression without its "=", or null for none. */
    static @Nullable String expression(@Nullable String text) {
        if (text == null || text.isBlank() || text.strip().equals("=")) {
            return null;
        }
        return text.startsWith("=") ? text.substring(1) : text;
    }

    boolean is(String name, boolean otherwise) {
        return json.path(name).asBoolean(otherwise);
    }

    int whole(String name, int otherwise) {
        return json.path(name).asInt(otherwise);
    }

    @Nullable
    Integer whole(String name) {
        return json.path(name).isIntegralNumber() ? json.path(name).asInt() : null;
    }

    @Nullable
    BigDecimal decimal(String name) {
        String found = text(name);
        if (found == null || found.isBlank()) {
            return null;
        }
        BigDecimal number = NumberText.exact(found);
        if (number == null) {
            child(name).unreadable("not a number: " + found);
        }
        return number;
    }

    /** A limit is a number as text or an expression. */
    @Nullable
    String limit(String name) {
        String found = text(name);
        return found == null || found.isBlank() || found.equals("=") ? null : found;
    }

    /** A property a designer adds is a text, "true" as well. */
    boolean flag(String name) {
        return "true".equals(text(name));
    }

    @Nullable
    String matching(String name, Pattern allowed) {
        String found = text(name);
        if (found == null || allowed.matcher(found).matches()) {
            return found;
        }
        child(name).refused("\"" + found + "\" is not allowed here");
        return null;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String name, E otherwise) {
        String found = text(name);
        if (found == null) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, found.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            child(name)
                    .unreadable("\"" + found + "\" is none of "
                            + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
            return otherwise;
        }
    }

    /** What it is itself, as an answer. */
    @Nullable
    Object answer() {
        return json.isMissingNode() || json.isNull()
                ? null
                : JsonData.plain(SchemaParser.JSON.treeToValue(json, Object.class));
    }

    /** Warns of every property the server would pass over. */
    void allowOnly(Set<String> known, String owner) {
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                child(name).warning("unknown property of " + owner);
            }
        }
    }

    void unreadable(String message) {
        findings.add(new SchemaFinding(Weight.UNREADABLE, at, message));
    }

    void refused(String message) {
        findings.add(new SchemaFinding(Weight.REFUSED, at, message));
    }

    void warning(String message) {
        findings.add(new SchemaFinding(Weight.WARNING, at, message));
    }
}
