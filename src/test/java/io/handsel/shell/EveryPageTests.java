package io.handsel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryPageTests {

    private record Page(List<Integer> rows, @Nullable String next) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 10})
    void no_row_is_left_out(int rows) {
        assertThat(EveryPage.of(after -> page(after, rows), Page::rows, Page::next))
                .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
    }

    private static Page page(@Nullable String after, int rows) {
        var from = after == null ? 0 : Integer.parseInt(after);
        var to = Math.min(from + 3, rows);
        return new Page(IntStream.range(from, to).boxed().toList(), to < rows ? String.valueOf(to) : null);
    }
}
