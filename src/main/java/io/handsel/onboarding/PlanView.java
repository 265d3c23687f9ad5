package io.handsel.onboarding;

import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a joint business plan.
 *
 * @param answers by the form's keys
 * @param remark what the manager said to it
 */
public record PlanView(
        PlanId id,
        PartnerId partner,
        int number,
        PlanState state,
        Map<String, @Nullable Object> answers,
        Instant sentAt,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    public PlanView {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
