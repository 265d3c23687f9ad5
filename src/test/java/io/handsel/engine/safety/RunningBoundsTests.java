package io.handsel.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.engine.safety.SafeModels.Layer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What no inspection of a file can see is stopped while it runs; an engine without the layer lets it through. */
class RunningBoundsTests {

    private static AnnotationConfigApplicationContext safeContext;
    private static final Map<Layer, AnnotationConfigApplicationContext> WITHOUT = new EnumMap<>(Layer.class);
    private static ProcessEngine safe;

    @BeforeAll
    static void start() {
        safeContext = Engines.safe("bounds");
        safe = Engines.engine(safeContext);
        for (Layer layer : List.of(Layer.DEPLOYMENTS, Layer.BOUNDS, Layer.VARIABLES)) {
            WITHOUT.put(layer, Engines.without(layer));
        }
    }

    @AfterAll
    static void stop() {
        safeContext.close();
        WITHOUT.values().forEach(AnnotationConfigApplicationContext::close);
    }

    @Test
    void a_collection_has_at_most_a_thousand_entries() {
        String body = flow("<userTask id='u'><multiInstanceLoopCharacteristics camunda:collection='${crowd.of(size)}'"
                + " camunda:elementVariable='one'/></userTask>");

        refusedOnlyWhenSafe("crowd", body, Map.of("size", 1_001), "at most 1000 entries");
        assertThatCode(() -> start(safe, "crowd", Map.of("size", 3))).doesNotThrowAnyException();
    }

    @Test
    void a_collection_named_as_a_variable_is_bounded_too() {
        String body = flow("<userTask id='u'><multiInstanceLoopCharacteristics camunda:collection='people'"
                + " camunda:elementVariable='one'/></userTask>");

        deploy(safe, "people", body);
        start(safe, "people", Map.of("people", List.of("a", "b")));

        assertThat(safe.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey("people")
                        .count())
                .isEqualTo(2);
        assertThatThrownBy(() -> start(safe, "people", Map.of("people", Collections.nCopies(1_001, "a"))))
                .hasMessageContaining("1000");
    }

    @Test
    void a_cycle_from_a_variable_has_an_end_and_takes_its_time() {
        String body = flow("<userTask id='u'/><boundaryEvent id='b' attachedToRef='u' cancelActivity='false'>"
                + "<timerEventDefinition><timeCycle>${cycle}</timeCycle></timerEventDefinition></boundaryEvent>");

        refusedOnlyWhenSafe("cycle", body, Map.of("cycle", "R/PT1S"), "R/PT1S");
        assertThatThrownBy(() -> start(safe, "cycle", Map.of("cycle", "0/1 * * * * ?")))
                .hasMessageContaining("Cycles");
        assertThatCode(() -> start(safe, "cycle", Map.of("cycle", "R3/PT1H"))).doesNotThrowAnyException();
    }

    @Test
    void a_duration_from_a_variable_is_a_duration() {
        String body = flow("<intermediateCatchEvent id='u'><timerEventDefinition><timeDuration>${wait}</timeDuration>"
                + "</timerEventDefinition></intermediateCatchEvent>");

        refusedOnlyWhenSafe("wait", body, Map.of("wait", "R3/PT1H"), "Not a duration");
        assertThatCode(() -> start(safe, "wait", Map.of("wait", "P3D"))).doesNotThrowAnyException();
    }

    @Test
    void a_timer_on_a_loop_waits_for_a_minute_even_when_its_date_has_passed() {
        String body =
                "<startEvent id='s'/><intermediateCatchEvent id='u'><timerEventDefinition><timeDate>${due}</timeDate>"
                        + "</timerEventDefinition></intermediateCatchEvent><sequenceFlow id='f0' sourceRef='s' targetRef='u'/>"
                        + "<sequenceFlow id='f1' sourceRef='u' targetRef='u'/>";
        Date longAgo = new Date(0);
        Date now = ClockUtil.getCurrentTime();

        ProcessEngine open = without(Layer.BOUNDS);
        for (ProcessEngine engine : List.of(safe, open)) {
            deploy(engine, "again", body);
            start(engine, "again", Map.of("due", longAgo));
        }

        assertThat(dueDate(safe, "again"))
                .isAfterOrEqualTo(
                        new Date(now.getTime() + Duration.ofSeconds(59).toMillis()));
        assertThat(dueDate(open, "again")).isEqualTo(longAgo);
    }

    @Test
    void a_transaction_takes_a_bounded_number_of_steps() {
        StringBuilder body =
                new StringBuilder("<startEvent id='s'/><sequenceFlow id='f0' sourceRef='s' targetRef='g0'/>");
        for (int i = 0; i < 14; i++) { // each doubles what the one before it started
            body.append("<parallelGateway id='g" + i + "'/><manualTask id='m" + i + "'/>");
            body.append("<manualTask id='m" + i + "x'/>");
            body.append("<sequenceFlow id='a" + i + "' sourceRef='g" + i + "' targetRef='m" + i + "'/>");
            body.append("<sequenceFlow id='b" + i + "' sourceRef='g" + i + "' targetRef='m" + i + "x'/>");
            String after = i == 13 ? "u" : "h" + i;
            body.append("<sequenceFlow id='c" + i + "' sourceRef='m" + i + "' targetRef='" + after + "'/>");
            body.append("<sequenceFlow id='d" + i + "' sourceRef='m" + i + "x' targetRef='" + after + "'/>");
            if (i < 13) {
                body.append("<exclusiveGateway id='h" + i + "'/><sequenceFlow id='e" + i + "' sourceRef='h" + i
                        + "' targetRef='g" + (i + 1) + "'/>");
            }
        }
        body.append("<endEvent id='u'/>");

        refusedOnlyWhenSafe("doubling", body.toString(), Map.of(), "5000 steps");
    }

    @Test
    void deployments_that_call_each_other_come_to_an_end() {
        String call = "<serviceTask id='u' camunda:delegateExpression='${stamp}'/>"
                + "<callActivity id='c' calledElement='%s'/><sequenceFlow id='f1' sourceRef='u' targetRef='c'/>";
        deploy(safe, "ping", flow(call.formatted("pong")));
        deploy(safe, "pong", flow(call.formatted("ping")));

        assertThatThrownBy(() -> start(safe, "ping", Map.of())).hasMessageContaining("10 deep");
    }

    @Test
    void a_deployment_in_circles_is_refused_as_a_whole() {
        String loop = "<startEvent id='s'/><manualTask id='u'/><sequenceFlow id='f0' sourceRef='s' targetRef='u'/>"
                + "<sequenceFlow id='f1' sourceRef='u' targetRef='u'/>";

        ProcessEngine open = without(Layer.DEPLOYMENTS);
        assertThatThrownBy(() -> deploy(safe, "circle", loop)).hasMessageContaining("LOOP");
        assertThatCode(() -> deploy(open, "circle", loop)).doesNotThrowAnyException();
        assertThatThrownBy(() -> deployFile(safe, "case.cmmn", "<x/>")).hasMessageContaining("FILE");
        assertThatCode(() -> deployFile(open, "case.cmmn", "<x/>")).doesNotThrowAnyException();
    }

    @Test
    void variables_hold_plain_data_whichever_way_they_come_in() {
        ProcessEngine open = without(Layer.VARIABLES);
        deploy(safe, "plain", flow("<userTask id='u'/>"));
        deploy(open, "plain", flow("<userTask id='u'/>"));
        String serialised = "{\"x\": 1}";
        Map<String, Object> hostile = Map.of(
                "object",
                new ModelProbe.Pojo(),
                "json",
                Variables.serializedObjectValue(serialised)
                        .serializationDataFormat("application/json")
                        .objectTypeName("io.handsel.engine.safety.ModelProbe$Pojo")
                        .create(),
                "bytes",
                new byte[] {1},
                "file",
                Variables.fileValue("a.txt").file(new byte[] {1}).create(),
                "nested",
                new ArrayList<>(List.of(new ModelProbe.Pojo())),
                "many",
                new ArrayList<>(Collections.nCopies(1_001, 1)));

        String instance =
                start(safe, "plain", Map.of("text", "a", "number", 1L, "date", new Date(), "list", List.of(1)));
        String task = safe.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        hostile.forEach((name, value) -> {
            Map<String, Object> one = Map.of("v", value);
            List<ThrowingCallable> ways = List.of(
                    () -> start(safe, "plain", one),
                    () -> safe.getRuntimeService().setVariable(instance, "v", value),
                    () -> safe.getTaskService().setVariableLocal(task, "v", value),
                    () -> safe.getTaskService().complete(task, one),
                    () -> safe.getFormService().submitTaskForm(task, one));
            assertThat(ways).as(name).allSatisfy(way -> assertThatThrownBy(way).hasMessageContaining("plain data"));
            assertThatCode(() -> start(open, "plain", one)).as(name).doesNotThrowAnyException();
        });
        assertThatThrownBy(() -> safe.getRuntimeService()
                        .setVariable(
                                instance,
                                "v",
                                Variables.serializedObjectValue("rO0AB")
                                        .serializationDataFormat("application/x-java-serialized-object")
                                        .objectTypeName("java.util.Date")
                                        .create()))
                .hasMessageContaining("Java serialization format is prohibited");
    }

    @Test
    void decisions_see_short_plain_data_only() {
        deployFile(
                safe,
                "sum.dmn",
                Places.dmn("", "<literalExpression id='l'><text>count(given)</text></literalExpression>")
                        .replace("@K", "sum"));

        assertThat(decide(Collections.nCopies(1_000, 1))).isEqualTo(1_000L);
        assertThatThrownBy(() -> decide(Collections.nCopies(1_001, 1))).hasStackTraceContaining("short plain data");
        assertThatThrownBy(() -> decide(List.of(new ModelProbe.Pojo()))).hasStackTraceContaining("short plain data");
        assertThatThrownBy(() -> decide("x".repeat(10_001))).hasStackTraceContaining("short plain data");
        assertThatThrownBy(() -> decide(new java.math.BigDecimal("1E999999999")))
                .hasStackTraceContaining("short plain data");
    }

    private static Object decide(Object given) {
        return safe.getDecisionService()
                .evaluateDecisionByKey("sum")
                .variables(Map.of("given", given))
                .evaluate()
                .getSingleEntry();
    }

    private static ProcessEngine without(Layer layer) {
        return Engines.engine(WITHOUT.get(layer));
    }

    /** The same start with all layers and without the bounds: only the first refuses it. */
    private static void refusedOnlyWhenSafe(String key, String body, Map<String, Object> variables, String reason) {
        ProcessEngine open = without(Layer.BOUNDS);
        deploy(safe, key, body);
        deploy(open, key, body);

        assertThatThrownBy(() -> start(safe, key, variables)).hasStackTraceContaining(reason);
        assertThatCode(() -> start(open, key, variables)).doesNotThrowAnyException();
    }

    private static Date dueDate(ProcessEngine engine, String key) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(key)
                .singleResult()
                .getDuedate();
    }

    private static void deploy(ProcessEngine engine, String key, String body) {
        deployFile(engine, key + ".bpmn", Places.definitions("", body).replace("@K", key));
    }

    private static void deployFile(ProcessEngine engine, String name, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy();
    }

    private static String start(ProcessEngine engine, String key, Map<String, Object> variables) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(key, variables)
                .getId();
    }

    private static String flow(String body) {
        return "<startEvent id='s'/>" + body + "<sequenceFlow id='f0' sourceRef='s' targetRef='u'/>";
    }
}
