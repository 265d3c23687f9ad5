package io.handsel.disputes;

import io.handsel.accounts.ClaimView;
import io.handsel.accounts.ClaimsContested;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealDossier;
import io.handsel.deals.DealDossiers;
import io.handsel.deals.DealId;
import io.handsel.deals.DealLocations;
import io.handsel.deals.DealNotFound;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealStatus;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.disputes.DisputeOutcome.Refused;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a dispute begins: a partner wants a decision looked at again, or two claims have been set against each other. */
@Service
@Transactional
public class DisputeOpening {

    static final int LONGEST_TEXT = 2000;

    /** Nobody in particular: a partner disputes what was decided about its own deal. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Disputes disputes;
    private final DisputeNews news;
    private final DisputeTables tables;
    private final DisputeTerritories territories;
    private final DealOverview overview;
    private final DealDossiers deals;
    private final DealLocations locations;
    private final Partners partners;
    private final AuditTrail audit;
    private final Clock clock;

    DisputeOpening(
            Disputes disputes,
            DisputeNews news,
            DisputeTables tables,
            DisputeTerritories territories,
            DealOverview overview,
            DealDossiers deals,
            DealLocations locations,
            Partners partners,
            AuditTrail audit,
            Clock clock) {
        this.disputes = disputes;
        this.news = news;
        this.tables = tables;
        this.territories = territories;
        this.overview = overview;
        this.deals = deals;
        this.locations = locations;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether the actor's partner may dispute what became of its deal; empty where nothing has happened to dispute.
     *
     * @throws DealNotFound if the actor's partner has no such deal
     */
    @Transactional(readOnly = true)
    public Optional<DisputeOffer> offer(Actor actor, DealId deal) {
        return offer(overview.details(actor, deal), partnerOf(actor));
    }

    /**
     * Opens a dispute about a deal of the actor's own partner, against whoever has the customer now.
     *
     * @throws DealNotFound if the actor's partner has no such deal
     */
    public DisputeOutcome open(Actor actor, DealId deal, String reason) {
        var partner = partnerOf(actor);
        var details = overview.details(actor, deal);
        var offered = offer(details, partner);
        if (offered.isEmpty()) {
            return new Refused(DisputeRefusal.NOTHING_TO_DISPUTE);
        }
        var offer = offered.get();
        if (offer.opened() != null) {
            return new Refused(DisputeRefusal.OPENED_ALREADY);
        }
        if (!offer.open()) {
            return new Refused(DisputeRefusal.TOO_LATE_TO_OPEN, null, offer.until());
        }
        var wrong = wrongText(reason, "reason");
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (disputes.claimOccasion(deal.id(), offer.cause().name(), NOBODY) == 0) {
            return new Refused(DisputeRefusal.OPENED_ALREADY);
        }
        var registration = details.registration();
        var claim = deals.find(deal).flatMap(DisputeOpening::held);
        var places =
                locations.pinned(Stream.concat(Stream.of(deal), claim.stream().map(held -> new DealId(held.subject())))
                        .toList());
        var challenger = new DisputeParty(
                partner, details.registrant(), places.get(deal).orElse(null), deal.id(), true, registration.customer());
        var holder = claim.map(held -> party(
                        held,
                        places.getOrDefault(new DealId(held.subject()), Optional.ofNullable(held.location()))
                                .orElse(null)))
                .orElse(null);
        var dispute = new Dispute(number(), registration.program(), offer.cause(), challenger, holder, now())
                .because(actor.person(), reason.strip());
        audit.record(
                dispute.reference(),
                actor,
                "opened",
                Map.of("cause", offer.cause().name(), "reason", reason.strip()));
        news.keep(dispute);
        return new Done(dispute.id(), dispute.status());
    }

    /** A change of the account tree has made two claims overlap: that is never passed over in silence. */
    @EventListener
    void on(ClaimsContested contested) {
        var first = contested.first();
        var second = contested.second();
        if (first.partner().equals(second.partner())
                || disputes.claimOccasion(second.subject(), DisputeCause.CONTESTED.name(), first.subject()) == 0) {
            return;
        }
        var dispute = new Dispute(
                number(),
                second.scope().program(),
                DisputeCause.CONTESTED,
                party(second, second.location()),
                party(first, first.location()),
                now());
        audit.recordBySystem(dispute.reference(), "opened", Map.of("cause", DisputeCause.CONTESTED.name()));
        news.keep(dispute);
    }

    static Optional<Refused> wrongText(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return Optional.of(new Refused(DisputeRefusal.FIELD_MISSING, field));
        }
        return tooLong(text, field);
    }

    static Optional<Refused> tooLong(String text, String field) {
        return text.length() > LONGEST_TEXT
                ? Optional.of(new Refused(DisputeRefusal.FIELD_TOO_LONG, field, LONGEST_TEXT))
                : Optional.empty();
    }

    private Optional<DisputeOffer> offer(DealDetails deal, PartnerId partner) {
        var cause = cause(deal.status());
        var ended = deal.closedAt();
        if (cause.isEmpty() || ended == null) {
            return Optional.empty();
        }
        var opened = disputes.findOpened(deal.id().id(), cause.get()).orElse(null);
        if (opened == null && disputes.hasEnded(deal.id().id(), ended)) {
            return Optional.empty();
        }
        var rules = tables.rules(deal.registration().program(), cause.get(), partner);
        var until = PartnerDay.endOf(
                territories.calendar(deal, partner).plusDays(ended, rules.openDays()),
                partners.get(partner).zone());
        return Optional.of(new DisputeOffer(cause.get(), until, opened, opened == null && now().isBefore(until)));
    }

    private static Optional<DisputeCause> cause(DealStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case REJECTED -> DisputeCause.REJECTED;
                    case EXPIRED -> DisputeCause.LAPSED;
                    case TRANSFERRED -> DisputeCause.TRANSFERRED;
                    default -> null;
                });
    }

    /** Whoever has the customer: of several the one who shuts others out, then the one who came first. */
    private static Optional<ClaimView> held(DealDossier dossier) {
        return dossier.account().overlapping().stream()
                .min(Comparator.comparing(ClaimView::exclusive).reversed().thenComparing(ClaimView::from));
    }

    private DisputeParty party(ClaimView claim, @Nullable LocationId location) {
        var withDeal = deals.heading(new DealId(claim.subject())).isPresent();
        return new DisputeParty(claim.partner(), claim.person(), location, claim.subject(), withDeal, claim.customer());
    }

    static PartnerId partnerOf(Actor actor) {
        return actor.partner()
                .map(PartnerId::of)
                .orElseThrow(() -> new IllegalStateException("Only partners have a side in a dispute"));
    }

    private String number() {
        var year = PartnerDay.of(now(), clock.getZone()).getYear();
        return String.format(Locale.ROOT, "DS-%d-%06d", year, disputes.nextNumber());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
