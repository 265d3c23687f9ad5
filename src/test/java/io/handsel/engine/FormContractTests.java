package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.handsel.forms.SchemaFinding;
import io.handsel.forms.SchemaParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

/** How forms are written: what the server cannot show never gets as far as a person. */
@SpringBootTest
@ActiveProfiles("test")
class FormContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    SchemaParser schemas;

    @TestFactory
    Stream<DynamicContainer> forms() throws IOException {
        try (var files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream()
                    .map(file -> dynamicContainer(file.toString(), checks(file)));
        }
    }

    private Stream<DynamicNode> checks(Path file) {
        var text = text(file);
        var schema = JSON.readTree(text);
        return Stream.of(
                dynamicTest(
                        "the form is called like the file",
                        () -> assertThat(schema.get("id").asString() + ".form")
                                .isEqualTo(file.getFileName().toString())),
                dynamicTest(
                        "it is of the newest schema",
                        () -> assertThat(schema.get("schemaVersion").asInt()).isEqualTo(19)),
                dynamicTest(
                        "the server can show and check everything in it",
                        () -> assertThat(schemas.findings(text))
                                .filteredOn(SchemaFinding::refuses)
                                .isEmpty()),
                dynamicTest(
                        "every label has words for other languages",
                        () -> assertThat(
                                        schema.findParents("label").stream().filter(component -> component.has("type")))
                                .allSatisfy(component -> assertThat(component
                                                .path("properties")
                                                .path("words")
                                                .asString(""))
                                        .as(component.path("id").asString(""))
                                        .isNotBlank())));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
