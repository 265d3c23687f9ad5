package io.handsel.deals;

import io.handsel.deals.ProtectionRules.Extensions;
import io.handsel.partner.Partners;
import io.handsel.partner.ServiceLevels;
import io.handsel.security.Actor;
import io.handsel.shell.Due;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One deal to look at, always of the actor's own partner. */
@Service
@Transactional(readOnly = true)
public class DealOverview {

    private final Deals deals;
    private final OwnDeals own;
    private final DealTables tables;
    private final ProtectionDates dates;
    private final DealTerritories territories;
    private final CustomersWord choices;
    private final Partners partners;
    private final ServiceLevels levels;
    private final Clock clock;

    DealOverview(
            Deals deals,
            OwnDeals own,
            DealTables tables,
            ProtectionDates dates,
            DealTerritories territories,
            CustomersWord choices,
            Partners partners,
            ServiceLevels levels,
            Clock clock) {
        this.deals = deals;
        this.own = own;
        this.tables = tables;
        this.dates = dates;
        this.territories = territories;
        this.choices = choices;
        this.partners = partners;
        this.levels = levels;
        this.clock = clock;
    }

    /** @throws DealNotFound if the actor's partner has no such deal */
    public DealDetails details(Actor actor, DealId id) {
        var deal = own.get(actor, id);
        return deal.details(actions(deal), due(deal).orElse(null));
    }

    /**
     * With what to register in this program: its form, and the products that the partner may sell.
     *
     * @throws ProgramNotFound if there is no such program
     */
    public RegistrationSheet registrationSheet(Actor actor, String program) {
        var rules = tables.program(program).orElseThrow(() -> ProgramNotFound.named(program));
        var mayBeSold = partners.get(DealRegistration.partnerOf(actor)).productLines();
        var products = rules.products().stream()
                .filter(product -> mayBeSold.isEmpty() || mayBeSold.contains(product))
                .toList();
        return new RegistrationSheet("deals/" + rules.form(), products);
    }

    /** The clock in working time, for answers and for what is to be completed; days count for the rest. */
    private Optional<Due> due(Deal deal) {
        return deal.clock()
                .filter(clock -> countsWorkingHours(deal, clock.kind()))
                .map(clock -> {
                    var now = this.clock.instant();
                    var calendar = territories.calendar(deal);
                    return new Due(
                            clock.due(),
                            now.isAfter(clock.due())
                                    ? calendar.between(clock.due(), now)
                                            .length()
                                            .negated()
                                    : calendar.between(now, clock.due()).length());
                });
    }

    private boolean countsWorkingHours(Deal deal, DealClock.Kind kind) {
        return switch (kind) {
            case INFORMATION -> true;
            case UPDATE, PROTECTION -> false;
            case ANSWER ->
                tables.serviceLevel(
                                deal.program(),
                                levels.of(deal.partner()),
                                SubjectOfReview.REGISTRATION,
                                deal.route().orElse(DecisionRoute.MANAGER),
                                tables.inEuros(deal.content().value()))
                        .countsWorkingHours();
        };
    }

    private EnumSet<DealAction> actions(Deal deal) {
        var actions = EnumSet.noneOf(DealAction.class);
        var program = tables.programOf(deal);
        if (deal.status().isUndecided()
                || (deal.isProtected(clock.instant()) && program.withdrawal() == ProgramRules.Withdrawal.ANY_TIME)) {
            actions.add(DealAction.WITHDRAW);
        }
        if (deal.is(DealStatus.ACTION_REQUIRED)) {
            actions.add(DealAction.PROVIDE_INFORMATION);
        }
        if (deal.isProtected(clock.instant())) {
            actions.addAll(Set.of(DealAction.UPDATE, DealAction.CLOSE_WON, DealAction.CLOSE_LOST));
            if (!deal.amendmentWaits()) {
                actions.add(DealAction.AMEND);
            }
            if (mayBeExtended(deal)) {
                actions.add(DealAction.REQUEST_EXTENSION);
            }
        }
        if (deal.status().mayBecome(DealStatus.SUBMITTED) && program.allowsResubmissionAfter(deal.resubmissions())) {
            actions.add(DealAction.RESUBMIT);
        }
        if (choices.isOffered(deal)) {
            actions.add(DealAction.FILE_CHOICE);
        }
        return actions;
    }

    private boolean mayBeExtended(Deal deal) {
        var extensions = dates.rules(deal).extensions();
        return deal.protectedUntil().isPresent()
                && !deal.extensionWaits()
                && (extensions == Extensions.UNLIMITED || (extensions == Extensions.ONCE && deal.extensions() == 0));
    }
}
