package io.handsel.agreements;

import io.handsel.security.PersonId;
import java.time.Instant;

/** Who signs for the vendor, and by when. */
public record CounterSignaturePlan(PersonId decider, Instant reminder, Instant due) {}
