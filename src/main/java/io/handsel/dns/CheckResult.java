package io.handsel.dns;

import java.time.Instant;

/**
 * How it stands after the domain was asked about.
 *
 * @param complete whether there is nothing left to ask: it is proven, and nobody was silent
 * @param nextQuestion when to ask again where there is
 */
public record CheckResult(boolean complete, Instant nextQuestion) {}
