package io.handsel.deals;

import io.handsel.deals.ProtectionRules.Extensions;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deals to look at, always those of the actor's own partner. */
@Service
@Transactional(readOnly = true)
public class DealOverview {

    private static final Set<DealStatus> ALL = EnumSet.allOf(DealStatus.class);

    private final Deals deals;
    private final DealTables tables;
    private final ProtectionDates dates;
    private final Partners partners;

    DealOverview(Deals deals, DealTables tables, ProtectionDates dates, Partners partners) {
        this.deals = deals;
        this.tables = tables;
        this.dates = dates;
        this.partners = partners;
    }

    public Page<DealSummary> list(Actor actor, DealFilter filter, Pageable page) {
        var statuses = filter.statuses().isEmpty() ? ALL : filter.statuses();
        var search = filter.search() == null ? "" : filter.search().strip().toLowerCase(Locale.ROOT);
        var pattern = "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return deals.search(DealRegistration.partnerOf(actor), statuses, pattern, page)
                .map(Deal::summary);
    }

    /** How many deals stand in each status; statuses without a deal are missing. */
    public Map<DealStatus, Long> counts(Actor actor) {
        Map<DealStatus, Long> counts = new EnumMap<>(DealStatus.class);
        deals.countByStatus(DealRegistration.partnerOf(actor))
                .forEach(row -> counts.put((DealStatus) row[0], (Long) row[1]));
        return counts;
    }

    /** Open deals whose clock runs out first. */
    public List<DealSummary> mostUrgent(Actor actor, int atMost) {
        return deals
                .findIn(
                        DealRegistration.partnerOf(actor),
                        EnumSet.of(DealStatus.IN_REVIEW, DealStatus.ACTION_REQUIRED, DealStatus.APPROVED))
                .stream()
                .filter(deal -> deal.clock().isPresent())
                .sorted(Comparator.comparing(deal -> deal.clock().orElseThrow().due()))
                .limit(atMost)
                .map(Deal::summary)
                .toList();
    }

    /** @throws DealNotFound if the actor's partner has no such deal */
    public DealDetails details(Actor actor, DealId id) {
        var deal =
                deals.findByIdAndPartner(id, DealRegistration.partnerOf(actor)).orElseThrow(() -> DealNotFound.of(id));
        return deal.details(actions(deal));
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

    private EnumSet<DealAction> actions(Deal deal) {
        var actions = EnumSet.noneOf(DealAction.class);
        var program = tables.programOf(deal);
        if (deal.status().isUndecided()
                || (deal.is(DealStatus.APPROVED) && program.withdrawal() == ProgramRules.Withdrawal.ANY_TIME)) {
            actions.add(DealAction.WITHDRAW);
        }
        if (deal.is(DealStatus.ACTION_REQUIRED)) {
            actions.add(DealAction.PROVIDE_INFORMATION);
        }
        if (deal.is(DealStatus.APPROVED)) {
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
        return actions;
    }

    private boolean mayBeExtended(Deal deal) {
        var extensions = dates.rules(deal).extensions();
        return deal.protectedUntil().isPresent()
                && !deal.extensionWaits()
                && (extensions == Extensions.UNLIMITED || (extensions == Extensions.ONCE && deal.extensions() == 0));
    }
}
