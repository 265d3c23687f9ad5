package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.partner.LocationOutcome.Done;
import io.handsel.partner.LocationOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The locations of partner companies: kept by the company's administrators of all locations and by whoever looks after
 * the partner. Every change locks the partner's record, as do changes of whom a location limits: of somebody who closes
 * a location and somebody who limits a person to it the second one hears of the first.
 */
@Service
@Transactional
public class PartnerLocations {

    private final LocationStore store;
    private final Partners partners;
    private final People people;
    private final AuditTrail audit;

    PartnerLocations(LocationStore store, Partners partners, People people, AuditTrail audit) {
        this.store = store;
        this.partners = partners;
        this.people = people;
        this.audit = audit;
    }

    /** All of them by name, closed ones too. */
    @Transactional(readOnly = true)
    public List<LocationView> of(PartnerId partner) {
        return store.findByPartnerOrderByNameKey(partner).stream()
                .map(Location::view)
                .toList();
    }

    /** What can be chosen, by name: the open ones. */
    @Transactional(readOnly = true)
    public Map<String, String> choices(PartnerId partner) {
        Map<String, String> choices = new LinkedHashMap<>();
        of(partner).stream()
                .filter(LocationView::open)
                .forEach(location -> choices.put(location.id().toString(), location.name()));
        return choices;
    }

    /** What these are called, in one statement: for lists that show names. */
    @Transactional(readOnly = true)
    public Map<LocationId, String> names(Collection<LocationId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findByIdIn(Set.copyOf(ids)).stream()
                        .map(Location::view)
                        .collect(Collectors.toMap(LocationView::id, LocationView::name));
    }

    /** The location, if it is one of this partner. */
    @Transactional(readOnly = true)
    public Optional<LocationView> find(PartnerId partner, LocationId id) {
        return store.findByIdAndPartner(id, partner).map(Location::view);
    }

    /** Whether this person may add, change and close locations. */
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor by, PartnerId partner) {
        return partners.mayLookAfter(by, partner) || Partners.administers(by, partner);
    }

    /** @throws PartnerNotFound if there is no such partner */
    public LocationOutcome add(Actor by, PartnerId partner, LocationFacts facts) {
        var refused = refusal(by, partner);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (store.findByPartnerAndNameKey(partner, Location.spelled(facts.name()))
                .isPresent()) {
            return Refused.because(LocationRefusal.NAME_TAKEN);
        }
        return kept(by, new Location(partner, facts), "location-added");
    }

    /**
     * @param version the state that was read
     * @throws LocationNotFound if the partner has no such location
     */
    public LocationOutcome change(Actor by, PartnerId partner, LocationId id, LocationFacts facts, long version) {
        var refused = refusal(by, partner);
        if (refused.isPresent()) {
            return refused.get();
        }
        var location = load(partner, id);
        if (location.view().version() != version) {
            return Refused.because(LocationRefusal.CHANGED_MEANWHILE);
        }
        var namesake = store.findByPartnerAndNameKey(partner, Location.spelled(facts.name()))
                .filter(other -> !other.view().id().equals(id));
        if (namesake.isPresent()) {
            return Refused.because(LocationRefusal.NAME_TAKEN);
        }
        location.become(facts);
        return kept(by, location, "location-changed");
    }

    /**
     * From now on nobody is limited to it and no deal moved there. Who is limited to it already would see nothing new:
     * so they are to be moved first.
     *
     * @throws LocationNotFound if the partner has no such location
     */
    public LocationOutcome close(Actor by, PartnerId partner, LocationId id) {
        var refused = refusal(by, partner);
        if (refused.isPresent()) {
            return refused.get();
        }
        var location = load(partner, id);
        var limited = people.limitedTo(id);
        if (!limited.isEmpty()) {
            return new Refused(
                    LocationRefusal.IN_USE,
                    limited.stream().map(PersonView::name).toList());
        }
        location.close();
        return kept(by, location, "location-closed");
    }

    /** @throws LocationNotFound if the partner has no such location */
    public LocationOutcome reopen(Actor by, PartnerId partner, LocationId id) {
        var refused = refusal(by, partner);
        if (refused.isPresent()) {
            return refused.get();
        }
        var location = load(partner, id);
        location.open();
        return kept(by, location, "location-opened");
    }

    private Optional<LocationOutcome> refusal(Actor by, PartnerId partner) {
        var record = partners.findLocked(partner).orElseThrow(() -> PartnerNotFound.with(partner));
        if (!mayKeep(by, partner)) {
            return Optional.of(Refused.because(LocationRefusal.NOT_YOURS));
        }
        return record.standing() == PartnerStanding.ENDED
                ? Optional.of(Refused.because(LocationRefusal.HAS_ENDED))
                : Optional.empty();
    }

    private Done kept(Actor by, Location location, String action) {
        var view = store.saveAndFlush(location).view();
        audit.record(Partners.reference(view.partner()), by, action, Map.of("location", view.name()));
        return new Done(view);
    }

    private Location load(PartnerId partner, LocationId id) {
        return store.findByIdAndPartner(id, partner).orElseThrow(() -> LocationNotFound.with(id));
    }
}
