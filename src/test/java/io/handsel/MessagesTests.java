package io.handsel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text a page asks for is there in each language, and every text that is there is asked for. A key that is put
 * together while running is written as its beginning, ending in a dot: {@code "accounts.refused." + reason}.
 */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** {@code #{deals.title}} and {@code #{deals.title(...)}}, and keys in quotes within templates. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w-]*(?:\\.[\\w-]+)+)[}(]");

    /** {@code #{|deals.status.${deal.status}|}}. */
    private static final Pattern BEGINNING = Pattern.compile("#\\{\\|([a-z]+\\.(?:[\\w-]+\\.)*)\\$");

    private static final Pattern QUOTED = Pattern.compile("[\"']([a-z]+\\.[\\w.-]*)[\"']");
    private static final Pattern SAID = Pattern.compile("said=([a-z]+(?:\\.[\\w-]+)+)");
    /** Bean Validation: {@code message = "{deals.amount.positive}"}. */
    private static final Pattern IN_CONSTRAINT = Pattern.compile("\"\\{([a-z]+(?:\\.[\\w-]+)+)}\"");

    private final Map<String, String> english = messages("messages.properties");
    private final Map<String, String> german = messages("messages_de.properties");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void both_languages_take_the_same_arguments() {
        for (String key : english.keySet()) {
            assertThat(arguments(german.getOrDefault(key, ""))).as(key).isEqualTo(arguments(english.get(key)));
        }
    }

    @Test
    void no_text_is_empty_and_every_text_is_a_message_format() {
        for (Map<String, String> language : List.of(english, german)) {
            language.forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                try {
                    new MessageFormat(text);
                } catch (IllegalArgumentException malformed) {
                    fail(key + ": " + malformed.getMessage());
                }
                assertThat(text.replace("''", ""))
                        .as(key + " doubles its apostrophes")
                        .doesNotContain("'");
            });
        }
    }

    @Test
    void every_key_that_is_asked_for_exists() {
        Set<String> missing = new TreeSet<>();
        for (String template : sources(RESOURCES.resolve("templates"), ".html")) {
            missing.addAll(found(IN_TEMPLATE, template));
        }
        for (String code : sources(Path.of("src/main/java"), ".java")) {
            missing.addAll(found(SAID, code));
            missing.addAll(found(IN_CONSTRAINT, code));
        }
        missing.removeAll(english.keySet());

        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_is_asked_for() {
        Set<String> asked = new TreeSet<>();
        Stream.of(
                        sources(RESOURCES.resolve("templates"), ".html"),
                        sources(Path.of("src/main/java"), ".java"),
                        sources(Path.of("forms"), ".form"))
                .flatMap(List::stream)
                .forEach(source -> Stream.of(IN_TEMPLATE, BEGINNING, QUOTED, SAID, IN_CONSTRAINT)
                        .forEach(pattern -> asked.addAll(found(pattern, source))));
        // A form names the beginning of its keys: label, hint, options and more hang below it.
        sources(Path.of("forms"), ".form").stream()
                .flatMap(form -> found(QUOTED, form).stream())
                .forEach(words -> asked.add(words + "."));
        Set<String> beginnings = asked.stream().filter(key -> key.endsWith(".")).collect(Collectors.toSet());

        assertThat(english.keySet())
                .filteredOn(key -> !asked.contains(key))
                .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
                .isEmpty();
    }

    @Test
    void no_key_is_written_twice() throws IOException {
        for (String file : List.of("messages.properties", "messages_de.properties")) {
            List<String> keys = Files.readAllLines(RESOURCES.resolve(file)).stream()
                    .filter(line -> line.matches("[a-z][\\w.-]*\\s*=.*"))
                    .map(line -> line.split("\\s*=", 2)[0])
                    .toList();

            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    private static Set<String> arguments(String text) {
        return found(Pattern.compile("\\{(\\d+)"), text);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sources(Path folder, String ending) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(MessagesTests::content)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> messages(String name) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, text) -> messages.put(key.toString(), text.toString()));
        return messages;
    }
}
