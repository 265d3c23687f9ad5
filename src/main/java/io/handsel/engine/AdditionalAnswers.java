package io.handsel.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers of a case that no Java knows, as a process carries them: JSON text in the variable {@code answers}.
 * Expressions and tables read them as {@code answers.colour}. Only what can steer a process is carried: flags, numbers,
 * short texts and lists of them; long texts stay where the case keeps them.
 */
public final class AdditionalAnswers {

    public static final String VARIABLE = "answers";

    /** The engine's column holds 4,000 characters. */
    private static final int LONGEST = 4_000;

    private static final int LONGEST_TEXT = 200;
    private static final TypeReference<Map<String, @Nullable Object>> BY_NAME = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AdditionalAnswers() {}

    /** What the process knows so far with these answers added. */
    public static Facts added(Facts known, Map<String, ? extends @Nullable Object> fresh) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(read(known.get(VARIABLE)));
        fresh.forEach((name, answer) -> {
            if (steers(answer)) {
                all.put(name, answer);
            }
        });
        var text = JSON.writeValueAsString(all);
        while (text.length() > LONGEST) {
            all.remove(all.keySet().iterator().next());
            text = JSON.writeValueAsString(all);
        }
        return Facts.of(VARIABLE, text);
    }

    /** The answers behind a variable's value; none where it is something else. */
    public static Map<String, @Nullable Object> read(@Nullable Object variable) {
        if (!(variable instanceof String text)) {
            return Map.of();
        }
        try {
            return JSON.readValue(text, BY_NAME);
        } catch (JacksonException noAnswers) {
            return Map.of();
        }
    }

    private static boolean steers(@Nullable Object answer) {
        return answer == null
                || answer instanceof Boolean
                || answer instanceof Number
                || answer instanceof String text && text.length() <= LONGEST_TEXT
                || answer instanceof List<?> list && list.stream().allMatch(AdditionalAnswers::steers);
    }
}
