package io.handsel.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A process diagram as everybody may see it: the picture of a BPMN file, with the steps that are done, the step where
 * the case stands, and the reader's own words for them. Drawn on the server, so that it works without a script and
 * shows exactly what the engine runs.
 */
public final class ProcessDrawing {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";

    private final Map<String, Element> elements;
    private final List<Shape> shapes;
    private final List<Edge> edges;
    private final Set<String> done;
    private final Set<String> here;
    private final Map<String, String> words;

    private ProcessDrawing(
            Map<String, Element> elements,
            List<Shape> shapes,
            List<Edge> edges,
            Set<String> done,
            Set<String> here,
            Map<String, String> words) {
        this.elements = elements;
        this.shapes = shapes;
        this.edges = edges;
        this.done = Set.copyOf(done);
        this.here = Set.copyOf(here);
        this.words = Map.copyOf(words);
    }

    /** Where a step stands in the case. */
    public enum Progress {
        DONE,
        HERE,
        AHEAD
    }

    /** One step in words, for those who do not look at the picture. */
    public record Step(String id, String name, Progress progress) {}

    record Point(int x, int y) {}

    record Box(int x, int y, int width, int height) {
        int middleX() {
            return x + width / 2;
        }

        int middleY() {
            return y + height / 2;
        }
    }

    record Shape(Element element, Box box, @Nullable Box label, boolean expanded, boolean horizontal) {
        String id() {
            return element.getAttribute("id");
        }

        String kind() {
            return element.getLocalName();
        }
    }

    record Edge(
            Element element, List<Point> points, @Nullable Box label) {}

    /**
     * Reads a BPMN file with its diagram.
     *
     * @throws IllegalArgumentException when this is not a BPMN file
     */
    public static ProcessDrawing of(byte[] bpmn) {
        Document document = parsed(bpmn);
        Map<String, Element> elements = new HashMap<>();
        collect(document.getDocumentElement(), elements);
        List<Shape> shapes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        var planes = document.getElementsByTagNameNS(DIAGRAM, "BPMNPlane");
        if (planes.getLength() > 0) {
            for (Element drawn : children(planes.item(0))) {
                Element element = elements.get(drawn.getAttribute("bpmnElement"));
                if (element == null) {
                    continue;
                }
                if (drawn.getLocalName().equals("BPMNShape")) {
                    Box box = bounds(drawn);
                    if (box != null) {
                        shapes.add(new Shape(
                                element,
                                box,
                                label(drawn),
                                !drawn.getAttribute("isExpanded").equals("false"),
                                !drawn.getAttribute("isHorizontal").equals("false")));
                    }
                } else if (drawn.getLocalName().equals("BPMNEdge")) {
                    edges.add(new Edge(element, points(drawn), label(drawn)));
                }
            }
        }
        return new ProcessDrawing(elements, shapes, edges, Set.of(), Set.of(), Map.of());
    }

    /** The same drawing with these steps marked as done. */
    public ProcessDrawing done(Set<String> ids) {
        return new ProcessDrawing(elements, shapes, edges, ids, here, words);
    }

    /** The same drawing with these steps marked as the present ones. */
    public ProcessDrawing here(Set<String> ids) {
        return new ProcessDrawing(elements, shapes, edges, done, ids, words);
    }

    /** The same drawing with these words in place of the model's names, by element id. */
    public ProcessDrawing inWords(Map<String, String> namesById) {
        return new ProcessDrawing(elements, shapes, edges, done, here, namesById);
    }

    /** The named tasks and events of the diagram, from left to right. */
    public List<Step> steps() {
        return shapes.stream()
                .filter(shape -> isStep(shape.kind()))
                .filter(shape -> !name(shape.element()).isBlank())
                .sorted((one, other) -> one.box().x() != other.box().x()
                        ? Integer.compare(one.box().x(), other.box().x())
                        : Integer.compare(one.box().y(), other.box().y()))
                .map(shape -> new Step(shape.id(), name(shape.element()), progress(shape.id())))
                .toList();
    }

    /** The ids of everything in the drawing that has a name: steps, questions and their answers. */
    public Set<String> named() {
        return Stream.concat(shapes.stream().map(Shape::element), edges.stream().map(Edge::element))
                .filter(element -> !element.getAttribute("name").isBlank())
                .map(element -> element.getAttribute("id"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The picture as an SVG element with classes and no styles; {@code title} says what it shows. */
    public String svg(String title) {
        return new ProcessPicture(this).drawn(title);
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Edge> edges() {
        return edges;
    }

    String name(Element element) {
        String own = words.get(element.getAttribute("id"));
        if (own != null) {
            return own;
        }
        if (element.getLocalName().equals("textAnnotation")) {
            return element.getTextContent().strip();
        }
        return element.getAttribute("name").strip();
    }

    Progress progress(String id) {
        return here.contains(id) ? Progress.HERE : done.contains(id) ? Progress.DONE : Progress.AHEAD;
    }

    /** A flow was taken when both its ends were reached; good enough for a picture, the timeline has the exact story. */
    boolean taken(Element flow) {
        Set<String> reached = new HashSet<>(done);
        boolean from = reached.contains(flow.getAttribute("sourceRef"));
        reached.addAll(here);
        return from && reached.contains(flow.getAttribute("targetRef"));
    }

    private static boolean isStep(String kind) {
        return kind.endsWith("Task")
                || kind.equals("task")
                || kind.equals("callActivity")
                || kind.equals("subProcess")
                || kind.endsWith("Event");
    }

    private static Document parsed(byte[] bpmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bpmn));
        } catch (SAXException | IOException notXml) {
            throw new IllegalArgumentException("This is not a BPMN file.", notXml);
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void collect(Element parent, Map<String, Element> elements) {
        if (BPMN.equals(parent.getNamespaceURI()) && parent.hasAttribute("id")) {
            elements.put(parent.getAttribute("id"), parent);
        }
        children(parent).forEach(child -> collect(child, elements));
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static @Nullable Box bounds(Element drawn) {
        return children(drawn).stream()
                .filter(child -> child.getLocalName().equals("Bounds"))
                .findFirst()
                .map(bounds -> new Box(
                        number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height")))
                .orElse(null);
    }

    private static @Nullable Box label(Element drawn) {
        return children(drawn).stream()
                .filter(child -> child.getLocalName().equals("BPMNLabel"))
                .findFirst()
                .map(ProcessDrawing::bounds)
                .orElse(null);
    }

    private static List<Point> points(Element drawn) {
        return children(drawn).stream()
                .filter(child -> child.getLocalName().equals("waypoint"))
                .map(point -> new Point(number(point, "x"), number(point, "y")))
                .toList();
    }

    private static int number(Element element, String attribute) {
        return Math.round(Float.parseFloat(element.getAttribute(attribute)));
    }

    /** The event definitions, loop marks and the like of an element, by their kind. */
    static Map<String, Element> marks(Element element) {
        Map<String, Element> marks = new LinkedHashMap<>();
        children(element).forEach(child -> marks.put(child.getLocalName(), child));
        return marks;
    }
}
