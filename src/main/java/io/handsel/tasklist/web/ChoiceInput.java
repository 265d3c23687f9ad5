package io.handsel.tasklist.web;

import io.handsel.forms.FormInput;
import io.handsel.tasklist.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a browser would have sent, had the reader answered as a {@link Choice} does. */
final class ChoiceInput {

    private ChoiceInput() {}

    static FormInput filled(FormInput sent, Choice choice) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(sent.parameters());
        choice.answers().forEach((field, answer) -> {
            parameters.put(field, List.of(answer));
            parameters.put(field + ":shown", List.of("1"));
        });
        return new FormInput(parameters, sent.files());
    }
}
