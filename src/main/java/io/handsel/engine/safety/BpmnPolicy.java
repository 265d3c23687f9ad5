package io.handsel.engine.safety;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a process model may contain. Everything not listed is refused, in every namespace: the engine finds many
 * elements by local name alone, and reads the old Activiti namespace as if it were Camunda's.
 *
 * <p>Works on the tree the engine has just read and will interpret next, so that the two cannot disagree about
 * what the file says.
 */
class BpmnPolicy {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> DRAWING_ELEMENTS =
            words("BPMNDiagram BPMNPlane BPMNShape BPMNEdge BPMNLabel Bounds waypoint");

    /** Attributes that bpmn-js and the modeler write for themselves; the engine does not read them. */
    private static final Set<String> TOOL_NAMESPACES = Set.of(
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Set<String> PLAIN_ATTRIBUTES = words("""
      id name targetNamespace exporter exporterVersion isExecutable isClosed processType default sourceRef targetRef
      attachedToRef cancelActivity isInterrupting triggeredByEvent isSequential calledElement errorRef errorCode
      signalRef messageRef escalationRef escalationCode activityRef waitForCompletion isForCompensation
      gatewayDirection processRef instantiate eventGatewayType textFormat associationDirection parallelMultiple""");

    /** Schema validation writes these defaults into the tree, though no author did; the engine does not read them. */
    private static final Set<String> SCHEMA_DEFAULTS = words("""
      expressionLanguage typeLanguage startQuantity completionQuantity behavior implementation method isImmediate""");

    private static final String ASYNC = " asyncBefore asyncAfter exclusive jobPriority";
    private static final String SERVICE =
            " delegateExpression expression resultVariable type topic taskPriority" + ASYNC;

    /** BPMN elements, each with the Camunda attributes it may carry. */
    private static final Map<String, Set<String>> BPMN_ELEMENTS = new HashMap<>();

    /** Camunda elements, each with its attributes (which have no namespace). */
    private static final Map<String, Set<String>> CAMUNDA_ELEMENTS = new HashMap<>();

    static {
        bpmn("", """
        definitions collaboration participant messageFlow laneSet lane flowNodeRef documentation extensionElements
        incoming outgoing textAnnotation text association group category categoryValue message error escalation signal
        conditionExpression condition timeDate timeDuration timeCycle timerEventDefinition terminateEventDefinition
        compensateEventDefinition cancelEventDefinition linkEventDefinition source target signalEventDefinition
        loopCardinality completionCondition""");
        bpmn(
                "versionTag historyTimeToLive jobPriority taskPriority isStartableInTasklist candidateStarterGroups",
                "process");
        bpmn("initiator formKey formRef formRefBinding formRefVersion" + ASYNC, "startEvent");
        bpmn(ASYNC, """
        endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent exclusiveGateway parallelGateway
        inclusiveGateway eventBasedGateway task manualTask receiveTask subProcess transaction sequenceFlow""");
        bpmn(
                "assignee candidateUsers candidateGroups dueDate followUpDate priority formKey formRef formRefBinding"
                        + " formRefVersion" + ASYNC,
                "userTask");
        bpmn(SERVICE, "serviceTask sendTask messageEventDefinition");
        bpmn(
                "decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag mapDecisionResult" + SERVICE,
                "businessRuleTask");
        bpmn("calledElementBinding calledElementVersion calledElementVersionTag" + ASYNC, "callActivity");
        bpmn("collection elementVariable" + ASYNC, "multiInstanceLoopCharacteristics");
        bpmn("errorCodeVariable errorMessageVariable", "errorEventDefinition");
        bpmn("escalationCodeVariable", "escalationEventDefinition");
        bpmn("variableName variableEvents", "conditionalEventDefinition");

        camunda("", "inputOutput list map formData validation properties values");
        camunda("name", "inputParameter outputParameter");
        camunda("key", "entry");
        camunda("id name value", "value property");
        camunda("id label type defaultValue datePattern businessKey", "formField");
        camunda("name config", "constraint");
        camunda("businessKey", "formData");
        camunda("id event delegateExpression expression", "executionListener taskListener");
        camunda("source sourceExpression target variables businessKey local", "in out");
        camunda("", "failedJobRetryTimeCycle");
    }

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,200}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");
    private static final Pattern BEAN_CALL =
            Pattern.compile("\\$\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\.[A-Za-z0-9_]+\\(.*\\)\\s*}", Pattern.DOTALL);
    private static final Set<String> FIELD_TYPES = words("string long boolean date enum");
    private static final Set<String> CONSTRAINTS = words("required readonly min max minlength maxlength");

    private final PublishedBeans beans;

    BpmnPolicy(PublishedBeans beans) {
        this.beans = beans;
    }

    /** Tells {@code report} about everything in this element and below that is not allowed. */
    void check(Element element, BiConsumer<String, Element> report) {
        if (DRAWING.contains(element.getUri())) {
            if (!DRAWING_ELEMENTS.contains(element.getTagName()))
                report.accept("Element not allowed: " + element.getTagName(), element);
        } else {
            checkAttributes(element, report);
            checkMeaning(element, report);
        }
        for (Element child : element.elements()) check(child, report);
    }

    private void checkAttributes(Element element, BiConsumer<String, Element> report) {
        boolean own = CAMUNDA.equals(element.getUri());
        Set<String> allowed = own
                ? CAMUNDA_ELEMENTS.get(element.getTagName())
                : BPMN.equals(element.getUri()) ? BPMN_ELEMENTS.get(element.getTagName()) : null;
        if (allowed == null) {
            report.accept("Element not allowed: " + element.getTagName() + " in " + element.getUri(), element);
            return;
        }
        for (String key : element.attributes()) {
            if (key.equals("xmlns") || key.startsWith("xmlns:")) continue;
            int colon = key.lastIndexOf(':'); // keys are name, or namespace:name
            String namespace = colon < 0 ? "" : key.substring(0, colon);
            String name = key.substring(colon + 1);
            boolean known = switch (namespace) {
                case "" ->
                    own ? allowed.contains(name) : PLAIN_ATTRIBUTES.contains(name) || SCHEMA_DEFAULTS.contains(name);
                case CAMUNDA -> !own && allowed.contains(name);
                case XSI -> name.equals("type") || name.equals("schemaLocation");
                default -> TOOL_NAMESPACES.contains(namespace);
            };
            if (!known) report.accept("Attribute not allowed: " + key + " on " + element.getTagName(), element);
        }
    }

    /** Rules about values, for the elements that can make the engine run or load something. */
    private void checkMeaning(Element element, BiConsumer<String, Element> report) {
        String problem = switch (element.getTagName()) {
            case "process" ->
                first(
                        literal(camunda(element, "historyTimeToLive"), "P\\d{1,5}D|\\d{1,5}"),
                        literal(camunda(element, "candidateStarterGroups"), "[a-z-]{1,40}(, ?[a-z-]{1,40})*"));
            case "serviceTask", "sendTask" -> work(element);
            case "businessRuleTask" ->
                camunda(element, "decisionRef") == null ? work(element) : reference(camunda(element, "decisionRef"));
            case "messageEventDefinition" -> anyWork(element) ? work(element) : null;
            case "callActivity" -> reference(element.attribute("calledElement"));
            case "userTask", "startEvent" ->
                first(reference(camunda(element, "formKey")), reference(camunda(element, "formRef")));
            case "executionListener" -> listener(element, ExecutionListener.class);
            case "taskListener" -> listener(element, TaskListener.class);
            case "formField" -> literal(element.attribute("type"), String.join("|", FIELD_TYPES));
            case "constraint" -> literal(element.attribute("name"), String.join("|", CONSTRAINTS));
            case "failedJobRetryTimeCycle" -> literal(element.getText().trim(), "[A-Z0-9/,]{1,60}");
            case "loopCardinality" ->
                literal(element.getText().trim(), "[1-9]\\d?"); // each round is a row: no millions
            default -> null;
        };
        if (problem != null) report.accept(problem + " in " + element.getTagName(), element);
    }

    /** A piece of work is a published delegate, a call of a published bean, or a topic for external workers. */
    private String work(Element element) {
        String delegate = camunda(element, "delegateExpression");
        String expression = camunda(element, "expression");
        String type = camunda(element, "type");
        if (delegate != null && expression == null && type == null) return bean(BEAN, delegate, JavaDelegate.class);
        if (expression != null && delegate == null && type == null) return bean(BEAN_CALL, expression, Object.class);
        if ("external".equals(type) && delegate == null && expression == null)
            return reference(camunda(element, "topic"));
        return "Needs exactly one of: published delegate, call of a published bean, external topic";
    }

    private static boolean anyWork(Element element) {
        return element.attributes().stream().anyMatch(key -> key.startsWith(CAMUNDA));
    }

    private String listener(Element element, Class<?> type) {
        String delegate = element.attribute("delegateExpression");
        String expression = element.attribute("expression");
        if (delegate != null && expression == null) return bean(BEAN, delegate, type);
        if (expression != null && delegate == null) return bean(BEAN_CALL, expression, Object.class);
        return "Needs exactly one of: published listener, call of a published bean";
    }

    private String bean(Pattern form, String expression, Class<?> type) {
        Matcher matcher = form.matcher(expression.trim());
        boolean published = matcher.matches() && beans.contains(matcher.group(1), type);
        return published
                ? null
                : "Not a published " + (type == Object.class ? "bean" : type.getSimpleName()) + ": " + expression;
    }

    /** Names of other models, forms and topics: fixed in the model, so that a reader can see what it leads to. */
    private static String reference(String value) {
        return value == null || REFERENCE.matcher(value).matches() ? null : "Must be a plain name: " + value;
    }

    private static String literal(String value, String pattern) {
        return value == null || value.matches(pattern) ? null : "Value not allowed: " + value;
    }

    private static String first(String one, String other) {
        return one != null ? one : other;
    }

    private static String camunda(Element element, String name) {
        return element.attribute(CAMUNDA + ":" + name);
    }

    private static void bpmn(String attributes, String elements) {
        words(elements).forEach(element -> BPMN_ELEMENTS.put(element, words(attributes)));
    }

    private static void camunda(String attributes, String elements) {
        words(elements).forEach(element -> CAMUNDA_ELEMENTS.put(element, words(attributes)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
