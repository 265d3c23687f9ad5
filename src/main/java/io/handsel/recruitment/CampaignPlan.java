package io.handsel.recruitment;

import io.handsel.kernel.Money;
import io.handsel.security.PersonId;
import java.time.LocalDate;

/**
 * What a campaign is called, when it runs, what it may cost and who answers for it.
 *
 * @param language of mails, {@code de} or {@code en}
 */
public record CampaignPlan(
        String name, LocalDate startsOn, LocalDate endsOn, Money budget, String language, PersonId owner) {}
