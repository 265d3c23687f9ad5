package io.handsel.accounts;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * For what a customer is wanted: the program whose tables decide, and the product lines. No product line means all of
 * them.
 */
public record ClaimScope(String program, Set<String> productLines) {

    public static final String STANDARD_PROGRAM = "standard";

    public ClaimScope {
        productLines = Collections.unmodifiableSet(new TreeSet<>(productLines));
    }

    /** All product lines of the standard program. */
    public static ClaimScope everything() {
        return new ClaimScope(STANDARD_PROGRAM, Set.of());
    }

    public static ClaimScope of(String program, Collection<String> productLines) {
        return new ClaimScope(program, Set.copyOf(productLines));
    }

    public boolean coversAllLines() {
        return productLines.isEmpty();
    }

    /** Whether nothing of the other scope lies outside this one. */
    boolean covers(ClaimScope other) {
        return coversAllLines() || (!other.coversAllLines() && productLines.containsAll(other.productLines));
    }

    /** Whether one partner's claim and another's would meet in a product line. */
    public boolean intersects(ClaimScope other) {
        return coversAllLines() || other.coversAllLines() || !Collections.disjoint(productLines, other.productLines);
    }
}
