package io.handsel.forms;

import io.handsel.forms.Component.Container;
import io.handsel.forms.Component.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form as data: what a designer drew, read once and used for rendering, conditions, checks and mapping alike. */
public record FormSchema(
        @Nullable String id,
        int schemaVersion,
        @Nullable String versionTag,
        List<Component> components,
        List<SchemaFinding> findings,
        @Nullable Set<String> editable) {

    /** The newest form-js schema version this reading was written against (form-js 1.23). */
    public static final int NEWEST_VERSION = 19;

    public FormSchema {
        components = List.copyOf(components);
        findings = List.copyOf(findings);
        editable = editable == null ? null : Set.copyOf(editable);
    }

    FormSchema(
            @Nullable String id,
            int schemaVersion,
            @Nullable String versionTag,
            List<Component> components,
            List<SchemaFinding> findings) {
        this(id, schemaVersion, versionTag, components, findings, null);
    }

    /** A form that asks nothing: for a task that only waits to be done. */
    public static FormSchema empty() {
        return new FormSchema(null, NEWEST_VERSION, null, List.of(), List.of());
    }

    /** The same form with every field but these read-only: for somebody who is asked to mend only a part. */
    public FormSchema onlyEditable(Set<String> keys) {
        return new FormSchema(id, schemaVersion, versionTag, components, findings, keys);
    }

    boolean locks(Field field) {
        return editable != null && !editable.contains(field.key());
    }

    /** Whether the publish gate lets this form through; a form that was deployed before may still be shown. */
    public boolean publishable() {
        return findings.stream().noneMatch(SchemaFinding::refuses);
    }

    /** The names under which answers arrive: the first segment of each key or path. */
    public Set<String> answerKeys() {
        Set<String> keys = new LinkedHashSet<>();
        collect(components, keys);
        return keys;
    }

    private static void collect(List<Component> components, Set<String> keys) {
        for (Component component : components) {
            if (component instanceof Field field && !field.binding().disabled()) {
                keys.add(field.key().split("\\.", 2)[0]);
            } else if (component instanceof Container container) {
                if (container.path().isEmpty()) {
                    collect(container.components(), keys);
                } else {
                    keys.add(container.path().split("\\.", 2)[0]);
                }
            }
        }
    }
}
