package io.handsel.deals;

import java.time.Instant;

/** Until when a returned submission keeps its place, and when the wait for it ends. */
public record InformationPlan(Instant placeKeptUntil, Instant givenUpAt) {}
