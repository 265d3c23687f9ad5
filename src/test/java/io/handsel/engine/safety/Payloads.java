package io.handsel.engine.safety;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Expressions that sing when they are evaluated without protection, by family. */
final class Payloads {

    private static final String FIRE = ".forName('io.handsel.engine.safety.Canary').getMethod('fire').invoke(null)";

    static final Map<String, String> ALL = new LinkedHashMap<>();

    /** One of each kind, for quick runs. */
    static final Set<String> SHORT = Set.of(
            "text-getClass",
            "bracket-steps",
            "deferred",
            "ternary",
            "services-property",
            "unpublished-bean-call",
            "unpublished-bean-itself",
            "spring-dataSource",
            "published-hidden-call",
            "map-list-steps");

    static {
        ALL.put("text-getClass", "${''.getClass()" + FIRE + "}");
        ALL.put("text-class-property", "${''.class" + FIRE + "}");
        ALL.put(
                "bracket-steps",
                "${''['class']['forName']('io.handsel.engine.safety.Canary')['getMethod']('fire')['invoke'](null)}");
        ALL.put("number-and-boolean", "${(1).getClass()" + FIRE + "}${true.getClass()" + FIRE + "}");
        ALL.put("deferred", "#{''.getClass()" + FIRE + "}");
        ALL.put("composite-text", "a ${''.getClass()" + FIRE + "} b");
        ALL.put("ternary", "${true ? ''.getClass()" + FIRE + " : 1}");
        ALL.put("empty-and-or", "${not empty ''.getClass()" + FIRE + " or false}");
        ALL.put("arithmetic-coercion", "${1 + ''.getClass()" + FIRE + "}");
        ALL.put("nested-argument", "${sink.take(''.getClass()" + FIRE + ")}");
        ALL.put("class-object", "${sink.take(''.getClass())}");
        ALL.put("array-steps", "${''.getBytes().getClass()" + FIRE + "}");
        ALL.put("map-list-steps", "${map.getClass()" + FIRE + "}${list.toArray().getClass()" + FIRE + "}");
        ALL.put("map-list-class", "${map.entrySet().getClass()" + FIRE + "}");
        ALL.put("services-property", "${sink.take(execution.processEngineServices)}");
        ALL.put("services-call", "${sink.take(execution.getProcessEngineServices().getRepositoryService())}");
        ALL.put("model-instance", "${sink.take(execution.bpmnModelInstance)}");
        ALL.put("task-execution", "${sink.take(task.execution.processEngineServices)}");
        ALL.put("unpublished-bean-call", "${secret.fire()}");
        ALL.put("unpublished-bean-property", "${secret.fire}");
        ALL.put("unpublished-bean-itself", "${secret}");
        ALL.put("spring-dataSource", "${sink.take(dataSource)}");
        ALL.put("spring-environment", "${sink.take(environment)}");
        ALL.put("spring-factory", "${sink.take(processEngine.processEngineConfiguration)}");
        ALL.put("published-hidden-call", "${sink.hidden()}");
        ALL.put("published-hidden-property", "${sink.hidden}");
        ALL.put("published-class", "${sink.class" + FIRE + "}");
        ALL.put("function-result", "${now().getClass()" + FIRE + "}${dateTime().getClass()" + FIRE + "}");
        ALL.put("spin-function", "${JSON('{}').getClass()" + FIRE + "}");
        ALL.put("spin-object", "${sink.take(JSON('{}'))}");
        ALL.put("user-function", "${currentUserGroups().getClass()" + FIRE + "}");
        ALL.put("variable-context", "${variableContext.getClass()" + FIRE + "}");
        ALL.put("lambda", "${(x -> x.getClass()" + FIRE + ")('')}");
        ALL.put("static-import", "${T(io.handsel.engine.safety.Canary).fire()}${Canary.fire()}");
        ALL.put("list-literal", "${['x'].getClass()" + FIRE + "}");
        ALL.put("assignment", "${v = ''.getClass()" + FIRE + "}");
    }

    private Payloads() {}
}
