package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** How decision tables are written, so that whoever opens one in a modeler finds what they expect. */
class DecisionContractTests {

    @TestFactory
    Stream<DynamicContainer> tables() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream()
                    .map(file -> dynamicContainer(file.toString(), checks(file)));
        }
    }

    private static Stream<DynamicNode> checks(Path file) {
        var text = text(file);
        var model = Dmn.readModelFromFile(file.toFile());
        var decision = model.getModelElementsByType(Decision.class).iterator().next();
        var table = model.getModelElementsByType(DecisionTable.class).iterator().next();
        return Stream.of(
                dynamicTest(
                        "the decision is called like the file",
                        () -> assertThat(decision.getId() + ".dmn")
                                .isEqualTo(file.getFileName().toString())),
                dynamicTest("it has a name and says what it decides", () -> {
                    assertThat(decision.getName()).isNotBlank();
                    assertThat(decision.getDescription()).isNotNull();
                }),
                dynamicTest(
                        "its history ends",
                        () -> assertThat(decision.getCamundaHistoryTimeToLiveString())
                                .isNotBlank()),
                dynamicTest(
                        "the hit policy is written down", () -> assertThat(text).contains("hitPolicy=\"")),
                dynamicTest(
                        "it is drawn", () -> assertThat(text).contains("dmnElementRef=\"" + decision.getId() + "\"")),
                dynamicTest(
                        "it is DMN 1.3",
                        () -> assertThat(text).contains("https://www.omg.org/spec/DMN/20191111/MODEL/")),
                dynamicTest(
                        "every column has a heading and a type",
                        () -> assertThat(columns(model))
                                .allSatisfy(column -> assertThat(column).isNotBlank())),
                dynamicTest(
                        "every row says why",
                        () -> assertThat(table.getRules())
                                .allSatisfy(rule -> assertThat(rule.getDescription())
                                        .as(rule.getId())
                                        .isNotNull())),
                dynamicTest(
                        "no id is a modeler's random one",
                        () -> assertThat(model.getModelElementsByType(Rule.class))
                                .allSatisfy(rule -> assertThat(rule.getId()).doesNotContain("_"))));
    }

    private static List<String> columns(DmnModelInstance model) {
        return Stream.concat(
                        model.getModelElementsByType(Input.class).stream()
                                .flatMap(input -> Stream.of(
                                        input.getLabel(),
                                        input.getInputExpression().getTypeRef())),
                        model.getModelElementsByType(Output.class).stream()
                                .flatMap(output -> Stream.of(output.getLabel(), output.getName(), output.getTypeRef())))
                .map(each -> each == null ? "" : each)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
