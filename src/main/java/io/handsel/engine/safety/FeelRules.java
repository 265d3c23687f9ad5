package io.handsel.engine.safety;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * What an expression in FEEL may do, so that its cost is bounded by its length and by the data it is given: no functions
 * of its own, no loop inside a loop, no long ranges, no powers, and only listed functions. Missing on purpose are
 * regular expressions (they may never end), {@code number} (a billion digits from a short text), rounding to more than
 * ten places, and contexts (each entry may double the one before).
 */
final class FeelRules {

    static final int MAX_LENGTH = 2_000;

    static final int LONGEST_RANGE = 1_000;

    private static final int DEEPEST_BRACKET = 20;

    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "get or else",
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "string",
            "substring",
            "string length",
            "upper case",
            "lower case",
            "substring before",
            "substring after",
            "contains",
            "starts with",
            "ends with",
            "trim",
            "is blank",
            "is empty",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "mean",
            "median",
            "all",
            "any",
            "and",
            "or",
            "append",
            "concatenate",
            "union",
            "distinct values",
            "reverse",
            "index of",
            "sublist",
            "string join",
            "abs",
            "modulo",
            "odd",
            "even",
            "now",
            "today",
            "day of year",
            "day of week",
            "month of year",
            "week of year",
            "last day of month",
            "before",
            "after",
            "meets",
            "met by",
            "overlaps",
            "includes",
            "during",
            "starts",
            "started by",
            "finishes",
            "finished by",
            "coincides");

    private static final Set<String> ROUNDING =
            Set.of("decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down");

    private static final BigDecimal MOST_PLACES = BigDecimal.TEN;

    private static final String RANGE =
            "A range to loop over goes from one number to another, " + LONGEST_RANGE + " steps at most";
    private static final String OWN_FUNCTION = "Functions of one's own are not allowed";
    private static final Set<String> UNBOUNDED = Set.of(RANGE, OWN_FUNCTION);

    private static final FeelEngineApi FEEL = FeelEngineBuilder.create().build();

    private FeelRules() {}

    /** What is wrong with this expression; empty when nothing is. */
    static List<String> check(String text) {
        return check(text, false);
    }

    /** What is wrong with this entry of an input column; empty when nothing is. */
    static List<String> checkTests(String text) {
        return text.isBlank() || text.trim().equals("-") ? List.of() : check(text, true);
    }

    /**
     * What is wrong with an expression in a form. Forms are evaluated under a watch on the time, so that only what grows
     * beyond the memory is refused here; what cannot be read is for the form's own checks to tell.
     */
    static List<String> checkForm(String text) {
        if (text.length() > 2 * MAX_LENGTH || depth(text) > DEEPEST_BRACKET) {
            return List.of("Longer than " + 2 * MAX_LENGTH + " characters, or more than " + DEEPEST_BRACKET
                    + " brackets inside each other");
        }
        ParseResult result = FEEL.parseExpression(text);
        if (!result.isSuccess()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        walk(result.parsedExpression().expression(), 0, problems);
        return problems.stream().filter(UNBOUNDED::contains).toList();
    }

    private static List<String> check(String text, boolean tests) {
        if (text.isBlank()) {
            return List.of();
        }
        if (text.length() > MAX_LENGTH || depth(text) > DEEPEST_BRACKET) {
            return List.of("Longer than " + MAX_LENGTH + " characters, or more than " + DEEPEST_BRACKET
                    + " brackets inside each other");
        }
        ParseResult result = tests ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (!result.isSuccess()) {
            return List.of("Not FEEL: " + text);
        }
        List<String> problems = new ArrayList<>();
        walk(result.parsedExpression().expression(), 0, problems);
        return problems;
    }

    /** Counted on the text, before the recursive parser sees it; brackets inside quotes only make it stricter. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (char letter : text.toCharArray()) {
            if ("([{".indexOf(letter) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(letter) >= 0) {
                depth--;
            }
        }
        return deepest;
    }

    private static void walk(Object part, int loops, List<String> problems) {
        int inside = isLoop(part) ? loops + 1 : loops;
        if (inside > loops && inside > 1) {
            problems.add("A loop or filter may not stand inside another one");
        }
        if (part instanceof For loop && loop.iterators().size() > 1
                || part instanceof SomeItem some && some.iterators().size() > 1
                || part instanceof EveryItem every && every.iterators().size() > 1) {
            problems.add("A loop goes over one list only");
        }
        if (part instanceof IterationContext range && !isShort(range)) {
            problems.add(RANGE);
        }
        if (part instanceof FunctionInvocation call && !isAllowed(call)) {
            problems.add("Function not allowed: " + call.function());
        }
        if (part instanceof FunctionDefinition) {
            problems.add(OWN_FUNCTION);
        }
        if (part instanceof JavaFunctionInvocation
                || part instanceof QualifiedFunctionInvocation
                || part instanceof ConstContext
                || part instanceof Exponentiation) {
            problems.add("Not allowed: methods, contexts, powers");
        }
        if (part instanceof Iterable<?> parts) {
            each(parts.iterator(), inside, problems);
        } else if (part instanceof Product product) {
            each(product.productIterator(), inside, problems);
        }
    }

    private static boolean isAllowed(FunctionInvocation call) {
        if (!ROUNDING.contains(call.function())) {
            return FUNCTIONS.contains(call.function());
        }
        if (!(call.params() instanceof PositionalFunctionParameters given)) {
            return false;
        }
        boolean toPlaces = given.params().size() == 2;
        return given.params().size() == 1
                || toPlaces
                        && given.params().apply(1) instanceof ConstNumber places
                        && places.value().bigDecimal().abs().compareTo(MOST_PLACES) <= 0;
    }

    private static void each(Iterator<?> parts, int loops, List<String> problems) {
        while (parts.hasNext()) {
            walk(parts.next(), loops, problems);
        }
    }

    private static boolean isLoop(Object part) {
        return part instanceof For
                || part instanceof SomeItem
                || part instanceof EveryItem
                || part instanceof Filter filter && !(filter.filter() instanceof ConstNumber);
    }

    private static boolean isShort(IterationContext range) {
        if (range.start() instanceof ConstNumber start && range.end() instanceof ConstNumber end) {
            BigDecimal length = end.value()
                    .bigDecimal()
                    .subtract(start.value().bigDecimal())
                    .abs();
            return length.compareTo(BigDecimal.valueOf(LONGEST_RANGE)) < 0;
        }
        return false;
    }
}
