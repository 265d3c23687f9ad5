package io.handsel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every template keeps to, and no reader of a page would notice at once. */
class TemplatesTests {

    private static final Pattern KEY = Pattern.compile("name=\"_once\" th:value=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[a-z](?:[^\"<>]++|\"[^\"]*+\")*+>");

    /** A key that is the same on the next page repeats a refusal when the act has become possible. */
    @Test
    void no_key_outlives_its_page() throws IOException {
        assertThat(found(KEY).map(key -> key.group(1)).toList())
                .hasSizeGreaterThan(50)
                .allMatch(made -> made.startsWith("${once") || made.startsWith("|${once}"));
    }

    /** What replaces an element goes first, and its condition is gone with it. */
    @Test
    void no_condition_stands_where_it_is_replaced() throws IOException {
        assertThat(found(TAG).map(MatchResult::group).toList())
                .hasSizeGreaterThan(1000)
                .noneMatch(
                        tag -> tag.contains("th:replace=") && (tag.contains("th:if=") || tag.contains("th:unless=")));
    }

    private static Stream<MatchResult> found(Pattern pattern) throws IOException {
        List<String> templates;
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            templates =
                    files.filter(Files::isRegularFile).map(TemplatesTests::text).toList();
        }
        return templates.stream().flatMap(template -> pattern.matcher(template).results());
    }

    private static String text(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
