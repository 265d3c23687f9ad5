package io.handsel.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees at one place of the form: all data by name, and {@code this}, {@code parent} and {@code i} of
 * the row. Data cannot hide the same three with underscores around them.
 */
record Scope(
        Map<String, @Nullable Object> data,
        Map<String, @Nullable Object> self,
        @Nullable Map<String, Object> parent,
        List<Integer> indexes) {

    static Scope root(Map<String, @Nullable Object> data) {
        return new Scope(data, data, null, List.of());
    }

    Scope row(Map<String, @Nullable Object> row, int index) {
        List<Integer> within = new ArrayList<>(indexes);
        within.add(index + 1);
        return new Scope(data, row, new Scope(self, self, parent, indexes).context(), within);
    }

    Map<String, Object> context() {
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("this", self);
        own.put("parent", parent);
        own.put("i", indexes);
        Map<String, Object> context = new HashMap<>(own);
        context.putAll(data);
        own.forEach((name, entry) -> context.put("_" + name + "_", entry));
        return context;
    }
}
