package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.handsel.forms.SchemaParser;
import io.handsel.security.Role;
import io.handsel.tasklist.TaskDecision;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * Java and the models agree, both ways. Whoever renames something in the modeler, or in the code, meets a test that
 * names the file and the element, not an incident.
 */
@SpringBootTest
@ActiveProfiles("test")
class ProcessContractTests {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.'])([a-z]\\w*)(?![\\w(])");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern SIMPLE =
            Pattern.compile("\\$\\{!?\\w+}|\\$\\{\\w+ [=!]= '[\\w-]+'( \\|\\| \\w+ == '[\\w-]+')*}");
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "decision", "true", "false", "null");

    private static final List<JavaClass> CLASSES = List.copyOf(new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.handsel"));

    @Autowired
    List<TaskDecision<?>> decisions;

    @Autowired
    SchemaParser schemas;

    @TestFactory
    Stream<DynamicContainer> models() {
        return files(PROCESSES, ".bpmn").map(file -> dynamicContainer(file.toString(), checks(file)));
    }

    @Test
    void every_contract_has_its_model() {
        var models = files(PROCESSES, ".bpmn").map(ProcessContractTests::idOf).toList();

        assertThat(contracts())
                .allSatisfy(contract ->
                        assertThat(models).containsOnlyOnce(contract.process().key()));
    }

    @Test
    void every_delegate_is_used_by_a_model() {
        var used = files(PROCESSES, ".bpmn")
                .flatMap(file -> delegatesIn(Bpmn.readModelFromFile(file.toFile())))
                .collect(Collectors.toSet());

        assertThat(delegates()).isSubsetOf(used);
    }

    @Test
    void every_task_decision_has_its_task() {
        assertThat(decisions).allSatisfy(decision -> {
            var file = files(PROCESSES, ".bpmn")
                    .filter(each -> idOf(each).equals(decision.process().key()))
                    .findAny();
            assertThat(file).as(decision.toString()).isPresent();
            assertThat(Bpmn.readModelFromFile(file.get().toFile())
                            .<UserTask>getModelElementById(decision.task().inModel()))
                    .as(decision.task().toString())
                    .isNotNull();
        });
    }

    private Stream<DynamicNode> checks(Path file) {
        var model = Bpmn.readModelFromFile(file.toFile());
        var process = all(model, Process.class).iterator().next();
        var contract = contracts().stream()
                .filter(each -> each.process().key().equals(process.getId()))
                .toList();
        return Stream.of(
                dynamicTest("1 the process is called like the file and has one contract", () -> {
                    assertThat(process.getId()).isEqualTo(idOf(file));
                    assertThat(contract).hasSize(1);
                }),
                dynamicTest(
                        "2 every delegate exists",
                        () -> assertThat(delegatesIn(model)).isSubsetOf(delegates())),
                dynamicTest(
                        "3 messages are those of the contract",
                        () -> assertThat(names(model, Message.class))
                                .isEqualTo(contract.get(0).messages())),
                dynamicTest(
                        "4 errors that are thrown are caught, and only they",
                        () -> assertThat(caught(model))
                                .isEqualTo(contract.get(0).errors())),
                dynamicTest("5 variables are those of the contract", () -> {
                    assertThat(read(model)).isSubsetOf(contract.get(0).variables());
                    var used = new HashSet<>(read(model));
                    used.addAll(written(model));
                    tables(file, model).forEach(table -> used.addAll(inputs(table)));
                    assertThat(contract.get(0).variables()).isSubsetOf(used);
                }),
                dynamicTest(
                        "6 tables exist and are asked for what they know",
                        () -> all(model, BusinessRuleTask.class).forEach(task -> {
                            if (task.getCamundaDecisionRef() == null) {
                                return;
                            }
                            var table = table(file, task);
                            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
                            assertThat(inputs(table)).isSubsetOf(contract.get(0).variables());
                            assertThat(answers(task)).isSubsetOf(outputs(table));
                        })),
                dynamicTest(
                        "7 forms exist beside the process",
                        () -> all(model, UserTask.class).forEach(task -> {
                            assertThat(form(file, task)).as(task.getId()).exists();
                            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
                        })),
                dynamicTest(
                        "8 forms ask what their decisions read, and only that",
                        () -> all(model, UserTask.class)
                                .forEach(task -> assertThat(keys(form(file, task)))
                                        .as(task.getId())
                                        .isEqualTo(components(process.getId(), task.getId())))),
                dynamicTest(
                        "9 groups are roles",
                        () -> all(model, UserTask.class)
                                .forEach(task -> assertThat(task.getCamundaCandidateGroupsList())
                                        .isNotEmpty()
                                        .allSatisfy(group -> assertThat(Role.ofGroup(group.strip()))
                                                .isPresent()))),
                dynamicTest(
                        "10 called processes exist and hand the case on",
                        () -> all(model, CallActivity.class).forEach(call -> {
                            assertThat(file.resolveSibling(call.getCalledElement() + ".bpmn"))
                                    .exists();
                            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
                            assertThat(call.getExtensionElements()
                                            .getElementsQuery()
                                            .filterByType(CamundaIn.class)
                                            .list())
                                    .extracting(CamundaIn::getCamundaBusinessKey)
                                    .contains("${execution.processBusinessKey}");
                        })),
                dynamicTest(
                        "11 timers wait for a date the contract knows",
                        () -> all(model, TimerEventDefinition.class).forEach(timer -> {
                            assertThat(timer.getTimeDate()).as(timer.getId()).isNotNull();
                            assertThat(timer.getTimeDate().getTextContent()).matches("\\$\\{\\w+}");
                        })),
                dynamicTest(
                        "12 ids come from labels, gateways ask and flows answer", () -> conventions(model, process)),
                dynamicTest("every element is drawn", () -> drawn(model)));
    }

    private static void conventions(BpmnModelInstance model, Process process) {
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getDocumentations()).isNotEmpty();
        for (FlowNode node : all(model, FlowNode.class)) {
            assertThat(node.getId()).matches("[A-Z][A-Za-z0-9]*");
            if (node.getName() != null) {
                assertThat(node.getId()).isEqualTo(pascalCase(node.getName()));
            } else {
                assertThat(node instanceof Task || node instanceof CallActivity || node instanceof BoundaryEvent)
                        .as(node.getId() + " has no label")
                        .isFalse();
            }
            if (asks(node)) {
                assertThat(node.getName()).as(node.getId()).endsWith("?");
                assertThat(node.getOutgoing())
                        .allSatisfy(flow ->
                                assertThat(flow.getName()).as(flow.getId()).isNotBlank());
            }
        }
        for (SequenceFlow flow : all(model, SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                assertThat(flow.getConditionExpression().getTextContent()).matches(SIMPLE);
            }
        }
    }

    private static boolean asks(FlowNode node) {
        return (node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
                && !(node instanceof EventBasedGateway)
                && ((Gateway) node).getOutgoing().size() > 1;
    }

    /** "Tell partner: overdue" is {@code TellPartnerOverdue}, "Director's decision" is {@code DirectorDecision}. */
    private static String pascalCase(String label) {
        return Arrays.stream(label.replace("'s ", " ").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static void drawn(BpmnModelInstance model) {
        var shapes = all(model, BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        var edges = all(model, BpmnEdge.class).stream()
                .map(edge -> edge.getBpmnElement().getId())
                .collect(Collectors.toSet());

        assertThat(shapes)
                .containsAll(
                        all(model, FlowNode.class).stream().map(FlowNode::getId).toList());
        assertThat(edges)
                .containsAll(all(model, SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    private static Set<String> caught(BpmnModelInstance model) {
        return all(model, ErrorEventDefinition.class).stream()
                .map(definition -> definition.getError().getErrorCode())
                .collect(Collectors.toSet());
    }

    /** Names of variables in every expression of the model and in what is handed to and taken from called processes. */
    private static Set<String> read(BpmnModelInstance model) {
        var text = Bpmn.convertToString(model);
        var delegates = delegates();
        var names = EXPRESSION
                .matcher(text)
                .results()
                .map(expression -> QUOTED.matcher(expression.group(1).replace("&amp;&amp;", " "))
                        .replaceAll(""))
                .flatMap(expression -> NAME.matcher(expression).results().map(name -> name.group(1)))
                .filter(name -> !OF_THE_ENGINE.contains(name) && !delegates.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        all(model, CamundaIn.class).stream()
                .map(CamundaIn::getCamundaSource)
                .filter(source -> source != null)
                .forEach(names::add);
        // What a called process is asked for belongs to its contract; what arrives here belongs to ours.
        all(model, CamundaOut.class).forEach(out -> {
            names.removeIf(name -> out.getCamundaSourceExpression() != null
                    && out.getCamundaSourceExpression().contains(name));
            names.add(out.getCamundaTarget());
        });
        return names;
    }

    private static Set<String> written(BpmnModelInstance model) {
        var names = new HashSet<String>();
        all(model, CamundaInputParameter.class).forEach(parameter -> names.add(parameter.getCamundaName()));
        all(model, CamundaOutputParameter.class).forEach(parameter -> names.add(parameter.getCamundaName()));
        // What delegates set is read by whoever called this process.
        files(PROCESSES, ".bpmn")
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(caller -> all(caller, CallActivity.class).stream())
                .filter(call -> model.getModelElementById(call.getCalledElement()) != null)
                .flatMap(call ->
                        call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream())
                .forEach(out -> {
                    if (out.getCamundaSource() != null) {
                        names.add(out.getCamundaSource());
                    } else {
                        NAME.matcher(out.getCamundaSourceExpression())
                                .results()
                                .forEach(name -> names.add(name.group(1)));
                    }
                });
        all(model, CallActivity.class).stream()
                .flatMap(call ->
                        call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .map(CamundaIn::getCamundaSource)
                .filter(source -> source != null)
                .forEach(names::add);
        // And a process that is called has what its caller hands in, to read in its delegates.
        files(PROCESSES, ".bpmn")
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(caller -> all(caller, CallActivity.class).stream())
                .filter(call -> model.getModelElementById(call.getCalledElement()) != null)
                .flatMap(call ->
                        call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .map(CamundaIn::getCamundaTarget)
                .filter(target -> target != null)
                .forEach(names::add);
        return names;
    }

    private static Stream<DmnModelInstance> tables(Path file, BpmnModelInstance model) {
        return all(model, BusinessRuleTask.class).stream()
                .filter(task -> task.getCamundaDecisionRef() != null)
                .map(task -> table(file, task));
    }

    private static DmnModelInstance table(Path file, BusinessRuleTask task) {
        var table = file.resolveSibling(task.getCamundaDecisionRef() + ".dmn");
        assertThat(table).as(task.getId()).exists();
        return Dmn.readModelFromFile(table.toFile());
    }

    private static Set<String> inputs(DmnModelInstance table) {
        return table.getModelElementsByType(Input.class).stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .collect(Collectors.toSet());
    }

    private static Set<String> outputs(DmnModelInstance table) {
        return table.getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> answers(BusinessRuleTask task) {
        return task
                .getExtensionElements()
                .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput.class)
                .stream()
                .flatMap(mapping -> mapping.getCamundaOutputParameters().stream())
                .map(parameter -> parameter.getTextContent().replaceAll("\\$\\{decision\\.(\\w+)}", "$1"))
                .collect(Collectors.toSet());
    }

    private static Path form(Path file, UserTask task) {
        var module = file.getParent().getFileName().toString();
        return FORMS.resolve(module).resolve(task.getCamundaFormRef() + ".form");
    }

    private Set<String> keys(Path form) {
        try {
            return schemas.parse(Files.readString(form)).answerKeys();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Set<String> components(String process, String task) {
        return decisions.stream()
                .filter(decision -> decision.process().key().equals(process)
                        && decision.task().inModel().equals(task))
                .findAny()
                .map(decision -> Arrays.stream(decision.input().getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()))
                .orElseThrow(() -> new AssertionError("No decision for " + process + "/" + task));
    }

    private static Stream<String> delegatesIn(BpmnModelInstance model) {
        return Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"")
                .matcher(Bpmn.convertToString(model))
                .results()
                .map(found -> found.group(1));
    }

    private static Set<String> delegates() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(JavaDelegate.class) && type.isAnnotatedWith(ModelBean.class))
                .map(type -> Introspector.decapitalize(type.getSimpleName()))
                .collect(Collectors.toSet());
    }

    private static List<ProcessContract> contracts() {
        return CLASSES.stream()
                .filter(type -> type.tryGetField("CONTRACT").isPresent())
                .map(JavaClass::reflect)
                .map(type -> {
                    try {
                        return (ProcessContract) type.getField("CONTRACT").get(null);
                    } catch (ReflectiveOperationException broken) {
                        throw new AssertionError(type + " shows no contract", broken);
                    }
                })
                .toList();
    }

    private static Set<String> names(BpmnModelInstance model, Class<Message> type) {
        return all(model, type).stream().map(Message::getName).collect(Collectors.toSet());
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(
            BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static String idOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.bpmn$", "");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
