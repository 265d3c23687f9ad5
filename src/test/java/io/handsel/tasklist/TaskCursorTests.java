package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskCursorTests {

    @Test
    void is_read_as_it_was_written() {
        var cursor = new TaskCursor(TaskReadModel.NEVER, Instant.parse("2026-03-02T08:00:00Z"), "task-7", true);

        assertThat(TaskCursor.read(cursor.written())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a Thursday 2026-03-02T08:00:00Z task-7",
                "a +1000000000-12-31T23:59:59Z 2026-03-02T08:00:00Z task-7",
                "a 2026-03-02T08:00:00Z -1000000000-01-01T00:00:00Z task-7",
                "a 2026-03-02T08:00:00Z 2026-03-02T08:00:00Z task\0"
            })
    void what_is_no_place_in_the_list_is_its_beginning(String text) {
        assertThat(TaskCursor.read(Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }
}
