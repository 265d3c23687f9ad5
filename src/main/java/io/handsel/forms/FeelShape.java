package io.handsel.forms;

import camundajar.impl.scala.Product;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * What the shape of an expression says about its cost: nested loops beyond two, long or open ranges and functions of
 * one's own are refused; loops, powers and all but the plainest functions need a watch on the time.
 */
final class FeelShape {

    private static final int LONGEST_RANGE = 1_000;
    private static final int DEEPEST_LOOP = 2;
    private static final Set<String> PLAIN_FUNCTIONS = Set.of(
            "abs",
            "all",
            "any",
            "ceiling",
            "contains",
            "count",
            "date",
            "ends with",
            "floor",
            "get or else",
            "is blank",
            "is defined",
            "is empty",
            "list contains",
            "lower case",
            "max",
            "min",
            "not",
            "now",
            "number",
            "starts with",
            "string",
            "string length",
            "sum",
            "time",
            "today",
            "upper case");

    private String complaint = "";
    private boolean shortRunning = true;

    private FeelShape() {}

    static FeelShape of(Exp expression) {
        FeelShape shape = new FeelShape();
        shape.visit(expression, 0);
        return shape;
    }

    Optional<String> complaint() {
        return complaint.isEmpty() ? Optional.empty() : Optional.of(complaint);
    }

    boolean shortRunning() {
        return shortRunning;
    }

    private void visit(Object node, int loops) {
        int inside = loops + (loop(node) ? loopsOf(node) : 0);

        if (inside > DEEPEST_LOOP) {
            complaint = "loops are nested more than " + DEEPEST_LOOP + " deep";
        } else if (node instanceof IterationContext range && length(range) > LONGEST_RANGE) {
            complaint = "a range must have fixed ends and at most " + LONGEST_RANGE + " steps";
        } else if (node instanceof FunctionDefinition) {
            complaint = "functions of one's own are not allowed";
        }
        shortRunning &= inside == 0
                && !(node instanceof Exponentiation)
                && !(node instanceof QualifiedFunctionInvocation)
                && !(node instanceof FunctionInvocation call && !PLAIN_FUNCTIONS.contains(call.function()));
        if (node instanceof Product parts) {
            for (int i = 0; i < parts.productArity(); i++) {
                visit(parts.productElement(i), inside);
            }
        }
    }

    private static boolean loop(Object node) {
        return node instanceof For || node instanceof SomeItem || node instanceof EveryItem || node instanceof Filter;
    }

    /** {@code for a in x, b in y} is two loops in one. */
    private static int loopsOf(Object node) {
        if (node instanceof For loop) {
            return loop.iterators().size();
        }
        if (node instanceof SomeItem some) {
            return some.iterators().size();
        }
        return node instanceof EveryItem every ? every.iterators().size() : 1;
    }

    private static long length(IterationContext range) {
        if (range.start() instanceof ConstNumber from && range.end() instanceof ConstNumber to) {
            BigDecimal steps =
                    to.value().bigDecimal().subtract(from.value().bigDecimal()).abs();
            return steps.compareTo(BigDecimal.valueOf(LONGEST_RANGE)) > 0 ? Long.MAX_VALUE : steps.longValue();
        }
        return Long.MAX_VALUE;
    }
}
