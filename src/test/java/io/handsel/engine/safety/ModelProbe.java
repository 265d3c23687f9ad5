package io.handsel.engine.safety;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;

/** Deploys one file and then does everything with it that a server would: start, show forms, complete, run jobs. */
class ModelProbe {

    static final String SHELL_MARK = System.getProperty("java.io.tmpdir") + "/shell-mark";

    /** What a probe did: whether it reached forbidden code, and how far it got. */
    record Outcome(boolean fired, boolean deployed, String refusal) {}

    public static class VariableDelegate implements JavaDelegate, Serializable {
        public int getX() {
            return 1;
        }

        @Override
        public void execute(DelegateExecution execution) {
            Canary.fire();
        }
    }

    public static class Pojo implements Serializable {
        public int getX() {
            return 1;
        }

        @JsonIgnore // the engine may serialise it: that alone must not count
        public String getFire() {
            return Canary.fire();
        }

        public String fire() {
            return Canary.fire();
        }
    }

    private final ProcessEngine engine;
    private int count;

    ModelProbe(ProcessEngine engine) {
        this.engine = engine;
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "child.bpmn",
                        Places.definitions("", "<startEvent id='s'/>").replace("@K", "child"))
                .addString(
                        "d.dmn",
                        Places.dmn("", "<literalExpression id='l'><text>1</text></literalExpression>")
                                .replace("@K", "d"))
                .deploy();
    }

    Outcome run(String template, String payload) {
        String key = "k" + count++;
        String xml = template.replace(
                        "@P",
                        payload.replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                                .replace("\"", "&quot;"))
                .replace("@K", key);
        boolean decision = xml.contains("/DMN/");
        Canary.sang = false;
        String deployment;
        try {
            Files.deleteIfExists(Path.of(SHELL_MARK));
            deployment = engine.getRepositoryService()
                    .createDeployment()
                    .addString(key + (decision ? ".dmn" : ".bpmn"), xml)
                    .deploy()
                    .getId();
        } catch (Exception e) {
            return new Outcome(fired(), false, root(e));
        }
        String[] problem = {null};
        try {
            attempt(problem, () -> {
                if (decision)
                    engine.getDecisionService()
                            .evaluateDecisionByKey(key)
                            .variables(variables())
                            .evaluate();
                else live(key, problem);
            });
            return new Outcome(fired(), true, problem[0]);
        } finally {
            try {
                engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
            } catch (Exception ignored) {
                /* probes may leave anything behind */
            }
        }
    }

    private void live(String key, String[] problem) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .singleResult();
        attempt(problem, () -> engine.getFormService().getStartFormData(definition.getId()));
        attempt(problem, () -> engine.getFormService().getStartFormKey(definition.getId()));
        attempt(
                problem,
                () -> engine.getRuntimeService()
                        .createConditionEvaluation()
                        .setVariables(variables())
                        .evaluateStartConditions());
        attempt(problem, () -> engine.getRuntimeService().startProcessInstanceByKey(key, variables()));
        if (!fired() && !alive(key)) { // objects are refused: go on with plain data
            attempt(problem, () -> engine.getRuntimeService().startProcessInstanceByKey(key, plain()));
        }
        for (int round = 0; round < 3 && !fired() && alive(key); round++) {
            engine.getManagementService()
                    .createJobQuery()
                    .processDefinitionKey(key)
                    .list()
                    .forEach(job ->
                            attempt(problem, () -> engine.getManagementService().executeJob(job.getId())));
            engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey(key)
                    .initializeFormKeys()
                    .list()
                    .forEach(task -> {
                        attempt(
                                problem,
                                () -> engine.getFormService()
                                        .getTaskFormKey(definition.getId(), task.getTaskDefinitionKey()));
                        attempt(problem, () -> engine.getFormService().getTaskFormData(task.getId()));
                        attempt(problem, () -> engine.getFormService().getTaskFormVariables(task.getId()));
                        attempt(problem, () -> engine.getFormService().submitTaskForm(task.getId(), Map.of("f", 5L)));
                        attempt(problem, () -> engine.getTaskService().complete(task.getId()));
                    });
            engine.getExternalTaskService()
                    .fetchAndLock(9, "w")
                    .topic("t", 60_000)
                    .execute()
                    .forEach(task -> attempt(
                            problem,
                            () -> engine.getExternalTaskService().handleFailure(task.getId(), "w", "m", "d", 0, 0)));
            engine.getExternalTaskService()
                    .createExternalTaskQuery()
                    .processDefinitionKey(key)
                    .list()
                    .forEach(task -> attempt(
                            problem, () -> engine.getExternalTaskService().complete(task.getId(), "w")));
        }
    }

    private boolean alive(String key) {
        return engine.getRuntimeService()
                        .createExecutionQuery()
                        .processDefinitionKey(key)
                        .count()
                > 0;
    }

    private static Map<String, Object> plain() {
        var variables = new HashMap<String, Object>();
        variables.put("map", new HashMap<>(Map.of("a", 1)));
        variables.put("list", new java.util.ArrayList<>(List.of(1, 2)));
        variables.put("v", "x");
        return variables;
    }

    /** Among them two objects: the engine may hold some, put there by Java code. */
    private static Map<String, Object> variables() {
        var variables = new HashMap<>(plain());
        variables.put("delegateVariable", Variables.untypedValue(new VariableDelegate(), true));
        variables.put("pojo", Variables.untypedValue(new Pojo(), true));
        return variables;
    }

    static boolean fired() {
        return Canary.sang || Files.exists(Path.of(SHELL_MARK));
    }

    private static void attempt(String[] problem, Runnable step) {
        if (fired()) return;
        try {
            step.run();
        } catch (Exception e) {
            if (problem[0] == null) problem[0] = root(e);
        }
    }

    private static String root(Throwable e) {
        while (e.getCause() != null && e.getCause() != e) e = e.getCause();
        return e.getClass().getSimpleName() + ": "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
