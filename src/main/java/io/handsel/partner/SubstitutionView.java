package io.handsel.partner;

import io.handsel.kernel.Period;
import io.handsel.security.PersonId;
import java.util.UUID;

/** One person stands in for a manager during a dated period. */
public record SubstitutionView(UUID id, PersonId manager, PersonId substitute, Period period) {}
