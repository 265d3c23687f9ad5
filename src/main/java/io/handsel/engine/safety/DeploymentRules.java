package io.handsel.engine.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What files that are deployed together may do to each other: call in a circle, multiply each other's work, or run in a
 * loop that waits for nobody.
 */
class DeploymentRules {

    private record Process(String file, Element root, Element element) {

        String key() {
            return element.attribute("id", "");
        }
    }

    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final Map<String, Set<String>> leadsTo = new HashMap<>();
    private final Map<String, Boolean> passing = new HashMap<>();
    private final List<ModelFinding> findings = new ArrayList<>();

    static List<ModelFinding> check(Map<String, Element> roots) {
        return new DeploymentRules(roots).findings;
    }

    private DeploymentRules(Map<String, Element> roots) {
        roots.forEach((file, root) -> root.elements("process").stream()
                .map(process -> new Process(file, root, process))
                .forEach(process -> processes.put(process.key(), process)));
        processes.values().forEach(this::connect);
        checkRecursion();
        if (findings.isEmpty()) { // the rest follows calls, and relies on their having an end
            roots.forEach(this::checkLoops);
            checkMultiplication();
        }
    }

    private void connect(Process process) {
        Set<String> followers = new LinkedHashSet<>();
        within(process.element(), "callActivity")
                .map(call -> call.attribute("calledElement", ""))
                .filter(processes::containsKey)
                .forEach(followers::add);
        List<String> thrown = Stream.of("intermediateThrowEvent", "endEvent")
                .flatMap(kind -> within(process.element(), kind))
                .flatMap(event -> signals(process.root(), event))
                .toList();
        for (Process other : processes.values()) {
            boolean heard = within(other.element(), "startEvent")
                    .flatMap(event -> signals(other.root(), event))
                    .anyMatch(thrown::contains);
            if (heard) {
                followers.add(other.key());
            }
        }
        leadsTo.put(process.key(), followers);
    }

    private void checkRecursion() {
        for (Process process : processes.values()) {
            Set<String> reached = new LinkedHashSet<>();
            List<String> open = new ArrayList<>(leadsTo.get(process.key()));
            while (!open.isEmpty()) {
                String key = open.remove(open.size() - 1);
                if (reached.add(key)) {
                    open.addAll(leadsTo.get(key));
                }
            }
            if (reached.contains(process.key())) {
                add(process, process.key(), ModelRule.RECURSION, "Calls or signals lead back to this process");
            }
        }
    }

    private void checkLoops(String file, Element root) {
        Optional<List<String>> circle =
                FlowGraph.withoutWaits(root, this::passes).circle();
        circle.ifPresent(steps -> findings.add(new ModelFinding(
                file,
                steps.get(0),
                0,
                ModelRule.LOOP,
                "These steps repeat without a person, message or timer to wait for: " + String.join(", ", steps))));
    }

    /** Whether a called process may come to its end without waiting; one that is not here might. */
    private boolean passes(String key) {
        Process process = processes.get(key);
        if (process == null) {
            return true;
        }
        Boolean known = passing.get(key);
        if (known == null) {
            known = FlowGraph.withoutWaits(process.root(), this::passes).passes(process.element());
            passing.put(key, known);
        }
        return known;
    }

    private void checkMultiplication() {
        for (Process process : processes.values()) {
            within(process.element(), "callActivity", "subProcess", "transaction")
                    .filter(DeploymentRules::isMultiplied)
                    .filter(step -> calls(step).anyMatch(key -> multiplies(key, new HashSet<>())))
                    .forEach(step -> add(
                            process,
                            step.attribute("id", ""),
                            ModelRule.MULTIPLICITY,
                            "A multi-instance activity may not call a process that has one"));
        }
    }

    private boolean multiplies(String key, Set<String> seen) {
        Process process = processes.get(key);
        if (process == null || !seen.add(key)) {
            return false;
        }
        return within(process.element(), "multiInstanceLoopCharacteristics")
                        .findAny()
                        .isPresent()
                || calls(process.element()).anyMatch(called -> multiplies(called, seen));
    }

    private static boolean isMultiplied(Element step) {
        return !step.elements("multiInstanceLoopCharacteristics").isEmpty();
    }

    private static Stream<String> calls(Element element) {
        return within(element, "callActivity").map(call -> call.attribute("calledElement", ""));
    }

    private static Stream<String> signals(Element root, Element event) {
        return event.elements("signalEventDefinition").stream()
                .map(definition -> definition.attribute("signalRef", ""))
                .map(ref -> root.elements("signal").stream()
                        .filter(signal -> ref.equals(signal.attribute("id")))
                        .map(signal -> signal.attribute("name", ""))
                        .findFirst()
                        .orElse(ref));
    }

    private static Stream<Element> within(Element element, String... kinds) {
        Stream<Element> below = element.elements().stream().flatMap(child -> within(child, kinds));
        return List.of(kinds).contains(element.getTagName()) ? Stream.concat(Stream.of(element), below) : below;
    }

    private void add(Process process, String element, ModelRule rule, String sentence) {
        findings.add(new ModelFinding(process.file(), element, process.element().getLine(), rule, sentence));
    }
}
