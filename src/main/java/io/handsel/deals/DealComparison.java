package io.handsel.deals;

import io.handsel.accounts.ClaimRivals;
import io.handsel.accounts.ClaimRivals.Place;
import io.handsel.accounts.ClaimRivals.Rival;
import io.handsel.deals.ComparedDeal.Effect;
import io.handsel.deals.ComparedDeal.Outcome;
import io.handsel.partner.Partners;
import io.handsel.tasklist.CaseFiles;
import io.handsel.territory.TerritoryView;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registrations of several partners that want the same customer, side by side, first come first; for staff only. */
@Service
@Transactional(readOnly = true)
public class DealComparison {

    private static final Set<DealStatus> OPEN =
            EnumSet.of(DealStatus.SUBMITTED, DealStatus.IN_REVIEW, DealStatus.ACTION_REQUIRED, DealStatus.APPROVED);
    private static final int MOST_COLUMNS = 6;

    private final Deals deals;
    private final ClaimRivals rivals;
    private final DealTerritories territories;
    private final Partners partners;
    private final CaseFiles files;

    DealComparison(Deals deals, ClaimRivals rivals, DealTerritories territories, Partners partners, CaseFiles files) {
        this.deals = deals;
        this.rivals = rivals;
        this.territories = territories;
        this.partners = partners;
        this.files = files;
    }

    /** The deal and those of other partners that want its customer or a part of it; empty if there is no other. */
    public List<ComparedDeal> withRivals(DealId id) {
        var found = rivals.of(id.id()).stream()
                .map(rival -> new DealId(rival.claim().subject()))
                .toList();
        return found.isEmpty() ? List.of() : several(deals.findByIdIn(plus(found, id)));
    }

    /** These deals side by side; those that do not exist are left out, and one alone is compared with nothing. */
    public List<ComparedDeal> of(Collection<DealId> ids) {
        return several(deals.findByIdIn(ids));
    }

    private static Collection<DealId> plus(Collection<DealId> some, DealId one) {
        var all = new LinkedHashSet<>(some);
        all.add(one);
        return all;
    }

    private List<ComparedDeal> several(List<Deal> found) {
        if (found.size() < 2) {
            return List.of();
        }
        var numbers = new LinkedHashMap<DealId, String>();
        found.forEach(deal -> numbers.put(deal.id(), deal.number()));
        return found.stream()
                .sorted(Comparator.comparing(Deal::submittedAt).thenComparing(Deal::number))
                .limit(MOST_COLUMNS)
                .map(deal -> column(deal, numbers))
                .toList();
    }

    private ComparedDeal column(Deal deal, Map<DealId, String> numbers) {
        var partner = partners.get(deal.partner());
        var content = deal.content();
        var beside = rivals.of(deal.id().id());
        return new ComparedDeal(
                deal.id(),
                deal.number(),
                partner,
                deals.countFor(partner.id(), OPEN),
                deals.countFor(partner.id(), EnumSet.of(DealStatus.WON)),
                deal.submittedAt(),
                deal.receipt().hash(),
                deal.status(),
                !deal.is(DealStatus.ACTION_REQUIRED),
                content.evidences(),
                files.files(deal.id().toString()).size(),
                content.customer(),
                rivals.accountOf(deal.id().id()),
                content.productLines(),
                territories.of(deal.program(), content).map(TerritoryView::name).orElse(null),
                territories.isCovered(partner, deal.program(), content),
                content.value(),
                rivals.isExclusive(deal.id().id()),
                deal.status().isUndecided() ? effects(beside, numbers) : List.of());
    }

    private static List<Effect> effects(List<Rival> beside, Map<DealId, String> numbers) {
        return beside.stream()
                .filter(rival -> numbers.containsKey(new DealId(rival.claim().subject())))
                .map(rival -> new Effect(numbers.get(new DealId(rival.claim().subject())), outcome(rival)))
                .toList();
    }

    private static Outcome outcome(Rival rival) {
        if (rival.claim().exclusive() && rival.place() != Place.BELOW) {
            return Outcome.WAITS_FOR_IT;
        }
        return rival.place() == Place.ABOVE ? Outcome.LEAVES_IT_OPEN : Outcome.SHUTS_IT_OUT;
    }
}
