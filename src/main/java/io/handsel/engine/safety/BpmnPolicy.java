package io.handsel.engine.safety;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a process model may contain. Everything not listed is refused, in every namespace: the engine finds many elements
 * by local name alone, and reads the old Activiti namespace as if it were Camunda's.
 *
 * <p>Works on the tree the engine has just read and will interpret next, so that the two cannot disagree about what the
 * file says.
 */
class BpmnPolicy {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> DRAWING_ELEMENTS = words("""
            BPMNDiagram BPMNPlane BPMNShape BPMNEdge BPMNLabel BPMNLabelStyle Font Bounds waypoint""");

    /** Attributes that modelers write for themselves; the engine does not read them. */
    private static final Set<String> TOOL_NAMESPACES = Set.of(
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Set<String> PLAIN_ATTRIBUTES = words("""
            id name targetNamespace exporter exporterVersion isExecutable isClosed processType default sourceRef targetRef
            attachedToRef cancelActivity isInterrupting triggeredByEvent isSequential calledElement errorRef errorCode
            signalRef messageRef escalationRef escalationCode activityRef waitForCompletion isForCompensation
            gatewayDirection processRef instantiate eventGatewayType textFormat associationDirection parallelMultiple
            dataObjectRef dataStoreRef isCollection categoryValueRef value""");

    /** Schema validation writes these defaults into the tree, though no author did; the engine does not read them. */
    private static final Set<String> SCHEMA_DEFAULTS = words("""
            expressionLanguage typeLanguage startQuantity completionQuantity behavior implementation method isImmediate""");

    private static final String ASYNC = " asyncBefore asyncAfter exclusive jobPriority";
    private static final String SERVICE =
            " delegateExpression expression resultVariable type topic taskPriority" + ASYNC;

    /** BPMN elements, each with the Camunda attributes it may carry. */
    private static final Map<String, Set<String>> BPMN_ELEMENTS = new HashMap<>();

    /** Camunda elements, each with its attributes, which have no namespace. */
    private static final Map<String, Set<String>> CAMUNDA_ELEMENTS = new HashMap<>();

    static {
        bpmn("", """
                definitions collaboration participant messageFlow laneSet childLaneSet lane flowNodeRef documentation
                extensionElements incoming outgoing textAnnotation text association group category categoryValue message
                error escalation signal conditionExpression timeDate timeDuration timeCycle timerEventDefinition
                terminateEventDefinition compensateEventDefinition cancelEventDefinition linkEventDefinition source target
                signalEventDefinition loopCardinality completionCondition dataObject dataObjectReference
                dataStoreReference dataStore""");
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
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");
    private static final Pattern BEAN_CALL =
            Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\.[A-Za-z0-9_]+\\(.*\\)\\s*}", Pattern.DOTALL);
    private static final String FIELD_TYPES = "string|long|boolean|date|enum";
    private static final String CONSTRAINTS = "required|readonly|min|max|minlength|maxlength";

    private final PublishedBeans beans;

    BpmnPolicy(PublishedBeans beans) {
        this.beans = beans;
    }

    /** Reports everything in this file that is not allowed, whatever else is in its deployment. */
    void check(Element root, Report report) {
        check(root, new Place(null, false, false), new FlowGraph(root).onLoops(), report);
    }

    /** Where in the model an element stands. */
    private record Place(@Nullable String owner, boolean onLoop, boolean multiplied) {}

    private void check(Element element, Place around, Set<String> loops, Report report) {
        String id = element.attribute("id");
        boolean multiplies = element.elements().stream()
                .anyMatch(child -> child.getTagName().equals("multiInstanceLoopCharacteristics"));
        Place here = new Place(
                id == null ? around.owner() : id,
                FlowGraph.isStep(element) ? loops.contains(id) : around.onLoop(),
                around.multiplied() || multiplies);
        if (DRAWING.contains(element.getUri())) {
            if (!DRAWING_ELEMENTS.contains(element.getTagName())) {
                report.add(ModelRule.VOCABULARY, element, here.owner(), "Not allowed: " + element.getTagName());
            }
        } else {
            checkVocabulary(element, here.owner(), report);
            checkMeaning(element, here.owner(), report);
            checkTimer(element, here.owner(), here.onLoop(), report);
            if (multiplies && around.multiplied()) {
                report.add(
                        ModelRule.MULTIPLICITY,
                        element,
                        here.owner(),
                        "A multi-instance activity may not stand inside another one");
            }
        }
        for (Element child : element.elements()) {
            check(child, here, loops, report);
        }
    }

    private void checkVocabulary(Element element, @Nullable String owner, Report report) {
        boolean own = CAMUNDA.equals(element.getUri());
        Set<String> allowed = own
                ? CAMUNDA_ELEMENTS.get(element.getTagName())
                : BPMN.equals(element.getUri()) ? BPMN_ELEMENTS.get(element.getTagName()) : null;
        if (allowed == null) {
            report.add(
                    ModelRule.VOCABULARY,
                    element,
                    owner,
                    "Not allowed: " + element.getTagName() + " of " + element.getUri());
            return;
        }
        for (String key : element.attributes()) {
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                continue;
            }
            int colon = key.lastIndexOf(':'); // keys are name, or namespace:name
            String namespace = colon < 0 ? "" : key.substring(0, colon);
            String name = key.substring(colon + 1);
            boolean known = switch (namespace) {
                case "" ->
                    own ? allowed.contains(name) : PLAIN_ATTRIBUTES.contains(name) || SCHEMA_DEFAULTS.contains(name);
                case CAMUNDA -> !own && allowed.contains(name);
                case XSI -> name.equals("type");
                default -> TOOL_NAMESPACES.contains(namespace);
            };
            if (!known) {
                report.add(
                        ModelRule.VOCABULARY,
                        element,
                        owner,
                        "Not allowed: attribute " + name + " on " + element.getTagName());
            }
            checkLength(element.attribute(key), element, owner, report);
        }
        checkLength(element.getText(), element, owner, report);
    }

    private static void checkLength(@Nullable String text, Element element, @Nullable String owner, Report report) {
        boolean evaluated = text != null && (text.contains("${") || text.contains("#{"));
        if (evaluated && text.length() > SafeExpressionManager.MAX_LENGTH) {
            report.add(
                    ModelRule.EXPRESSION,
                    element,
                    owner,
                    "Longer than " + SafeExpressionManager.MAX_LENGTH + " characters");
        }
    }

    /** Rules about values, for the elements that can make the engine run or load something. */
    private void checkMeaning(Element element, @Nullable String owner, Report report) {
        String problem = switch (element.getTagName()) {
            case "process" ->
                first(
                        literal(camunda(element, "historyTimeToLive"), "P\\d{1,5}D|\\d{1,5}"),
                        literal(camunda(element, "candidateStarterGroups"), "[a-z-]{1,40}(, ?[a-z-]{1,40})*"));
            case "callActivity" -> reference(element.attribute("calledElement"));
            case "userTask", "startEvent" ->
                first(reference(camunda(element, "formKey")), reference(camunda(element, "formRef")));
            case "formField" -> literal(element.attribute("type"), FIELD_TYPES);
            case "constraint" -> literal(element.attribute("name"), CONSTRAINTS);
            case "businessRuleTask" -> reference(camunda(element, "decisionRef"));
            default -> null;
        };
        if (problem != null) {
            report.add(ModelRule.VOCABULARY, element, owner, problem);
        }
        String work = switch (element.getTagName()) {
            case "serviceTask", "sendTask" -> work(element);
            case "businessRuleTask" -> camunda(element, "decisionRef") == null ? work(element) : null;
            case "messageEventDefinition" -> hasWork(element) ? work(element) : null;
            case "executionListener" -> listener(element, ExecutionListener.class);
            case "taskListener" -> listener(element, TaskListener.class);
            default -> null;
        };
        if (work != null) {
            report.add(ModelRule.WORK, element, owner, work);
        }
        if (element.getTagName().equals("loopCardinality")
                && !element.getText().trim().matches("[1-9]\\d?")) {
            report.add(ModelRule.MULTIPLICITY, element, owner, "A number of runs is a number from 1 to 99");
        }
    }

    private static void checkTimer(Element element, @Nullable String owner, boolean onLoop, Report report) {
        String text = element.getText().trim();
        String problem = switch (element.getTagName()) {
            case "timeDuration" -> isExpression(text) ? null : duration(text, onLoop);
            case "timeCycle" ->
                isExpression(text) || Durations.isBoundedCycle(text)
                        ? null
                        : "A cycle names at most " + Durations.MOST_REPEATS
                                + " repeats, a minute or more apart, such as R3/PT1H";
            case "timeDate" ->
                onLoop && !isExpression(text) ? "A loop cannot wait for a date that stays the same" : null;
            case "failedJobRetryTimeCycle" ->
                Durations.isBoundedRetry(text)
                        ? null
                        : "Retries are bounded and a second or more apart, such as R3/PT5M or PT10S,PT1M";
            default -> null;
        };
        if (problem != null) {
            report.add(ModelRule.TIMER, element, owner, problem + ", not: " + text);
        }
    }

    private static @Nullable String duration(String text, boolean onLoop) {
        Optional<Duration> period = Durations.period(text);
        if (period.isEmpty()) {
            return "A duration is written as in PT1H or P3D";
        }
        return onLoop && period.get().compareTo(Durations.SHORTEST) < 0
                ? "On a loop, a timer waits for a minute or longer"
                : null;
    }

    static boolean isExpression(String text) {
        return text.startsWith("${") || text.startsWith("#{") || text.matches("R\\d{0,4}/[$#]\\{.*}");
    }

    /** A piece of work is a published delegate, a call of a published bean, or a topic for external workers. */
    private @Nullable String work(Element element) {
        String delegate = camunda(element, "delegateExpression");
        String expression = camunda(element, "expression");
        String type = camunda(element, "type");
        if (delegate != null && expression == null && type == null) {
            return bean(BEAN, delegate, JavaDelegate.class);
        }
        if (expression != null && delegate == null && type == null) {
            return bean(BEAN_CALL, expression, Object.class);
        }
        if ("external".equals(type) && delegate == null && expression == null) {
            return camunda(element, "topic") == null ? "Needs a topic" : reference(camunda(element, "topic"));
        }
        return "Needs exactly one of: published delegate, call of a published bean, external topic";
    }

    private static boolean hasWork(Element element) {
        return element.attributes().stream().anyMatch(key -> key.startsWith(CAMUNDA));
    }

    private @Nullable String listener(Element element, Class<?> type) {
        String delegate = element.attribute("delegateExpression");
        String expression = element.attribute("expression");
        if (delegate != null && expression == null) {
            return bean(BEAN, delegate, type);
        }
        if (expression != null && delegate == null) {
            return bean(BEAN_CALL, expression, Object.class);
        }
        return "Needs exactly one of: published listener, call of a published bean";
    }

    private @Nullable String bean(Pattern form, String expression, Class<?> type) {
        Matcher matcher = form.matcher(expression.trim());
        boolean published = matcher.matches() && beans.contains(matcher.group(1), type);
        return published
                ? null
                : "Not a published " + (type == Object.class ? "bean" : type.getSimpleName()) + ": " + expression;
    }

    /** Names of other models, forms and topics: fixed in the model, so that a reader can see what it leads to. */
    private static @Nullable String reference(@Nullable String text) {
        return text == null || REFERENCE.matcher(text).matches() ? null : "Must be a plain name: " + text;
    }

    private static @Nullable String literal(@Nullable String text, String pattern) {
        return text == null || text.matches(pattern) ? null : "Value not allowed: " + text;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    static @Nullable String camunda(Element element, String name) {
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
