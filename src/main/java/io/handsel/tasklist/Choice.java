package io.handsel.tasklist;

import java.util.Map;

/**
 * A ready-made answer to a task, such as "Approve".
 *
 * @param name what the button sends, such as {@code approve}
 * @param label message key of the button's text
 * @param key the single key that presses it: {@code a}
 * @param answers the form's answers it stands for, by field key, as the browser would send them
 */
public record Choice(String name, String label, char key, Map<String, String> answers) {

    public Choice {
        answers = Map.copyOf(answers);
    }
}
