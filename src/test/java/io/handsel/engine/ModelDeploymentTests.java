package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.engine.Publication.Published;
import io.handsel.engine.Publication.Refused;
import io.handsel.engine.safety.ModelFinding;
import io.handsel.engine.safety.ModelRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Whoever publishes hears what is wrong, all of it at once, and nothing of it comes into force. */
@SpringBootTest
@ActiveProfiles("test")
class ModelDeploymentTests {

    private static final String FORM = """
            {"type": "default", "id": "ask", "schemaVersion": 18, "components": [{"type": "%s", "key": "a", "id": "f"}]}
            """;
    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="publication-sample" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="work"/>
                <serviceTask id="work" %s/>
              </process>
            </definitions>
            """;

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="tables" name="tables" namespace="t">
              <decision id="table-sample" name="%s" camunda:historyTimeToLive="P1D">
                <decisionTable id="table" hitPolicy="UNIQUE">
                  <output id="out" name="answer" typeRef="string"/>
                  <rule id="always"><outputEntry id="answer"><text>"yes"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Autowired
    ModelDeployment models;

    @Autowired
    RepositoryService repository;

    @Test
    void what_is_in_order_is_in_force_and_the_same_again_changes_nothing() {
        var files = Map.of("forms/publication/ask.form", bytes(FORM.formatted("textfield")));

        var first = models.publish("publication", files).orElseThrow();

        assertThat(models.publish("publication", files)).isEqualTo(first).isInstanceOf(Published.class);
        assertThat(repository.getDeploymentResourceNames(first.deployment()))
                .containsExactly("forms/publication/ask.form");
    }

    /** Every start of every node publishes what it brings. */
    @Test
    void the_same_process_and_table_again_are_no_new_version() {
        var files = Map.of(
                "processes/again/sample.bpmn", bytes(byHand("same").replace("publication-sample", "again-sample")),
                "processes/again/sample.dmn", bytes(TABLE.formatted("same").replace("table-sample", "again-table")));

        var first = models.publish("again", files).orElseThrow();

        assertThat(models.publish("again", files)).isEqualTo(first);
    }

    /** One node's clock is behind: what it put back was taken as there already. */
    @Test
    void what_is_put_back_is_in_force_whatever_the_clocks_say() {
        var before = Map.of("processes/clocks/sample.bpmn", bytes(byHand("before")));
        var after = Map.of("processes/clocks/sample.bpmn", bytes(byHand("after")));
        try {
            ClockUtil.offset(Duration.ofHours(1).toMillis());
            models.publish("clocks", before).orElseThrow();
            ClockUtil.reset();
            var meanwhile = models.publish("clocks", after).orElseThrow();
            var back = models.publish("clocks", before).orElseThrow();

            assertThat(inForce()).isEqualTo(back.deployment()).isNotEqualTo(meanwhile.deployment());
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void a_table_that_is_put_back_is_in_force_whatever_the_clocks_say() {
        var before = Map.of("processes/tables/sample.dmn", bytes(TABLE.formatted("before")));
        var after = Map.of("processes/tables/sample.dmn", bytes(TABLE.formatted("after")));
        try {
            ClockUtil.offset(Duration.ofHours(1).toMillis());
            models.publish("tables", before).orElseThrow();
            ClockUtil.reset();
            models.publish("tables", after).orElseThrow();
            var back = models.publish("tables", before).orElseThrow();

            assertThat(repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey("table-sample")
                            .latestVersion()
                            .singleResult()
                            .getDeploymentId())
                    .isEqualTo(back.deployment());
        } finally {
            ClockUtil.reset();
        }
    }

    private static String byHand(String name) {
        return PROCESS.replace("serviceTask", "manualTask").formatted("name=\"" + name + "\"");
    }

    private String inForce() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("publication-sample")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }

    @Test
    void a_forbidden_piece_of_work_is_named_with_file_element_and_rule_and_nothing_is_deployed() {
        var files = Map.of(
                "processes/refused/sample.bpmn", bytes(PROCESS.formatted("camunda:class=\"java.lang.Thread\"")),
                "forms/refused/ask.form", bytes(FORM.formatted("textfield")));

        var findings = refused("refused", files);

        assertThat(findings).first().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("processes/refused/sample.bpmn");
            assertThat(finding.element()).isEqualTo("work");
            assertThat(finding.line()).isPositive();
            assertThat(finding.rule()).isEqualTo(ModelRule.VOCABULARY);
        });
        assertThat(repository.createDeploymentQuery().deploymentName("refused").count())
                .isZero();
    }

    @Test
    void a_form_with_an_unknown_component_is_refused_when_it_is_published_and_not_when_it_is_opened() {
        var findings = refused("strange", Map.of("forms/strange/ask.form", bytes(FORM.formatted("hologram"))));

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(ModelRule.FORM);
            assertThat(finding.element()).startsWith("/components/0");
        });
        assertThat(repository.createDeploymentQuery().deploymentName("strange").count())
                .isZero();
    }

    @Test
    void models_that_cannot_be_wrong_fail_loudly_when_they_are() {
        var outcome = models.publish("loud", Map.of("forms/loud/ask.form", bytes("{")));

        assertThatThrownBy(outcome::orElseThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ask.form");
    }

    private List<ModelFinding> refused(String module, Map<String, byte[]> files) {
        var outcome = models.publish(module, files);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).findings();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
