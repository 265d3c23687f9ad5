package io.handsel.deals;

import io.handsel.deals.ProtectionRules.CountsFrom;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.territory.PartnerDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The dates of a protection, each the end of a day where the partner lives (Programme guide §6.4). */
@Component
class ProtectionDates {

    /** The end of a claim that has none. */
    static final Instant NEVER = DealClock.NEVER;

    private final DealTables tables;
    private final Partners partners;

    ProtectionDates(DealTables tables, Partners partners) {
        this.tables = tables;
        this.partners = partners;
    }

    ProtectionRules rules(Deal deal) {
        return tables.protection(deal, partner(deal).tier().name());
    }

    /** When the protection of a deal approved now ends; empty if it does not. */
    Optional<Instant> end(Deal deal, Instant approved) {
        var rules = rules(deal);
        var from = rules.countsFrom() == CountsFrom.REGISTRATION ? deal.submittedAt() : approved;
        return Optional.ofNullable(rules.length())
                .map(length -> PartnerDay.endAfter(from, length, partner(deal).zone()));
    }

    /** The same for a deal that was awarded: counted from now, or what was awarded late would have ended before. */
    Optional<Instant> endOfAward(Deal deal, Instant awarded) {
        return Optional.ofNullable(rules(deal).length())
                .map(length ->
                        PartnerDay.endAfter(awarded, length, partner(deal).zone()));
    }

    /** When the partner has to tell next how it goes; empty if never. */
    Optional<Instant> nextUpdate(Deal deal, Instant now) {
        return Optional.ofNullable(rules(deal).updateDays())
                .map(days -> PartnerDay.endAfter(now, days, partner(deal).zone()));
    }

    /** The end of a protection that lasts so many days longer. */
    Instant extended(Deal deal, Instant end) {
        // The end is the first instant of the next day; one instant earlier the last day still runs.
        return PartnerDay.endAfter(
                end.minusMillis(1), rules(deal).extensionDays(), partner(deal).zone());
    }

    /** What comes next. Reminders that were missed are left out; an end that was missed is due at once. */
    ProtectionPlan next(Deal deal, Instant now) {
        var rules = rules(deal);
        var ends = Stream.concat(deal.keptUntil().stream(), deal.updateDue().stream())
                .map(end -> new ProtectionPlan(end, ProtectionStep.LAPSE));
        var reminders = Stream.concat(
                        deal.protectedUntil().stream()
                                .flatMap(end -> rules.reminderDays().stream()
                                        .map(days -> new ProtectionPlan(
                                                end.minus(Duration.ofDays(days)), ProtectionStep.PROTECTION_ENDS))),
                        deal.updateDue().stream()
                                .map(due -> new ProtectionPlan(
                                        due.minus(Duration.ofDays(rules.updateWarningDays())),
                                        ProtectionStep.UPDATE_DUE)))
                .filter(reminder -> reminder.nextDate().isAfter(now));
        return Stream.concat(ends, reminders)
                .min(Comparator.comparing(ProtectionPlan::nextDate).thenComparing(ProtectionPlan::nextStep))
                .orElseGet(() -> new ProtectionPlan(
                        PartnerDay.endAfter(
                                now, rules.askAfterDays(), partner(deal).zone()),
                        ProtectionStep.STILL_OPEN));
    }

    private PartnerView partner(Deal deal) {
        return partners.get(deal.partner());
    }
}
