package io.handsel.deals;

import java.util.Optional;
import java.util.function.Function;

/**
 * A part of what whoever decides about a deal sees of it, that a module contributes as a bean: a fragment, and what it
 * shows of this deal. The fragment finds that as {@code content}; where there is nothing to show it is left out.
 *
 * @param fragment template and fragment: {@code distribution/_deal :: review}
 * @param order smaller stands higher
 */
public record DealReviewCard(String fragment, int order, Function<DealDetails, Optional<?>> content) {}
