package io.handsel.deals;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.ClaimTrees;
import io.handsel.accounts.ClaimView;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealDossier.OtherClaim;
import io.handsel.partner.PartnerList;
import io.handsel.partner.Partners;
import io.handsel.territory.TerritoryView;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers see of a deal: its facts, its customer's account with other claims, its partner's record, its history. */
@Service
@Transactional(readOnly = true)
public class DealDossiers {

    private static final Set<DealStatus> OPEN =
            EnumSet.of(DealStatus.SUBMITTED, DealStatus.IN_REVIEW, DealStatus.ACTION_REQUIRED, DealStatus.APPROVED);

    private final Deals deals;
    private final DealTerritories territories;
    private final AccountCheck accounts;
    private final ClaimTrees trees;
    private final DealLikeness likeness;
    private final DealComparison comparison;
    private final Partners partners;
    private final PartnerList named;
    private final AuditTrail audit;

    DealDossiers(
            Deals deals,
            DealTerritories territories,
            AccountCheck accounts,
            ClaimTrees trees,
            DealLikeness likeness,
            DealComparison comparison,
            Partners partners,
            PartnerList named,
            AuditTrail audit) {
        this.deals = deals;
        this.territories = territories;
        this.accounts = accounts;
        this.trees = trees;
        this.likeness = likeness;
        this.comparison = comparison;
        this.partners = partners;
        this.named = named;
        this.audit = audit;
    }

    public Optional<DealDossier> find(DealId id) {
        return deals.findById(id).map(this::dossier);
    }

    /** The deal alone, without asking whose customer it is; empty if there is no such deal. */
    public Optional<DealDetails> details(DealId id) {
        return deals.findById(id).map(DealDossiers::details);
    }

    /** The short form, for lists; empty if there is no such deal. */
    public Optional<DealHeading> heading(DealId id) {
        return deals.findById(id).map(deal -> {
            var partner = partners.get(deal.partner());
            return new DealHeading(
                    deal.summary(),
                    partner.id(),
                    partner.name(),
                    territories
                            .of(deal.program(), deal.content())
                            .map(TerritoryView::name)
                            .orElse(null));
        });
    }

    private DealDossier dossier(Deal deal) {
        var partner = partners.get(deal.partner());
        var content = deal.content();
        var account = accounts.inspect(partner.id(), content.question(), content.scope(deal.program()));
        return new DealDossier(
                details(deal),
                partner,
                territories.of(deal.program(), content).map(TerritoryView::name).orElse(null),
                territories.isCovered(partner, deal.program(), content),
                account,
                trees.of(partner.id(), deal.id().id(), content.question(), content.scope(deal.program())),
                others(account.overlapping()),
                deal.amendmentWaits() ? Amendments.contentOf(deal).asSubmitted(deal.program()) : null,
                deal.extensionWaits() ? deal.extensionReason().orElse(null) : null,
                deals.countFor(partner.id(), OPEN),
                deals.countFor(partner.id(), EnumSet.of(DealStatus.WON)),
                likeness.of(deal.id()),
                comparison.withRivals(deal.id()),
                audit.of(deal.reference()));
    }

    private List<OtherClaim> others(List<ClaimView> claims) {
        var names = named.names(claims.stream().map(ClaimView::partner).collect(Collectors.toSet()));
        return claims.stream()
                .map(claim -> new OtherClaim(names.getOrDefault(claim.partner(), ""), claim.customer(), claim.until()))
                .toList();
    }

    private static DealDetails details(Deal deal) {
        return deal.details(EnumSet.noneOf(DealAction.class), null);
    }
}
