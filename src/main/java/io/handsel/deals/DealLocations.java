package io.handsel.deals;

import io.handsel.accounts.AccountClaims;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * To which location of its partner a deal belongs: that of whoever registered it, until somebody who is of all locations
 * moves it. Its claim on the customer goes along; nobody is told.
 */
@Service
@Transactional
public class DealLocations {

    private final OwnDeals own;
    private final DealNews news;
    private final AccountClaims claims;
    private final PartnerLocations locations;
    private final Partners partners;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    DealLocations(
            OwnDeals own,
            DealNews news,
            AccountClaims claims,
            PartnerLocations locations,
            Partners partners,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.own = own;
        this.news = news;
        this.claims = claims;
        this.locations = locations;
        this.partners = partners;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * Where a deal is, for a company that has locations.
     *
     * @param name of its location; null for the whole company
     * @param choices where it may be moved, by id; empty where the reader may not move it
     */
    public record Whereabouts(
            @Nullable LocationId location, @Nullable String name, Map<String, String> choices) {

        public Whereabouts {
            choices = new LinkedHashMap<>(choices);
        }
    }

    /** Empty where the company has no locations. */
    @Transactional(readOnly = true)
    public Optional<Whereabouts> of(Actor actor, DealDetails deal) {
        var partner = DealRegistration.partnerOf(actor);
        var choices = locations.choices(partner);
        if (choices.isEmpty() && deal.location() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Whereabouts(deal.location(), name(deal.location()), actor.isOfAllLocations() ? choices : Map.of()));
    }

    /**
     * Where these deals are now, and are until this transaction ends: whoever moves one of them waits. What is no deal is
     * not among them.
     */
    public Map<DealId, Optional<LocationId>> pinned(Collection<DealId> ids) {
        return jdbc
                .sql("select id, location_id from deal where id in (:ids) order by id for update")
                .param("ids", ids.stream().map(DealId::id).toList())
                .query((row, number) -> Map.entry(
                        new DealId(row.getObject("id", UUID.class)),
                        Optional.ofNullable(row.getObject("location_id", UUID.class))
                                .map(LocationId::new)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * @param to null for the whole company
     * @throws DealNotFound if there is no such deal for this actor
     */
    public DealOutcome move(Actor actor, DealId id, @Nullable LocationId to) {
        // Whoever makes a claim for the deal at this moment waits, or is waited for.
        partners.findLocked(DealRegistration.partnerOf(actor));
        var deal = own.get(actor, id);
        var from = deal.location().orElse(null);
        if (!actor.isOfAllLocations()) {
            return new Refused(DealRefusal.LOCATION_NOT_YOURS, "location");
        }
        if (Objects.equals(from, to)) {
            return new Done(id, deal.status());
        }
        var refused = refusal(deal.partner(), to);
        if (refused.isPresent()) {
            return refused.get();
        }
        deal.moveTo(to);
        claims.moveTo(id.id(), to);
        audit.record(deal.reference(), actor, "moved", Map.of("from", told(from), "to", told(to)));
        news.keep(deal);
        return new Done(id, deal.status());
    }

    /** The partner's record is locked by then: a location that is being closed has been waited for. */
    private Optional<Refused> refusal(PartnerId partner, @Nullable LocationId to) {
        if (to == null) {
            return Optional.empty();
        }
        var location = locations.find(partner, to);
        if (location.isEmpty()) {
            return Optional.of(new Refused(DealRefusal.LOCATION_UNKNOWN, "location"));
        }
        return location.get().open()
                ? Optional.empty()
                : Optional.of(new Refused(DealRefusal.LOCATION_CLOSED, "location"));
    }

    private @Nullable String name(@Nullable LocationId location) {
        return location == null ? null : locations.names(Set.of(location)).get(location);
    }

    private String told(@Nullable LocationId location) {
        var name = name(location);
        return name == null ? "" : name;
    }
}
