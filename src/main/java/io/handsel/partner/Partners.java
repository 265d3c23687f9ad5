package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.PartnerOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.TerritoryView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of the partner companies. */
@Service
@Transactional
public class Partners {

    private final PartnerStore store;
    private final Territories territories;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;

    Partners(
            PartnerStore store,
            Territories territories,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher news) {
        this.store = store;
        this.territories = territories;
        this.people = people;
        this.audit = audit;
        this.news = news;
    }

    /** @throws PartnerNotFound if there is no such partner */
    @Transactional(readOnly = true)
    public PartnerView get(PartnerId id) {
        return find(id).orElseThrow(() -> PartnerNotFound.with(id));
    }

    @Transactional(readOnly = true)
    public Optional<PartnerView> find(PartnerId id) {
        return store.findById(id).map(Partner::view);
    }

    /** Those of these partners there are. */
    @Transactional(readOnly = true)
    public Map<PartnerId, PartnerView> among(Collection<PartnerId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findByIdIn(ids).stream()
                        .map(Partner::view)
                        .collect(Collectors.toMap(PartnerView::id, view -> view));
    }

    /** What kind of business a partner is, without reading the rest of its record. */
    @Transactional(readOnly = true)
    public Optional<PartnerType> typeOf(PartnerId id) {
        return store.findType(id).map(PartnerType::of);
    }

    /** The partner as it stands until this transaction ends: nobody suspends or ends it meanwhile. */
    public Optional<PartnerView> findLocked(PartnerId id) {
        return store.findLocked(id).map(Partner::view);
    }

    /** Whether this person is the manager of a partner that has not ended. */
    @Transactional(readOnly = true)
    public boolean isManagedBy(PersonId manager) {
        return store.existsByManagerAndStandingNot(manager, PartnerStanding.ENDED);
    }

    /** Which state of its record a {@link PartnerChange} is meant for. */
    @Transactional(readOnly = true)
    public long versionOf(PartnerId id) {
        return load(id).version();
    }

    /** Every partner by name. */
    @Transactional(readOnly = true)
    public List<PartnerView> list() {
        return store.findAllByOrderByName().stream().map(Partner::view).toList();
    }

    public PartnerView register(NewPartner wanted) {
        var partner = store.save(new Partner(wanted));
        audit.recordBySystem(reference(partner.id()), "registered", Map.of("name", wanted.name()));
        news.publishEvent(new CompanyChanged(partner.id()));
        return partner.view();
    }

    /** Registers a partner that has come this far already, with an active manager. */
    public PartnerOutcome register(Actor by, NewPartner wanted, PartnerStanding standing) {
        if (!by.is(Role.MANAGER) && !by.is(Role.DIRECTOR) && !by.is(Role.OPERATOR)) {
            return new Refused(PartnerRefusal.NOT_YOURS);
        }
        if (!people.withRole(Role.MANAGER).stream().map(PersonView::id).toList().contains(wanted.manager())) {
            return new Refused(PartnerRefusal.NOT_A_MANAGER);
        }
        if (!areKnown(wanted.territories())) {
            return new Refused(PartnerRefusal.UNKNOWN_TERRITORY);
        }
        if (standing == PartnerStanding.ENDED) {
            return new Refused(PartnerRefusal.NOT_POSSIBLE);
        }
        var partner = store.save(new Partner(wanted));
        standing.way().forEach(partner::become);
        audit.record(
                reference(partner.id()), by, "registered", Map.of("name", wanted.name(), "standing", standing.name()));
        news.publishEvent(new CompanyChanged(partner.id()));
        return new Done(partner.view());
    }

    /** @throws PartnerNotFound if there is no such partner */
    public PartnerOutcome change(Actor by, PartnerId id, PartnerChange change) {
        var partner = load(id);
        if (!mayLookAfter(by, partner)) {
            return new Refused(PartnerRefusal.NOT_YOURS);
        }
        if (partner.version() != change.version()) {
            return new Refused(PartnerRefusal.CHANGED_MEANWHILE);
        }
        if (!areKnown(change.territories())) {
            return new Refused(PartnerRefusal.UNKNOWN_TERRITORY);
        }
        var before = partner.view();
        partner.change(change);
        var after = store.saveAndFlush(partner).view();
        audit.record(reference(id), by, "changed", differences(before, after));
        news.publishEvent(new CompanyChanged(id));
        return new Done(after);
    }

    /** Each changed fact as "old → new". */
    private static Map<String, String> differences(PartnerView before, PartnerView after) {
        Map<String, String> differences = new LinkedHashMap<>();
        difference(differences, "name", before.name(), after.name());
        difference(differences, "type", before.type(), after.type());
        difference(differences, "tier", before.tier(), after.tier());
        difference(differences, "region", before.region(), after.region());
        difference(
                differences,
                "language",
                before.locale().toLanguageTag(),
                after.locale().toLanguageTag());
        difference(differences, "zone", before.zone(), after.zone());
        difference(differences, "currency", before.currency(), after.currency());
        difference(differences, "productLines", before.productLines(), after.productLines());
        difference(differences, "territories", before.territories(), after.territories());
        return differences;
    }

    private static void difference(
            Map<String, String> differences, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            differences.put(name, before + " → " + after);
        }
    }

    /** The manager looks after a partner; directors and operators after every one. */
    @Transactional(readOnly = true)
    public boolean mayLookAfter(Actor actor, PartnerId id) {
        return mayLookAfter(actor, load(id));
    }

    static boolean mayLookAfter(Actor actor, Partner partner) {
        return actor.is(Role.DIRECTOR)
                || actor.is(Role.OPERATOR)
                || actor.is(Role.MANAGER) && actor.person().equals(partner.manager());
    }

    /** Somebody of the partner itself who does so for all of it, and not for one of its locations only. */
    static boolean administers(Actor actor, PartnerId id) {
        return actor.is(Role.PARTNER_ADMIN)
                && actor.isOfAllLocations()
                && actor.partner().map(PartnerId::of).filter(id::equals).isPresent();
    }

    private boolean areKnown(Set<TerritoryId> wanted) {
        return territories.list().stream()
                .map(TerritoryView::id)
                .collect(Collectors.toSet())
                .containsAll(wanted);
    }

    private Partner load(PartnerId id) {
        return store.findById(id).orElseThrow(() -> PartnerNotFound.with(id));
    }

    /**
     * Moves a partner on; whether that is possible says {@link PartnerStanding#mayBecome}.
     *
     * @throws IllegalStateException if it is not
     */
    public PartnerView become(Actor by, PartnerId id, PartnerStanding next) {
        var partner = load(id);
        partner.become(next);
        audit.record(reference(id), by, "became", Map.of("standing", next.name()));
        news.publishEvent(new PartnerStandingChanged(id, next));
        return partner.view();
    }

    /**
     * Makes a partner in onboarding an active one; nobody decides that, its first registered deal does.
     *
     * @throws IllegalStateException if it is not in onboarding
     */
    public PartnerView activate(PartnerId id) {
        var partner = store.findLocked(id).orElseThrow(() -> PartnerNotFound.with(id));
        if (partner.view().standing() != PartnerStanding.ONBOARDING) {
            throw new IllegalStateException("Partner " + id + " is not in onboarding");
        }
        partner.become(PartnerStanding.ACTIVE);
        audit.recordBySystem(reference(id), "became", Map.of("standing", PartnerStanding.ACTIVE.name()));
        news.publishEvent(new PartnerStandingChanged(id, PartnerStanding.ACTIVE));
        return partner.view();
    }

    static CaseReference reference(PartnerId id) {
        return new CaseReference("partner", id.id());
    }
}
