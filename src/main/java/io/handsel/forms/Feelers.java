package io.handsel.forms;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * form-js's template language of labels and texts: {@code {{feel}}}, {@code {{#if feel}}…{{/if}}}, {@code {{#loop
 * feel}}…{{/loop}}}, or one expression that starts with "=".
 */
final class Feelers {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*(#if|#loop|/if|/loop)?(.*?)}}", Pattern.DOTALL);
    private static final int DEEPEST = 4;
    private static final int MOST_ROUNDS = 500;

    private final Feel feel;

    Feelers(Feel feel) {
        this.feel = feel;
    }

    private sealed interface Part {}

    private record Plain(String text) implements Part {}

    private record Insert(String expression) implements Part {}

    private record Block(boolean loop, String expression, List<Part> parts) implements Part {}

    private static boolean isTemplate(String text) {
        return text.startsWith("=") || text.contains("{{");
    }

    /** The expressions a template evaluates. */
    static List<String> expressions(String template) {
        List<String> expressions = new ArrayList<>();
        if (template.startsWith("=")) {
            expressions.add(template.substring(1));
        } else {
            collect(parts(template), expressions);
        }
        return expressions;
    }

    private static void collect(List<Part> parts, List<String> expressions) {
        for (Part part : parts) {
            if (part instanceof Insert insert) {
                expressions.add(insert.expression());
            } else if (part instanceof Block block) {
                expressions.add(block.expression());
                collect(block.parts(), expressions);
            }
        }
    }

    /** {@code escape} is applied to what is inserted, never to the designer's own text. */
    String filled(String template, Map<String, Object> context, UnaryOperator<String> escape) {
        if (!isTemplate(template)) {
            return template;
        }
        if (template.startsWith("=")) {
            return escape.apply(inserted(template.substring(1), context));
        }
        StringBuilder text = new StringBuilder();
        write(parts(template), inLoop(context, null), escape, text, 0);
        return text.toString();
    }

    private static List<Part> parts(String template) {
        Deque<List<Part>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
        Matcher tag = TAG.matcher(template);
        int at = 0;
        while (tag.find()) {
            if (tag.start() > at) {
                open.element().add(new Plain(template.substring(at, tag.start())));
            }
            at = tag.end();
            String word = tag.group(1) == null ? "" : tag.group(1);
            String expression = tag.group(2).strip();
            if (word.startsWith("#")) {
                Block block = new Block(word.equals("#loop"), expression, new ArrayList<>());
                open.element().add(block);
                open.push(block.parts());
            } else if (word.startsWith("/") && open.size() > 1) {
                open.pop();
            } else if (word.isEmpty() && !expression.isEmpty()) {
                open.element().add(new Insert(expression));
            }
            if (!word.isEmpty() && template.startsWith("\n", at)) {
                at++;
            }
        }
        if (at < template.length()) {
            open.element().add(new Plain(template.substring(at)));
        }
        return open.getLast();
    }

    private void write(
            List<Part> parts,
            Map<String, Object> context,
            UnaryOperator<String> escape,
            StringBuilder text,
            int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Part part : parts) {
            if (part instanceof Plain plain) {
                text.append(plain.text());
            } else if (part instanceof Insert insert) {
                text.append(escape.apply(inserted(insert.expression(), context)));
            } else if (part instanceof Block block) {
                for (Map<String, Object> round : rounds(block, context)) {
                    write(block.parts(), round, escape, text, depth + 1);
                }
            }
        }
    }

    private List<Map<String, Object>> rounds(Block block, Map<String, Object> context) {
        Object found = feel.evaluate(block.expression(), context);
        if (!block.loop()) {
            boolean shown = found != null && !Boolean.FALSE.equals(found) && !"".equals(found);
            return shown && !isZero(found) ? List.of(context) : List.of();
        }
        List<?> items = found instanceof List<?> list ? list : found == null ? List.of() : List.of(found);
        List<Map<String, Object>> rounds = new ArrayList<>();
        items.stream().limit(MOST_ROUNDS).forEach(item -> rounds.add(inLoop(item, context)));
        return rounds;
    }

    private static boolean isZero(Object found) {
        BigDecimal number = found instanceof Number ? NumberText.exact(found) : null;
        return number != null && number.signum() == 0;
    }

    private String inserted(String expression, Map<String, Object> context) {
        Object found = feel.evaluate("string(" + expression + ")", context);
        return found == null ? "" : found.toString();
    }

    /** In a loop only the item's own entries, this and parent are visible: outer names need "parent.". */
    private static Map<String, Object> inLoop(@Nullable Object item, @Nullable Map<String, Object> parent) {
        Map<String, Object> context = new HashMap<>();
        context.put("this", item);
        context.put("parent", parent);
        if (item instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> context.put(String.valueOf(key), entry));
        }
        context.put("_this_", item);
        context.put("_parent_", parent);
        return context;
    }
}
