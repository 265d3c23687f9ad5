package io.handsel.tasklist;

import io.handsel.engine.BusinessKey;

/** Published by the module that owns a case when its summary has changed, so that the rows of its tasks follow. */
public record CaseChanged(BusinessKey key) {}
