package io.handsel.engine.safety;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What the inspection says about a file before anybody deploys it. */
class ModelInspectionTests {

    private final ModelInspection inspection =
            new ModelInspection(new AnnotationConfigApplicationContext(Engines.Published.class));

    @ParameterizedTest
    @ValueSource(
            strings = {"a.cmmn", "a.groovy", "a.js", "a.html", "a.bpmn20.xml", "a.dmn11.xml", "a", "a.BPMN", ".form/x"})
    void takes_processes_decisions_and_forms_only(String name) {
        assertThat(inspection.inspect(name, "x".getBytes(UTF_8)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(ModelRule.FILE))
                .satisfies(finding -> assertThat(finding.file()).isEqualTo(name));
    }

    @Test
    void takes_no_file_larger_than_a_megabyte() {
        assertThat(rules("a.bpmn", "<!--" + "x".repeat(FileRules.MOST_BYTES) + "-->"))
                .containsExactly(ModelRule.FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><definitions>&x;</definitions>",
                "<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/x.dtd'><definitions/>",
                "<!DOCTYPE d [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]><definitions/>",
                "<definitions xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:schemaLocation='urn:x http://127.0.0.1:1/x.xsd'/>",
                "<definitions xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:noNamespaceSchemaLocation='file:///etc/hostname'/>",
                "<definitions",
                ""
            })
    void reads_nothing_from_outside_the_file(String content) {
        for (String name : List.of("a.bpmn", "a.dmn")) {
            assertThat(inspection.inspect(name, content.getBytes(UTF_8)))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.rule()).isIn(ModelRule.SYNTAX, ModelRule.FILE));
        }
    }

    @Test
    void bombs_cost_less_than_a_second_and_64_megabytes() {
        inspection.inspect(
                "warm.bpmn", Places.definitions("", "<startEvent id='s'/>").getBytes(UTF_8));
        StringBuilder entities = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 'lol'>");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put("laughs", entities + "]><definitions>&a29;</definitions>");
        bombs.put(
                "quadratic",
                "<!DOCTYPE d [<!ENTITY a '" + "x".repeat(400_000) + "'>]><d>" + "&a;".repeat(100_000) + "</d>");
        bombs.put("deep", "<a>".repeat(300_000));
        bombs.put("wide", "<d>" + "<a/>".repeat(240_000) + "</d>");
        StringBuilder attributes = new StringBuilder("<d");
        for (int i = 0; i < 90_000; i++) {
            attributes.append(" a" + i + "=''");
        }
        bombs.put("attributes", attributes + "/>");
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 999; i++) {
            steps.append("<exclusiveGateway id='g" + i + "'/>");
        }
        for (int i = 0; i < 12_000; i++) {
            steps.append(
                    "<sequenceFlow id='f" + i + "' sourceRef='g" + i % 999 + "' targetRef='g" + i * 7 % 999 + "'/>");
        }
        bombs.put("entangled", Places.definitions("", steps.toString()).replace("@K", "k"));

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        bombs.forEach((name, content) -> {
            byte[] bytes = content.getBytes(UTF_8);
            long memory = threads.getThreadAllocatedBytes(thread);
            long start = threads.getCurrentThreadCpuTime();

            assertThat(inspection.inspect(name + ".bpmn", bytes)).as(name).isNotEmpty();

            assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                    .as(name)
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(threads.getThreadAllocatedBytes(thread) - memory)
                    .as(name)
                    .isLessThan(64L << 20);
        });
    }

    @Test
    void names_file_element_line_rule_and_reason() {
        List<ModelFinding> findings = inspection.inspect(
                "deals/bad.bpmn",
                Places.definitions(
                                "",
                                "<startEvent id='s'/>\n<scriptTask id='a'/>\n<serviceTask id='b' camunda:class='x.Y'/>")
                        .replace("@K", "bad")
                        .getBytes(UTF_8));

        assertThat(findings)
                .extracting(ModelFinding::file, ModelFinding::element, ModelFinding::line, ModelFinding::rule)
                .contains(
                        tuple("deals/bad.bpmn", "a", 2, ModelRule.VOCABULARY),
                        tuple("deals/bad.bpmn", "b", 3, ModelRule.VOCABULARY),
                        tuple("deals/bad.bpmn", "b", 3, ModelRule.WORK));
        assertThat(findings.get(0))
                .asString()
                .isEqualTo(
                        "deals/bad.bpmn, element a, line 2: Not allowed: scriptTask of http://www.omg.org/spec/BPMN/20100524/MODEL"
                                + " (VOCABULARY)");
    }

    @ParameterizedTest
    @CsvSource({
        "timeCycle, R/PT1H, false",
        "timeCycle, R3/PT1H, true",
        "timeCycle, R1000/PT1M, true",
        "timeCycle, R1001/PT1M, false",
        "timeCycle, R3/PT59S, false",
        "timeCycle, R3/P0D, false",
        "timeCycle, R3/2026-01-01T00:00:00/PT1H, true",
        "timeCycle, R2147483647/1970-01-01T00:00:00/PT1M, false",
        "timeCycle, 0 0/5 * * * ?, false",
        "timeCycle, ${cycle}, true",
        "timeCycle, R3/${interval}, true",
        "timeDuration, PT0S, true",
        "timeDuration, P3D, true",
        "timeDuration, P2W, true",
        "timeDuration, R2147483647/1970-01-01T00:00:00/PT0.001S, false",
        "timeDuration, soon, false",
        "timeDuration, ${wait}, true"
    })
    void bounds_timers(String kind, String time, boolean allowed) {
        String body = flow("<intermediateCatchEvent id='u'><timerEventDefinition><" + kind + ">" + time + "</" + kind
                + "></timerEventDefinition></intermediateCatchEvent>");

        assertThat(processRules(body).contains(ModelRule.TIMER)).isNotEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "R3/PT5M, true",
        "'PT10S,PT1M,PT10M,PT1H,PT6H', true",
        "R99/PT1S, true",
        "R100/PT1S, false",
        "R3/PT0S, false",
        "R/PT1S, false",
        "${retry}, false",
        "'PT0S,PT0S', false"
    })
    void bounds_retries(String cycle, boolean allowed) {
        String body =
                flow("<userTask id='u' camunda:asyncBefore='true'><extensionElements><camunda:failedJobRetryTimeCycle>"
                        + cycle + "</camunda:failedJobRetryTimeCycle></extensionElements></userTask>");

        assertThat(processRules(body).contains(ModelRule.TIMER)).isNotEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<manualTask id='u'/>",
                "<serviceTask id='u' camunda:delegateExpression='${stamp}'/>",
                "<serviceTask id='u' camunda:delegateExpression='${stamp}' camunda:asyncBefore='true'/>",
                "<callActivity id='u' calledElement='elsewhere'/>",
                "<subProcess id='u'><startEvent id='us'/><endEvent id='ue'/><sequenceFlow id='uf' sourceRef='us' targetRef='ue'/></subProcess>",
                "<userTask id='u'><multiInstanceLoopCharacteristics camunda:collection='${list}'/></userTask>",
                "<intermediateCatchEvent id='u'><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent>",
                "<intermediateCatchEvent id='u'><timerEventDefinition><timeDate>2026-01-01T00:00:00</timeDate></timerEventDefinition></intermediateCatchEvent>"
            })
    void refuses_a_loop_that_waits_for_nobody(String step) {
        assertThat(processRules(loop(step))).contains(ModelRule.LOOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<userTask id='u'/>",
                "<userTask id='u'><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>",
                "<receiveTask id='u' messageRef='msg'/>",
                "<intermediateCatchEvent id='u'><messageEventDefinition messageRef='msg'/></intermediateCatchEvent>",
                "<intermediateCatchEvent id='u'><timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent>",
                "<intermediateCatchEvent id='u'><timerEventDefinition><timeDate>${due}</timeDate></timerEventDefinition></intermediateCatchEvent>",
                "<subProcess id='u'><startEvent id='us'/><userTask id='uu'/><endEvent id='ue'/><sequenceFlow id='uf' sourceRef='us' targetRef='uu'/><sequenceFlow id='ug' sourceRef='uu' targetRef='ue'/></subProcess>"
            })
    void allows_a_loop_that_waits(String step) {
        assertThat(processRules(loop(step))).isEmpty();
    }

    @Test
    void a_short_timer_at_a_task_does_not_make_its_loop_wait() {
        String body = flow("<userTask id='u'/><boundaryEvent id='b' attachedToRef='u'><timerEventDefinition>"
                + "<timeDuration>%s</timeDuration></timerEventDefinition></boundaryEvent>"
                + "<sequenceFlow id='f1' sourceRef='b' targetRef='u'/>");

        assertThat(processRules(body.formatted("PT1S"))).contains(ModelRule.LOOP, ModelRule.TIMER);
        assertThat(processRules(body.formatted("PT1H"))).isEmpty();
    }

    @Test
    void an_error_that_leads_back_without_waiting_is_a_loop() {
        String sub =
                "<subProcess id='u'><startEvent id='us'/>%s<endEvent id='ue'><errorEventDefinition errorRef='err'/></endEvent>"
                        + "%s</subProcess><boundaryEvent id='b' attachedToRef='u'><errorEventDefinition errorRef='err'/></boundaryEvent>"
                        + "<sequenceFlow id='f1' sourceRef='b' targetRef='u'/>";

        assertThat(processRules(flow(sub.formatted("", "<sequenceFlow id='uf' sourceRef='us' targetRef='ue'/>"))))
                .containsExactly(ModelRule.LOOP);
        assertThat(
                        processRules(
                                flow(
                                        sub.formatted(
                                                "<userTask id='uu'/>",
                                                "<sequenceFlow id='uf' sourceRef='us' targetRef='uu'/><sequenceFlow id='ug' sourceRef='uu' targetRef='ue'/>"))))
                .isEmpty();
    }

    @Test
    void links_are_part_of_loops() {
        String body =
                "<startEvent id='s'/><intermediateCatchEvent id='c'><linkEventDefinition name='L'/></intermediateCatchEvent>"
                        + "<intermediateThrowEvent id='u'><linkEventDefinition name='L'/></intermediateThrowEvent>"
                        + "<sequenceFlow id='f0' sourceRef='s' targetRef='u'/><sequenceFlow id='f1' sourceRef='c' targetRef='u'/>";

        assertThat(processRules(body)).containsExactly(ModelRule.LOOP);
    }

    @Test
    void event_subprocesses_that_set_off_each_other_are_loops() {
        String listening =
                "<subProcess id='%1$s' triggeredByEvent='true'><startEvent id='%1$ss' isInterrupting='false'>"
                        + "<escalationEventDefinition escalationRef='%2$s'/></startEvent><endEvent id='%1$se'>"
                        + "<escalationEventDefinition escalationRef='%3$s'/></endEvent>"
                        + "<sequenceFlow id='%1$sf' sourceRef='%1$ss' targetRef='%1$se'/></subProcess>";
        String head = "<escalation id='e1' escalationCode='1'/><escalation id='e2' escalationCode='2'/>";
        String body = flow(
                "<userTask id='u'/>" + listening.formatted("p", "e1", "e2") + listening.formatted("q", "e2", "e1"));

        assertThat(rules("a.bpmn", Places.definitions(head, body).replace("@K", "k")))
                .containsExactly(ModelRule.LOOP);
    }

    @Test
    void a_loop_may_call_a_process_that_waits() {
        String caller = Places.definitions("", loop("<callActivity id='u' calledElement='review'/>"))
                .replace("@K", "caller");
        String waiting = Places.definitions("", flow("<userTask id='u'/>")).replace("@K", "review");
        String passing = Places.definitions("", flow("<manualTask id='u'/>")).replace("@K", "review");

        assertThat(inspection.inspect(files(caller, waiting))).isEmpty();
        assertThat(inspection.inspect(files(caller, passing)))
                .extracting(ModelFinding::rule)
                .containsExactly(ModelRule.LOOP);
    }

    @Test
    void processes_that_call_each_other_are_refused() {
        String one = Places.definitions("", flow("<callActivity id='u' calledElement='two'/>"))
                .replace("@K", "one");
        String two = Places.definitions("", flow("<callActivity id='u' calledElement='one'/>"))
                .replace("@K", "two");

        assertThat(inspection.inspect(files(one, two)))
                .extracting(ModelFinding::element, ModelFinding::rule)
                .containsExactlyInAnyOrder(tuple("one", ModelRule.RECURSION), tuple("two", ModelRule.RECURSION));
    }

    @Test
    void a_signal_that_starts_its_own_process_is_refused() {
        String body = "<startEvent id='s'><signalEventDefinition signalRef='sig'/></startEvent>"
                + "<endEvent id='u'><signalEventDefinition signalRef='sig'/></endEvent>"
                + "<sequenceFlow id='f0' sourceRef='s' targetRef='u'/>";

        assertThat(processRules(body)).containsExactly(ModelRule.RECURSION);
    }

    @Test
    void work_does_not_multiply_itself() {
        String many =
                "<multiInstanceLoopCharacteristics><loopCardinality>99</loopCardinality></multiInstanceLoopCharacteristics>";
        String nested = flow("<subProcess id='u'>" + many + "<startEvent id='us'/><userTask id='uu'>" + many
                + "</userTask><sequenceFlow id='uf' sourceRef='us' targetRef='uu'/></subProcess>");
        String caller = Places.definitions(
                        "", flow("<callActivity id='u' calledElement='many'>" + many + "</callActivity>"))
                .replace("@K", "caller");
        String called = Places.definitions("", flow("<userTask id='u'>" + many + "</userTask>"))
                .replace("@K", "many");

        assertThat(processRules(nested)).containsExactly(ModelRule.MULTIPLICITY);
        assertThat(inspection.inspect(files(caller, called)))
                .extracting(ModelFinding::rule)
                .containsExactly(ModelRule.MULTIPLICITY);
        assertThat(processRules(flow("<userTask id='u'>" + many.replace("99", "100") + "</userTask>")))
                .containsExactly(ModelRule.MULTIPLICITY);
        assertThat(processRules(flow("<userTask id='u'>" + many.replace("99", "${n}") + "</userTask>")))
                .containsExactly(ModelRule.MULTIPLICITY);
    }

    @Test
    void expressions_are_short_and_readable() {
        String task = "<userTask id='u' camunda:assignee=\"%s\"/>";

        assertThat(processRules(flow(task.formatted("${" + "a".repeat(2_000) + "}"))))
                .containsExactly(ModelRule.EXPRESSION);
        assertThat(processRules(flow(task.formatted("${a +}")))).containsExactly(ModelRule.EXPRESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1001 return i",
                "for i in 1..n return i",
                "for i in 1..10, j in 1..10 return i * j",
                "for i in 1..10 return count(for j in 1..10 return j)",
                "some x in list satisfies every y in list satisfies x = y",
                "list[count(list[item > 1]) > 1]",
                "{f: function(n) f(n)}.f(1)",
                "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}",
                "{a: \"xx\", b: a + a, c: b + b}",
                "9 ** 999999999",
                "decimal(1, 100000000)",
                "floor(1.5, 100000000)",
                "round up(1.5, places)",
                "number(\"1E999999999\")",
                "matches(text, \"(a+)+b\")",
                "replace(text, \"(a+)+b\", \"\")",
                "split(text, \"(a+)+b\")",
                "pojo.fire()",
                "1 +"
            })
    void decisions_are_bounded(String feel) {
        String xml = Places.dmn("", "<literalExpression id='l'><text>" + escaped(feel) + "</text></literalExpression>");

        assertThat(rules("a.dmn", xml.replace("@K", "d"))).isNotEmpty().containsOnly(ModelRule.FEEL);
    }

    @Test
    void decisions_are_short() {
        for (String feel : List.of("1" + " + 1".repeat(500), "(".repeat(21) + "1" + ")".repeat(21))) {
            String xml = Places.dmn("", "<literalExpression id='l'><text>" + feel + "</text></literalExpression>");

            assertThat(rules("a.dmn", xml.replace("@K", "d"))).containsExactly(ModelRule.FEEL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000 return i",
                "every x in lines satisfies x > 0",
                "sum(lines[item > 3])",
                "lines[1]",
                "if amount > 50 and not(conflict) then \"manager\" else \"director\"",
                "date(\"2026-01-01\") + duration(\"P3D\")",
                "decimal(amount * 0.12, 2)",
                "amount in [1..100]",
                "upper case(country)",
                "answers.colour"
            })
    void ordinary_decisions_pass(String feel) {
        String xml = Places.dmn("", "<literalExpression id='l'><text>" + escaped(feel) + "</text></literalExpression>");

        assertThat(inspection.inspect("a.dmn", xml.replace("@K", "d").getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"components\": [{\"id\": \"a\", \"conditional\": {\"hide\": \"=for i in 1..1000000000 return i\"}}]}",
                "{\"components\": [{\"id\": \"a\", \"valuesExpression\": \"=function(x) x\"}]}"
            })
    void forms_are_json_with_bounded_conditions(String form) {
        assertThat(rules("a.form", form)).isNotEmpty();
    }

    @Test
    void forms_are_not_deep() {
        assertThat(rules("a.form", "{\"a\":".repeat(100_000))).containsExactly(ModelRule.SYNTAX);
    }

    @Test
    void an_ordinary_form_passes() {
        assertThat(rules("a.form", "{\"id\": \"f\", \"components\": [{\"conditional\": {\"hide\": \"=amount > 3\"}}]}"))
                .isEmpty();
    }

    private List<ModelRule> processRules(String body) {
        return rules("a.bpmn", Places.definitions("", body).replace("@K", "k"));
    }

    private List<ModelRule> rules(String name, String content) {
        return inspection.inspect(name, content.getBytes(UTF_8)).stream()
                .map(ModelFinding::rule)
                .distinct()
                .toList();
    }

    private static Map<String, byte[]> files(String one, String two) {
        return Map.of("one.bpmn", one.getBytes(UTF_8), "two.bpmn", two.getBytes(UTF_8));
    }

    private static String flow(String body) {
        return "<startEvent id='s'/>" + body + "<sequenceFlow id='f0' sourceRef='s' targetRef='u'/>";
    }

    private static String loop(String step) {
        return "<startEvent id='s'/><exclusiveGateway id='g' default='back'/>" + step + "<endEvent id='e'/>"
                + "<sequenceFlow id='f0' sourceRef='s' targetRef='u'/><sequenceFlow id='f1' sourceRef='u' targetRef='g'/>"
                + "<sequenceFlow id='back' sourceRef='g' targetRef='u'/><sequenceFlow id='f3' sourceRef='g' targetRef='e'>"
                + "<conditionExpression xsi:type='tFormalExpression'>${done}</conditionExpression></sequenceFlow>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
