package io.handsel.onboarding;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers of a form as the columns of this module keep them. */
final class KeptAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptAnswers() {}

    static String write(Map<String, @Nullable Object> answers) {
        return JSON.writeValueAsString(answers);
    }

    static Map<String, @Nullable Object> read(String text) {
        return JSON.readValue(text, new TypeReference<Map<String, @Nullable Object>>() {});
    }
}
