package io.handsel.engine.safety;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a process and what may follow what without anybody doing anything. Each step has an entry and an exit; a
 * step that waits has no way from the one to the other. A circle that remains would keep the engine busy for ever.
 */
class FlowGraph {

    private static final Set<String> ACTIVITIES = Set.of(
            "task",
            "manualTask",
            "userTask",
            "receiveTask",
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess");
    private static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");

    /** Steps whose Java code may raise an error for a boundary event around them. */
    private static final Set<String> MAY_FAIL = Set.of("serviceTask", "sendTask", "businessRuleTask", "callActivity");

    /** Events that another step of the same process sets off. */
    private static final List<String> RAISED = List.of(
            "errorEventDefinition", "escalationEventDefinition", "signalEventDefinition", "cancelEventDefinition");

    private final Map<String, Element> steps = new LinkedHashMap<>();
    private final Map<String, Element> scopes = new HashMap<>();
    private final Map<String, Set<String>> next = new LinkedHashMap<>();
    private final Predicate<String> callsPass;
    private final boolean throughWaits;

    /** The graph in which waiting steps are passed too, to find what stands on a loop. */
    FlowGraph(Element root) {
        this(root, true, key -> true);
    }

    /** The graph of what happens without waiting; {@code callsPass} knows the called processes that never wait. */
    static FlowGraph withoutWaits(Element root, Predicate<String> callsPass) {
        return new FlowGraph(root, false, callsPass);
    }

    private FlowGraph(Element root, boolean throughWaits, Predicate<String> callsPass) {
        this.throughWaits = throughWaits;
        this.callsPass = callsPass;
        collect(root, null);
        steps.values().forEach(this::connect);
        connectFlows(root);
    }

    /** Whether this element is a step: an activity, an event or a gateway. */
    static boolean isStep(Element element) {
        return isStep(element.getTagName());
    }

    static boolean isStep(String kind) {
        return ACTIVITIES.contains(kind) || EVENTS.contains(kind) || kind.endsWith("Gateway");
    }

    /** The ids of all steps that stand on a circle. */
    Set<String> onLoops() {
        Set<String> found = new HashSet<>();
        for (Set<String> circle : circles()) {
            circle.forEach(point -> found.add(step(point)));
        }
        return found;
    }

    /** The steps of one circle, in the order of the file, or nothing when there is none. */
    Optional<List<String>> circle() {
        return circles().stream()
                .findFirst()
                .map(circle -> steps.keySet().stream()
                        .filter(id -> circle.contains(entry(id)) || circle.contains(exit(id)))
                        .toList());
    }

    /** Whether the process can run from a start event of its own to an end without anything to wait for. */
    boolean passes(Element process) {
        Deque<String> open = new ArrayDeque<>();
        process.elements().stream()
                .filter(child -> child.getTagName().equals("startEvent"))
                .map(start -> entry(start.attribute("id")))
                .forEach(open::add);
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String point = open.poll();
            Element step = steps.get(step(point));
            boolean atTheEnd = point.equals(exit(step(point)))
                    && scopes.get(step(point)) == process
                    && !hasOutgoing(step(point), process);
            if (atTheEnd || mayRaise(step)) {
                return true;
            }
            next.getOrDefault(point, Set.of()).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }

    private static boolean mayRaise(Element step) {
        return step.getTagName().equals("endEvent") && RAISED.stream().anyMatch(kind -> has(step, kind));
    }

    private static boolean hasOutgoing(String id, Element scope) {
        return scope.elements().stream()
                .anyMatch(flow -> flow.getTagName().equals("sequenceFlow") && id.equals(flow.attribute("sourceRef")));
    }

    private void collect(Element element, @Nullable Element scope) {
        String id = element.attribute("id");
        boolean step = isStep(element);
        if (step && id != null && scope != null) {
            steps.put(id, element);
            scopes.put(id, scope);
        }
        boolean opens = element.getTagName().equals("process") || ACTIVITIES.contains(element.getTagName());
        for (Element child : element.elements()) {
            collect(child, opens ? element : scope);
        }
    }

    private void connectFlows(Element element) {
        if (element.getTagName().equals("sequenceFlow")) {
            String source = element.attribute("sourceRef");
            String target = element.attribute("targetRef");
            if (steps.containsKey(source) && steps.containsKey(target)) {
                edge(exit(source), entry(target));
            }
        }
        element.elements().forEach(this::connectFlows);
    }

    private void connect(Element step) {
        String id = step.attribute("id");
        boolean isSubProcess = !step.elements("startEvent").isEmpty();
        boolean mayBeSkipped = has(step, "multiInstanceLoopCharacteristics") && !runsAtLeastOnce(step);
        if (mayBeSkipped || throughWaits || (!isSubProcess && !waits(step))) {
            if (!has(step, "linkEventDefinition") || step.getTagName().equals("intermediateCatchEvent")) {
                edge(entry(id), exit(id));
            }
        }
        switch (step.getTagName()) {
            case "boundaryEvent" -> connectBoundary(step);
            case "startEvent" -> connectStart(step);
            case "intermediateThrowEvent" -> connectLink(step);
            default -> {
                // Everything else is connected by sequence flows alone.
            }
        }
        Element scope = scopes.get(id);
        boolean ends = step.getTagName().equals("endEvent") || !hasOutgoing(id, scope);
        if (ends && !mayRaise(step) && !scope.getTagName().equals("process") && !isBoundaryOnly(step)) {
            edge(exit(id), exit(scope.attribute("id")));
        }
    }

    private static boolean isBoundaryOnly(Element step) {
        return "true".equals(step.attribute("isForCompensation"));
    }

    /** Raised events are entered from what raises them, so that a wait before the error counts; others from the host. */
    private void connectBoundary(Element boundary) {
        String id = boundary.attribute("id");
        String host = boundary.attribute("attachedToRef");
        if (!steps.containsKey(host)) {
            return;
        }
        Element activity = steps.get(host);
        boolean raised = RAISED.stream().anyMatch(kind -> has(boundary, kind));
        if (raised && !activity.elements("startEvent").isEmpty()) {
            raisers(activity).forEach(raiser -> edge(entry(raiser), entry(id)));
        } else if (!raised || throughWaits || !isPatientCall(activity)) {
            edge(entry(host), entry(id));
        }
    }

    private boolean isPatientCall(Element activity) {
        return activity.getTagName().equals("callActivity") && waits(activity);
    }

    private void connectStart(Element start) {
        String id = start.attribute("id");
        Element scope = scopes.get(id);
        if (scope.getTagName().equals("process")) {
            return;
        }
        if (!"true".equals(scope.attribute("triggeredByEvent"))) {
            edge(entry(scope.attribute("id")), entry(id));
        } else if (RAISED.stream().anyMatch(kind -> has(start, kind))) {
            Element around = scopes.get(scope.attribute("id"));
            raisers(around).stream()
                    .filter(raiser -> isThrow(steps.get(raiser)) || !isInside(steps.get(raiser), scope))
                    .filter(raiser -> sameKind(steps.get(raiser), start))
                    .forEach(raiser -> edge(entry(raiser), entry(id)));
        }
    }

    /** A link event goes on at the event of its name. */
    private void connectLink(Element thrown) {
        Element link = thrown.element("linkEventDefinition");
        if (link == null) {
            return;
        }
        String name = link.attribute("name", "");
        steps.values().stream()
                .filter(step -> step.getTagName().equals("intermediateCatchEvent"))
                .filter(step -> has(step, "linkEventDefinition"))
                .filter(step -> name.equals(step.element("linkEventDefinition").attribute("name", "")))
                .forEach(step -> edge(entry(thrown.attribute("id")), entry(step.attribute("id"))));
    }

    private List<String> raisers(Element scope) {
        List<String> found = new ArrayList<>();
        steps.forEach((id, step) -> {
            if (isInside(step, scope) && (isThrow(step) || MAY_FAIL.contains(step.getTagName()))) {
                found.add(id);
            }
        });
        return found;
    }

    private boolean isInside(Element step, Element scope) {
        Element around = scopes.get(step.attribute("id"));
        while (around != null && around != scope) {
            around = scopes.get(around.attribute("id", ""));
        }
        return around == scope;
    }

    private static boolean isThrow(Element step) {
        return step.getTagName().equals("endEvent") || step.getTagName().equals("intermediateThrowEvent");
    }

    private static boolean sameKind(Element raiser, Element start) {
        return !isThrow(raiser)
                ? has(start, "errorEventDefinition")
                : RAISED.stream()
                        .anyMatch(kind -> has(raiser, kind) && has(start, kind) && sameCode(raiser, start, kind));
    }

    private static boolean sameCode(Element raiser, Element start, String kind) {
        String attribute = kind.replace("EventDefinition", "Ref");
        String code = start.element(kind).attribute(attribute);
        return code == null || code.equals(raiser.element(kind).attribute(attribute));
    }

    /** Whether somebody or something outside must act before this step is left. */
    private boolean waits(Element step) {
        return switch (step.getTagName()) {
            case "userTask", "receiveTask" -> true;
            case "callActivity" -> !callsPass.test(step.attribute("calledElement", ""));
            case "intermediateCatchEvent", "boundaryEvent", "startEvent" ->
                has(step, "messageEventDefinition") || hasPatientTimer(step);
            default -> false;
        };
    }

    /** A timer is a wait when it is long enough, or when the engine will see to that ({@link SpacedTime}). */
    private static boolean hasPatientTimer(Element event) {
        Element timer = event.element("timerEventDefinition");
        if (timer == null) {
            return false;
        }
        for (Element time : timer.elements()) {
            String text = time.getText().trim();
            boolean patient = switch (time.getTagName()) {
                case "timeDuration" ->
                    Durations.period(text)
                            .filter(period -> period.compareTo(Durations.SHORTEST) >= 0)
                            .isPresent();
                case "timeCycle" -> Durations.isBoundedCycle(text);
                default -> false;
            };
            if (patient || BpmnPolicy.isExpression(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean runsAtLeastOnce(Element step) {
        Element loop = step.element("multiInstanceLoopCharacteristics");
        return loop.element("loopCardinality") != null;
    }

    private static boolean has(Element step, String kind) {
        return step.element(kind) != null;
    }

    private void edge(String from, String to) {
        next.computeIfAbsent(from, point -> new LinkedHashSet<>()).add(to);
    }

    private static String entry(String step) {
        return "in " + step;
    }

    private static String exit(String step) {
        return "out " + step;
    }

    private static String step(String point) {
        return point.substring(point.indexOf(' ') + 1);
    }

    /** The circles of the graph: its strongly connected parts (Tarjan), without recursion, for models may be long. */
    private List<Set<String>> circles() {
        List<Set<String>> circles = new ArrayList<>();
        Map<String, Integer> order = new HashMap<>();
        Map<String, Integer> low = new HashMap<>();
        Set<String> onStack = new HashSet<>();
        Deque<String> stack = new ArrayDeque<>();
        for (String root : next.keySet()) {
            if (order.containsKey(root)) {
                continue;
            }
            Deque<String> path = new ArrayDeque<>();
            Map<String, Deque<String>> remaining = new HashMap<>();
            path.push(root);
            while (!path.isEmpty()) {
                String point = path.peek();
                if (!order.containsKey(point)) {
                    order.put(point, order.size());
                    low.put(point, order.get(point));
                    stack.push(point);
                    onStack.add(point);
                    remaining.put(point, new ArrayDeque<>(next.getOrDefault(point, Set.of())));
                }
                String following = remaining.get(point).poll();
                if (following == null) {
                    path.pop();
                    if (!path.isEmpty()) {
                        low.merge(path.peek(), low.get(point), Math::min);
                    }
                    if (low.get(point).equals(order.get(point))) {
                        Set<String> part = new HashSet<>();
                        String member;
                        do {
                            member = stack.pop();
                            onStack.remove(member);
                            part.add(member);
                        } while (!member.equals(point));
                        if (part.size() > 1
                                || next.getOrDefault(point, Set.of()).contains(point)) {
                            circles.add(part);
                        }
                    }
                } else if (!order.containsKey(following)) {
                    path.push(following);
                } else if (onStack.contains(following)) {
                    low.merge(point, order.get(following), Math::min);
                }
            }
        }
        return circles;
    }
}
