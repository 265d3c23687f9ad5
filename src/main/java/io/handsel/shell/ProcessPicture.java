package io.handsel.shell;

import io.handsel.shell.ProcessDrawing.Box;
import io.handsel.shell.ProcessDrawing.Edge;
import io.handsel.shell.ProcessDrawing.Point;
import io.handsel.shell.ProcessDrawing.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Element;

/** Turns a {@link ProcessDrawing} into SVG: pools and lanes first, then flows, steps, and what sits on their edges. */
final class ProcessPicture {

    private static final int MARGIN = 12;
    private static final int LINE_HEIGHT = 14;
    /** Widths of letters at 12 px, near enough for breaking lines. */
    private static final int LETTER_TENTHS = 64;

    private static final Map<String, String> TASK_SIGNS = Map.of(
            "userTask", "M4 15v-2a5 5 0 0110 0v2zM9 8a3 3 0 110-6 3 3 0 010 6z",
            "serviceTask",
                    "M9 6a3 3 0 100 6 3 3 0 000-6zM9 1v3M9 14v3M1 9h3M14 9h3M3.5 3.5l2 2M12.5 12.5l2 2M14.5 3.5l-2 2M5.5 12.5l-2 2",
            "businessRuleTask", "M1 3h16v12H1zM1 7h16M6 7v8M1 11h16",
            "sendTask", "M1 3h16v12H1zM1 3l8 7 8-7",
            "receiveTask", "M1 3h16v12H1zM1 3l8 7 8-7",
            "scriptTask", "M4 1h11q-5 4-2 8t-1 8H2q4-4 1-8t1-8zM6 5h5M6 9h5M6 13h5",
            "manualTask", "M1 9l4-5h7v2H9h8v2h-7 6v2h-6 5v2h-5 3v2H6z");

    private static final Map<String, String> EVENT_SIGNS = Map.of(
            "messageEventDefinition", "M-8-5H8V6H-8zM-8-5L0 2 8-5",
            "timerEventDefinition", "M0-9a9 9 0 100 18 9 9 0 000-18zM0-6V0L4 3",
            "errorEventDefinition", "M-7 7L-3-6 2 2 7-7 4 6-2-1z",
            "escalationEventDefinition", "M0-8L6 7 0 1-6 7z",
            "signalEventDefinition", "M0-8L8 6H-8z",
            "conditionalEventDefinition", "M-6-7H6V7H-6zM-4-4H4M-4 0H4M-4 4H4",
            "compensateEventDefinition", "M0-6V6L-8 0zM8-6V6L0 0z",
            "linkEventDefinition", "M-8-3H1V-7L8 0 1 7V3H-8z",
            "cancelEventDefinition", "M-6-6L6 6M6-6L-6 6",
            "terminateEventDefinition", "M0-8a8 8 0 100 16 8 8 0 000-16z");

    private static final Map<String, String> GATEWAY_SIGNS = Map.of(
            "exclusiveGateway", "M-7-8L7 8M7-8L-7 8",
            "parallelGateway", "M0-11V11M-11 0H11",
            "inclusiveGateway", "M0-10a10 10 0 100 20 10 10 0 000-20z",
            "eventBasedGateway",
                    "M0-12a12 12 0 100 24 12 12 0 000-24zM0-9a9 9 0 100 18 9 9 0 000-18zM0-6L6-1 4 5H-4L-6-1z",
            "complexGateway", "M0-11V11M-11 0H11M-8-8L8 8M8-8L-8 8");

    private final ProcessDrawing drawing;
    private final String arrow;
    private final StringBuilder svg = new StringBuilder(8_000);

    ProcessPicture(ProcessDrawing drawing) {
        this.drawing = drawing;
        // Two pictures on one page each need an arrow head of their own.
        this.arrow = "arrow-"
                + Integer.toHexString(drawing.shapes().stream()
                        .map(Shape::id)
                        .collect(Collectors.joining())
                        .hashCode());
    }

    String drawn(String title) {
        Box whole = whole();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"")
                .append(escaped(title))
                .append("\" viewBox=\"%d %d %d %d\" width=\"%d\" height=\"%d\">"
                        .formatted(whole.x(), whole.y(), whole.width(), whole.height(), whole.width(), whole.height()))
                .append("<title>")
                .append(escaped(title))
                .append("</title><defs><marker id=\"")
                .append(arrow)
                .append(
                        "\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">")
                .append("<path class=\"solid\" d=\"M0 1L10 5 0 9z\"/></marker></defs>");
        drawing.shapes().stream()
                .sorted(Comparator.comparingInt(ProcessPicture::layer))
                .filter(shape -> layer(shape) == 0)
                .forEach(this::draw);
        drawing.edges().forEach(this::draw);
        drawing.shapes().stream()
                .sorted(Comparator.comparingInt(ProcessPicture::layer))
                .filter(shape -> layer(shape) > 0)
                .forEach(this::draw);
        return svg.append("</svg>").toString();
    }

    /** Frames lie at the bottom, what sits on a border on top. */
    private static int layer(Shape shape) {
        return switch (shape.kind()) {
            case "participant", "lane", "group" -> 0;
            case "subProcess", "transaction", "adHocSubProcess" -> shape.expanded() ? 0 : 1;
            case "boundaryEvent" -> 2;
            default -> 1;
        };
    }

    private void draw(Shape shape) {
        String state = switch (drawing.progress(shape.id())) {
            case DONE -> " class=\"done\"";
            case HERE -> " class=\"here\"";
            case AHEAD -> "";
        };
        svg.append("<g").append(state).append('>');
        if (!drawing.name(shape.element()).isBlank()) {
            svg.append("<title>").append(escaped(drawing.name(shape.element()))).append("</title>");
        }
        switch (shape.kind()) {
            case "participant", "lane" -> frame(shape);
            case "group" -> {
                box(shape.box(), 8, "frame dashed");
                label(shape);
            }
            case "textAnnotation" -> annotation(shape);
            case "dataObjectReference", "dataStoreReference" -> {
                box(shape.box(), 2, "shape");
                label(shape);
            }
            default -> {
                if (shape.kind().endsWith("Event")) {
                    event(shape);
                } else if (shape.kind().endsWith("Gateway")) {
                    gateway(shape);
                } else {
                    activity(shape);
                }
            }
        }
        svg.append("</g>");
    }

    private void frame(Shape shape) {
        Box box = shape.box();
        box(box, 0, "frame");
        String name = drawing.name(shape.element());
        if (name.isBlank()) {
            return;
        }
        if (shape.horizontal()) {
            if (shape.kind().equals("participant")) {
                path("frame", "M%d %dv%d".formatted(box.x() + 30, box.y(), box.height()));
            }
            svg.append("<text text-anchor=\"middle\" transform=\"translate(%d %d) rotate(-90)\">"
                            .formatted(box.x() + 19, box.middleY()))
                    .append(escaped(lines(name, box.height() - 8, 1).get(0)))
                    .append("</text>");
        } else {
            text(name, new Box(box.x(), box.y() + 4, box.width(), 20));
        }
    }

    private void activity(Shape shape) {
        Box box = shape.box();
        Map<String, Element> marks = ProcessDrawing.marks(shape.element());
        boolean inner = shape.kind().equals("subProcess")
                || shape.kind().equals("transaction")
                || shape.kind().equals("adHocSubProcess");
        boolean ofEvent = shape.element().getAttribute("triggeredByEvent").equals("true");
        box(box, 10, "shape" + (shape.kind().equals("callActivity") ? " thick" : "") + (ofEvent ? " dashed" : ""));
        if (shape.kind().equals("transaction")) {
            box(new Box(box.x() + 3, box.y() + 3, box.width() - 6, box.height() - 6), 8, "frame");
        }
        String sign = TASK_SIGNS.get(shape.kind());
        if (sign != null) {
            sign(sign, box.x() + 6, box.y() + 5, shape.kind().equals("sendTask"));
        }
        int bottom = box.y() + box.height() - 16;
        if (inner && !shape.expanded()) {
            path("sign", "M%d %dh14v14h-14zm7 2v10m-5-5h10".formatted(box.middleX() - 7, bottom));
        }
        Element many = marks.get("multiInstanceLoopCharacteristics");
        if (many != null) {
            String lines =
                    many.getAttribute("isSequential").equals("true") ? "h12m0 4h-12m0 4h12" : "v11m5 0v-11m5 0v11";
            path(
                    "sign",
                    "M%d %d%s".formatted(box.middleX() - 5 + (inner && !shape.expanded() ? 20 : 0), bottom + 2, lines));
        }
        if (marks.containsKey("standardLoopCharacteristics")) {
            path("sign", "M%d %da5 5 0 11 3 1m0-4v4h4".formatted(box.middleX() - 3, bottom + 9));
        }
        String name = drawing.name(shape.element());
        if (inner && shape.expanded()) {
            text(name, new Box(box.x() + 8, box.y() + 6, box.width() - 16, LINE_HEIGHT));
        } else {
            int top = sign == null ? 4 : 14;
            text(name, new Box(box.x() + 5, box.y() + top, box.width() - 10, box.height() - top - 4));
        }
    }

    private void event(Shape shape) {
        Box box = shape.box();
        Element element = shape.element();
        boolean start = shape.kind().equals("startEvent");
        boolean end = shape.kind().equals("endEvent");
        boolean throwing = end || shape.kind().equals("intermediateThrowEvent");
        boolean waits = element.getAttribute("cancelActivity").equals("false")
                || element.getAttribute("isInterrupting").equals("false");
        String dashed = waits ? " dashed" : "";
        circle(box, 0, "shape" + (end ? " thick" : "") + dashed);
        if (!start && !end) {
            circle(box, 4, "sign" + dashed);
        }
        for (String mark : ProcessDrawing.marks(element).keySet()) {
            String sign = EVENT_SIGNS.get(mark);
            if (sign != null) {
                boolean filled =
                        throwing && !mark.equals("timerEventDefinition") && !mark.equals("cancelEventDefinition");
                // A filled envelope would lose its flap.
                boolean solid = filled && !mark.equals("messageEventDefinition");
                sign(sign, box.middleX(), box.middleY(), solid);
                if (filled && !solid) {
                    path("solid", "M%d %dh16l-8 7z".formatted(box.middleX() - 8, box.middleY() - 5));
                }
            }
        }
        label(shape);
    }

    private void gateway(Shape shape) {
        Box box = shape.box();
        path(
                "shape",
                "M%d %dL%d %d %d %d %d %dz"
                        .formatted(
                                box.middleX(),
                                box.y(),
                                box.x() + box.width(),
                                box.middleY(),
                                box.middleX(),
                                box.y() + box.height(),
                                box.x(),
                                box.middleY()));
        String sign = GATEWAY_SIGNS.get(shape.kind());
        if (sign != null) {
            sign(sign, box.middleX(), box.middleY(), false);
        }
        label(shape);
    }

    private void annotation(Shape shape) {
        Box box = shape.box();
        path("line", "M%d %dh-10v%dh10".formatted(box.x() + 10, box.y(), box.height()));
        text(drawing.name(shape.element()), new Box(box.x() + 6, box.y() + 2, box.width() - 8, box.height() - 4));
    }

    private void draw(Edge edge) {
        if (edge.points().size() < 2) {
            return;
        }
        Element element = edge.element();
        String kind = element.getLocalName();
        boolean flow = kind.equals("sequenceFlow");
        String path = edge.points().stream()
                .map(point -> point.x() + " " + point.y())
                .collect(Collectors.joining("L", "M", ""));
        svg.append("<g")
                .append(flow && drawing.taken(element) ? " class=\"done\"" : "")
                .append('>');
        svg.append("<path class=\"line%s\" d=\"%s\"%s/>"
                .formatted(
                        flow ? "" : " dashed",
                        path,
                        kind.equals("association") ? "" : " marker-end=\"url(#%s)\"".formatted(arrow)));
        String name = drawing.name(element);
        if (!name.isBlank()) {
            text(name, edge.label() != null ? roomy(edge.label()) : beside(edge.points()));
        }
        svg.append("</g>");
    }

    private static Box beside(List<Point> points) {
        Point from = points.get(points.size() / 2 - 1);
        Point to = points.get(points.size() / 2);
        return new Box((from.x() + to.x()) / 2 - 45, (from.y() + to.y()) / 2 - LINE_HEIGHT - 3, 90, LINE_HEIGHT);
    }

    private void label(Shape shape) {
        String name = drawing.name(shape.element());
        if (name.isBlank()) {
            return;
        }
        Box box = shape.box();
        text(
                name,
                shape.label() != null
                        ? roomy(shape.label())
                        : new Box(box.middleX() - 50, box.y() + box.height() + 4, 100, 2 * LINE_HEIGHT));
    }

    /** Modelers measure labels tightly and in another font; own words may be longer. */
    private static Box roomy(Box label) {
        int width = Math.max(label.width() + 12, 90);
        return new Box(label.middleX() - width / 2, label.y(), width, Math.max(label.height(), 3 * LINE_HEIGHT));
    }

    /** Text broken into lines: centred in a box that is high enough, else from its top. */
    private void text(String text, Box box) {
        int most = Math.max(1, box.height() / LINE_HEIGHT);
        List<String> lines = lines(text, box.width(), most);
        boolean label = box.height() <= 3 * LINE_HEIGHT;
        int top = label ? box.y() : box.y() + (box.height() - lines.size() * LINE_HEIGHT) / 2;
        svg.append("<text%s text-anchor=\"middle\">".formatted(label ? " class=\"name\"" : ""));
        for (int line = 0; line < lines.size(); line++) {
            svg.append("<tspan x=\"%d\" y=\"%d\">".formatted(box.middleX(), top + line * LINE_HEIGHT + 11))
                    .append(escaped(lines.get(line)))
                    .append("</tspan>");
        }
        svg.append("</text>");
    }

    private static List<String> lines(String text, int width, int most) {
        int letters = Math.max(4, width * 10 / LETTER_TENTHS);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.get(most - 1) + "…");
        return kept;
    }

    private void box(Box box, int round, String classes) {
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
                .formatted(classes, box.x(), box.y(), box.width(), box.height(), round));
    }

    private void circle(Box box, int inset, String classes) {
        svg.append("<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
                .formatted(classes, box.middleX(), box.middleY(), Math.max(1, box.width() / 2 - inset)));
    }

    private void sign(String path, int x, int y, boolean solid) {
        svg.append("<path class=\"%s\" transform=\"translate(%d %d)\" d=\"%s\"/>"
                .formatted(solid ? "solid" : "sign", x, y, path));
    }

    private void path(String classes, String path) {
        svg.append("<path class=\"%s\" d=\"%s\"/>".formatted(classes, path));
    }

    private Box whole() {
        List<Box> boxes = new ArrayList<>();
        drawing.shapes().forEach(shape -> {
            Box box = shape.box();
            boxes.add(box);
            boolean outside = shape.kind().endsWith("Event") || shape.kind().endsWith("Gateway");
            if (outside && !drawing.name(shape.element()).isBlank()) {
                boxes.add(
                        shape.label() != null
                                ? roomy(shape.label())
                                : new Box(box.middleX() - 50, box.y(), 100, box.height() + 3 * LINE_HEIGHT));
            }
        });
        drawing.edges().forEach(edge -> edge.points().forEach(point -> boxes.add(new Box(point.x(), point.y(), 0, 0))));
        if (boxes.isEmpty()) {
            return new Box(0, 0, 1, 1);
        }
        int left = boxes.stream().mapToInt(Box::x).min().getAsInt() - MARGIN;
        int top = boxes.stream().mapToInt(Box::y).min().getAsInt() - MARGIN;
        int right = boxes.stream().mapToInt(box -> box.x() + box.width()).max().getAsInt() + MARGIN;
        int bottom =
                boxes.stream().mapToInt(box -> box.y() + box.height()).max().getAsInt() + MARGIN;
        return new Box(left, top, right - left, bottom - top);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
