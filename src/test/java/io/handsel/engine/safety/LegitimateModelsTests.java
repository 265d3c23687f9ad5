package io.handsel.engine.safety;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What model authors need must still work with every layer on. */
class LegitimateModelsTests {

    static AnnotationConfigApplicationContext context;
    static ProcessEngine engine;

    @BeforeAll
    static void start() {
        context = Engines.safe("legitimate");
        engine = Engines.engine(context);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void condition_on_variables_and_published_method() {
        deploy(
                "cond",
                "<startEvent id='s'/><exclusiveGateway id='g' default='f2'/><userTask id='yes' camunda:assignee='${who}' name='Check ${who.toUpperCase()}'/><userTask id='no'/>"
                        + "<sequenceFlow id='f0' sourceRef='s' targetRef='g'/><sequenceFlow id='f2' sourceRef='g' targetRef='no'/><sequenceFlow id='f1' sourceRef='g' targetRef='yes'>"
                        + "<conditionExpression xsi:type='tFormalExpression'>${limits.within(amount) and execution.getVariable('who') == 'ann' and order.lines[0].sku == 'A1' and not empty order.lines and who.length() == 3 and execution.businessKey == 'B-1'}</conditionExpression></sequenceFlow>");
        start("cond", Map.of("amount", 150, "who", "ann", "order", Map.of("lines", List.of(Map.of("sku", "A1")))));
        var task = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("cond")
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("yes");
        assertThat(task.getAssignee()).isEqualTo("ann");
        assertThat(task.getName()).isEqualTo("Check ANN");
    }

    @Test
    void published_delegate_and_listeners() {
        deploy(
                "del",
                "<startEvent id='s'/><serviceTask id='t' camunda:delegateExpression='${stamp}'/><userTask id='u'><extensionElements><camunda:executionListener event='start' delegateExpression='${stepStamp}'/><camunda:taskListener event='create' delegateExpression='${taskStamp}'/></extensionElements></userTask>"
                        + "<sequenceFlow id='f0' sourceRef='s' targetRef='t'/><sequenceFlow id='f1' sourceRef='t' targetRef='u'/>");
        var id = start("del", Map.of());
        assertThat(engine.getRuntimeService().getVariables(id)).containsKeys("stamped", "stepStamped", "taskStamped");
    }

    @Test
    void bpmn_error_from_published_method_reaches_its_boundary_event() {
        deploy(
                "err",
                "<startEvent id='s'/><serviceTask id='t' camunda:expression='${limits.fail()}'/><boundaryEvent id='b' attachedToRef='t'><errorEventDefinition/></boundaryEvent><userTask id='u'/>"
                        + "<sequenceFlow id='f0' sourceRef='s' targetRef='t'/><sequenceFlow id='f1' sourceRef='b' targetRef='u'/>");
        start("err", Map.of());
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey("err")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void timer_from_variable_and_date_idiom() {
        deploy(
                "timer",
                "<startEvent id='s'/><userTask id='u' camunda:dueDate='${dateTime().plusDays(3).toDate()}'/><boundaryEvent id='b' attachedToRef='u'><timerEventDefinition><timeDate xsi:type='tFormalExpression'>${due}</timeDate></timerEventDefinition></boundaryEvent><sequenceFlow id='f0' sourceRef='s' targetRef='u'/>");
        var due = new Date(System.currentTimeMillis() / 1000 * 1000 + 3_600_000);
        start("timer", Map.of("due", due));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey("timer")
                        .singleResult()
                        .getDuedate())
                .hasSameTimeAs(due);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey("timer")
                        .singleResult()
                        .getDueDate())
                .isAfter(ClockUtil.getCurrentTime());
    }

    @Test
    void multi_instance_over_list_with_completion_condition() {
        deploy(
                "multi",
                "<startEvent id='s'/><userTask id='u' camunda:assignee='${one}'><multiInstanceLoopCharacteristics camunda:collection='${people}' camunda:elementVariable='one'><completionCondition xsi:type='tFormalExpression'>${nrOfCompletedInstances == 2}</completionCondition></multiInstanceLoopCharacteristics></userTask><sequenceFlow id='f0' sourceRef='s' targetRef='u'/>");
        start("multi", Map.of("people", List.of("a", "b", "c")));
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("multi")
                .list();
        assertThat(tasks).extracting("assignee").containsExactlyInAnyOrder("a", "b", "c");
        tasks.stream().limit(2).forEach(task -> engine.getTaskService().complete(task.getId()));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey("multi")
                        .count())
                .isZero();
    }

    @Test
    void decision_table_in_feel_from_process() {
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "risk.dmn",
                        Places.dmn(
                                        "",
                                        "<decisionTable id='t' hitPolicy='FIRST'><input id='i'><inputExpression id='ie' typeRef='double'><text>amount * 2</text></inputExpression></input><output id='o' name='o' typeRef='string'/>"
                                                + "<rule id='r1'><inputEntry id='e1'><text>&gt;= 200</text></inputEntry><outputEntry id='o1'><text>\"high\"</text></outputEntry></rule><rule id='r2'><inputEntry id='e2'><text></text></inputEntry><outputEntry id='o2'><text>if amount > 50 then \"mid\" else \"low\"</text></outputEntry></rule></decisionTable>")
                                .replace("@K", "risk"))
                .deploy();
        deploy(
                "rule",
                "<startEvent id='s'/><businessRuleTask id='t' camunda:decisionRef='risk' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='risk'/><userTask id='u' camunda:candidateGroups='${risk},all'/><sequenceFlow id='f0' sourceRef='s' targetRef='t'/><sequenceFlow id='f1' sourceRef='t' targetRef='u'/>");
        start("rule", Map.of("amount", 100));
        start("rule", Map.of("amount", 60));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("high")
                        .count())
                .isEqualTo(1);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("mid")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void decision_ignores_an_object_it_does_not_use() {
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "twice.dmn",
                        Places.dmn(
                                        "",
                                        "<literalExpression id='l'><text>2 * amount + sum(lines) + order.n</text></literalExpression>")
                                .replace("@K", "twice"))
                .deploy();
        var result = engine.getDecisionService()
                .evaluateDecisionByKey("twice")
                .variables(Map.of("amount", 5, "lines", List.of(1, 2), "order", Map.of("n", 3), "thing", new Object()))
                .evaluate();
        assertThat(((Number) result.getSingleEntry()).intValue()).isEqualTo(16);
    }

    @Test
    void mappings_forms_calls_messages_and_external_tasks() {
        deploy(
                "child2",
                "<startEvent id='s'/><userTask id='cu' camunda:assignee='${given}'/><sequenceFlow id='f0' sourceRef='s' targetRef='cu'/>");
        deploy(
                "parts",
                "<startEvent id='s'><extensionElements><camunda:formData><camunda:formField id='n' label='N' type='long' defaultValue='${1 + 1}'><camunda:validation><camunda:constraint name='min' config='1'/></camunda:validation></camunda:formField></camunda:formData></extensionElements></startEvent>"
                        + "<callActivity id='c' calledElement='child2'><extensionElements><camunda:inputOutput><camunda:inputParameter name='l'><camunda:list><camunda:value>${who}</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput><camunda:in sourceExpression='${l[0]}' target='given'/><camunda:in businessKey='#{execution.processBusinessKey}'/></extensionElements></callActivity>"
                        + "<serviceTask id='x' camunda:type='external' camunda:topic='mail'/><sequenceFlow id='f0' sourceRef='s' targetRef='c'/><sequenceFlow id='f1' sourceRef='c' targetRef='x'/>");
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("parts")
                .singleResult();
        assertThat(engine.getFormService()
                        .getStartFormData(definition.getId())
                        .getFormFields()
                        .get(0)
                        .getValue()
                        .getValue())
                .isEqualTo(2L);
        start("parts", Map.of("who", "eve"));
        var task = engine.getTaskService().createTaskQuery().taskAssignee("eve").singleResult();
        engine.getTaskService().complete(task.getId());
        assertThat(engine.getExternalTaskService()
                        .fetchAndLock(1, "w")
                        .topic("mail", 1000)
                        .execute())
                .hasSize(1);
    }

    @Test
    void published_bean_wins_over_variable_of_its_name() {
        deploy(
                "shadow",
                "<startEvent id='s'/><userTask id='u' name='within: ${limits.within(900)}'/><sequenceFlow id='f0' sourceRef='s' targetRef='u'/>");
        start("shadow", Map.of("limits", "mine"));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey("shadow")
                        .singleResult()
                        .getName())
                .isEqualTo("within: false");
    }

    @Test
    void refusal_names_every_problem_with_its_line() {
        assertThatThrownBy(() -> deploy(
                        "bad", "<startEvent id='s'/>\n<scriptTask id='a'/>\n<serviceTask id='b' camunda:class='x.Y'/>"))
                .hasMessageContaining("scriptTask")
                .hasMessageContaining("class")
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3");
    }

    @Test
    void a_deployment_as_we_ship_them_passes() {
        String review = TypicalModels.REVIEW;
        String registration = TypicalModels.REGISTRATION;
        String decision = Places.dmn(
                        "",
                        "<literalExpression id='l'><text>if valueInEuros &gt; 50000 then \"director\" else \"manager\"</text></literalExpression>")
                .replace("@K", "deal-approval");
        var files = Map.of(
                "processes/deals/deal-registration.bpmn",
                registration.getBytes(UTF_8),
                "processes/deals/deal-review.bpmn",
                review.getBytes(UTF_8),
                "processes/deals/deal-approval.dmn",
                decision.getBytes(UTF_8),
                "forms/deals/review-deal.form",
                TypicalModels.FORM.getBytes(UTF_8));
        assertThat(new ModelInspection(context).inspect(files)).isEmpty();

        var deployment = engine.getRepositoryService().createDeployment();
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
        var answerDue = new Date(System.currentTimeMillis() / 1000 * 1000 + 3_600_000);
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "deal-registration", "D-1", Map.of("valueInEuros", 60_000L, "answerDue", answerDue));

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("deal-registration")
                        .count())
                .isOne();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("deal-registration")
                        .singleResult()
                        .getId());
        var task = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("deal-review")
                .singleResult();
        assertThat(task.getDueDate()).hasSameTimeAs(answerDue);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo("D-1");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("director")
                        .processDefinitionKey("deal-review")
                        .count())
                .isOne();
        engine.getTaskService().complete(task.getId(), Map.of("answer", "action-required"));
        engine.getRuntimeService()
                .createMessageCorrelation("information-provided")
                .processInstanceBusinessKey("D-1")
                .correlate();
        engine.getTaskService()
                .complete(
                        engine.getTaskService()
                                .createTaskQuery()
                                .processDefinitionKey("deal-review")
                                .singleResult()
                                .getId(),
                        Map.of("answer", "approved"));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("D-1")
                        .count())
                .isZero();
    }

    private static void deploy(String key, String body) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(key + ".bpmn", Places.definitions("", body).replace("@K", key))
                .deploy();
    }

    private static String start(String key, Map<String, Object> variables) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(key, "B-1", variables)
                .getId();
    }
}
