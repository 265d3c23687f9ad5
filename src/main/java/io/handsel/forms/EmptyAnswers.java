package io.handsel.forms;

import io.handsel.forms.Component.Checkbox;
import io.handsel.forms.Component.Choice;
import io.handsel.forms.Component.DynamicList;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.Group;
import io.handsel.forms.Component.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a field holds before anybody has answered. */
final class EmptyAnswers {

    private EmptyAnswers() {}

    static Map<String, @Nullable Object> of(List<Component> components) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        put(components, answers);
        return answers;
    }

    private static void put(List<Component> components, Map<String, @Nullable Object> answers) {
        for (Component component : components) {
            if (component instanceof Field field) {
                JsonData.put(answers, field.key(), of(field));
            } else if (component instanceof Group group) {
                put(group.components(), JsonData.section(answers, group.path()));
            } else if (component instanceof DynamicList list) {
                JsonData.put(answers, list.path(), new ArrayList<>());
            }
        }
    }

    static @Nullable Object of(Field field) {
        if (field instanceof TextField) {
            return "";
        }
        if (field instanceof Checkbox) {
            return false;
        }
        return field instanceof Choice choice && choice.style().several() ? new ArrayList<>() : null;
    }
}
