package io.handsel.tasklist;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.UserTask;
import io.handsel.security.Actor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The situation in which somebody decides.
 *
 * @param answers all checked answers by field key, also those a designer added that no Java knows
 */
public record TaskContext(UserTask task, BusinessKey key, Actor actor, Map<String, @Nullable Object> answers) {

    public TaskContext {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
