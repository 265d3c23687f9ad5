package io.handsel.deals;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why the protection should last longer; components like the fields of {@code request-extension.form}. */
public record RequestExtension(String reason, LocalDate expectedClose) {

    /** What a program's own form asks beyond the reason goes to the reviewer with it. */
    public RequestExtension with(Map<String, @Nullable Object> answers) {
        var all = new StringBuilder(reason.strip());
        answers.forEach((field, answer) -> {
            if (answer != null) {
                all.append('\n').append(field).append(": ").append(answer);
            }
        });
        return new RequestExtension(all.toString(), expectedClose);
    }
}
