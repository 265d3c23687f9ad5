package io.handsel.people;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.LocationView;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.Partners;
import io.handsel.people.PersonOutcome.Done;
import io.handsel.people.PersonOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.NewPerson;
import io.handsel.security.OrganisationId;
import io.handsel.security.PasswordLinks;
import io.handsel.security.People;
import io.handsel.security.PersonChange;
import io.handsel.security.PersonDirectory;
import io.handsel.security.PersonFilter;
import io.handsel.security.PersonId;
import io.handsel.security.PersonNotFound;
import io.handsel.security.PersonPage;
import io.handsel.security.PersonRecord;
import io.handsel.security.PersonState;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.Territories;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people, changes what they may do, lets them go. An operator does so for everybody; everybody else only within
 * the company they work for, where whoever belongs to another one is simply not found; an administrator who is limited
 * to a location only within that, and nobody they bring in is less limited.
 */
@Service
@Transactional
public class PeopleAdministration {

    private final People people;
    private final PersonDirectory directory;
    private final PasswordLinks links;
    private final Partners partners;
    private final PartnerLocations locations;
    private final Territories territories;
    private final Notifications notifications;
    private final AuditTrail audit;

    PeopleAdministration(
            People people,
            PersonDirectory directory,
            PasswordLinks links,
            Partners partners,
            PartnerLocations locations,
            Territories territories,
            Notifications notifications,
            AuditTrail audit) {
        this.people = people;
        this.directory = directory;
        this.links = links;
        this.partners = partners;
        this.locations = locations;
        this.territories = territories;
        this.notifications = notifications;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public PersonPage page(Actor by, PersonFilter filter, int size) {
        return directory.page(visible(by, filter), size);
    }

    /** @throws PersonNotFound if there is nobody with this id, or nobody this actor looks after */
    @Transactional(readOnly = true)
    public PersonRecord get(Actor by, PersonId id) {
        return by.is(Role.OPERATOR) ? directory.get(id) : directory.get(id, company(by), by.location());
    }

    /** What happened to a person, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> history(Actor by, PersonId id) {
        return audit.of(reference(get(by, id).person().id()));
    }

    /** Registers somebody and sends them a link to choose a password. */
    public PersonOutcome invite(Actor by, NewPerson wish) {
        return register(by, by.is(Role.OPERATOR) ? wish : within(by, wish.workingFor(company(by))));
    }

    /**
     * Invites the first administrator of a partner that has just come in.
     *
     * @param by whoever has let the partner in
     */
    public PersonOutcome inviteFirst(Actor by, PartnerId partner, NewPerson wish) {
        if (!people.ofOrganisation(partner.organisation()).isEmpty()) {
            throw new IllegalStateException("Partner " + partner + " has people already, who invite their colleagues");
        }
        return register(by, wish.workingFor(partner.organisation()));
    }

    private PersonOutcome register(Actor by, NewPerson invited) {
        var refusal = judgeRoles(invited.roles(), invited.organisation())
                .or(() -> judgeLocation(invited.location(), invited.organisation()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var registered = people.registerIfFree(invited);
        if (registered.isEmpty()) {
            return new Refused(PersonRefusal.NAME_TAKEN);
        }
        var person = registered.get();
        audit.record(
                reference(person.id()),
                by,
                "invited",
                Map.of("roles", written(person.roles()), "location", name(person.location())));
        send(by, person, "invited");
        return new Done(person);
    }

    /** Sends a new link to choose a password; the ones sent before end. */
    public PersonOutcome sendLink(Actor by, PersonId id) {
        var record = get(by, id);
        if (record.state() == PersonState.INACTIVE) {
            return new Refused(PersonRefusal.INACTIVE);
        }
        audit.record(reference(id), by, "link-sent", Map.of());
        send(by, record.person(), record.state() == PersonState.INVITED ? "invited" : "password");
        return new Done(record.person());
    }

    public PersonOutcome change(Actor by, PersonId id, PersonChange wish) {
        var before = get(by, id).person();
        var change = by.isOfAllLocations() ? wish : wish.limitedTo(by.location());
        var refusal = judgeRoles(change.roles(), before.organisation())
                .or(() -> judgeMove(before, change))
                .or(() -> before.active() ? judgeLosing(by, before, change.roles()) : Optional.empty());
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var changed = people.change(id, change);
        if (changed.isEmpty()) {
            return new Refused(PersonRefusal.CHANGED_MEANWHILE);
        }
        if (!before.email().equals(change.email())) {
            // Whoever reads the old address must not come in by a link that lies there.
            links.revoke(id);
            tellOldAddress(by, before);
        }
        writeDown(by, before, change);
        return new Done(changed.get());
    }

    /** From their next request on, this person is out. */
    public PersonOutcome deactivate(Actor by, PersonId id) {
        var person = get(by, id).person();
        var refusal = person.active() ? judgeLosing(by, person, Set.of()) : Optional.<PersonRefusal>empty();
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        people.deactivate(id);
        links.revoke(id);
        audit.record(reference(id), by, "deactivated", Map.of());
        return new Done(person);
    }

    public PersonOutcome activate(Actor by, PersonId id) {
        var person = get(by, id).person();
        var refusal = judgeRoles(person.roles(), person.organisation())
                .or(() -> judgeLocation(person.location(), person.organisation()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        people.activate(id);
        audit.record(reference(id), by, "activated", Map.of());
        return new Done(person);
    }

    /** The person has chosen a password by a link; empty where the link is good for nothing any more. */
    public Optional<PersonView> arrive(String token, String password) {
        var person = links.choose(token, password);
        person.ifPresent(
                arrived -> audit.record(reference(arrived.id()), arrived.actor(), "password-chosen", Map.of()));
        return person;
    }

    /** Roles and the address by themselves: one says what somebody may do, the other who may become them. */
    private void writeDown(Actor by, PersonView before, PersonChange change) {
        var rolesChanged = !before.roles().equals(change.roles());
        var addressChanged = !before.email().equals(change.email());
        if (rolesChanged) {
            audit.record(
                    reference(before.id()),
                    by,
                    "roles-changed",
                    Map.of("from", written(before.roles()), "to", written(change.roles())));
        }
        if (addressChanged) {
            audit.record(
                    reference(before.id()),
                    by,
                    "address-changed",
                    Map.of(
                            "from",
                            before.email().address(),
                            "to",
                            change.email().address()));
        }
        var moved = !Objects.equals(before.location(), change.location());
        if (moved) {
            audit.record(
                    reference(before.id()),
                    by,
                    "location-changed",
                    Map.of("from", name(before.location()), "to", name(change.location())));
        }
        if (!rolesChanged && !addressChanged && !moved) {
            audit.record(reference(before.id()), by, "changed", Map.of());
        }
    }

    private static Optional<PersonRefusal> mixed(Set<Role> roles, @Nullable OrganisationId organisation) {
        var ofPartner = !Collections.disjoint(roles, Role.PARTNER);
        var ofStaff = !Collections.disjoint(roles, Role.STAFF);
        if (roles.isEmpty()) {
            return Optional.of(PersonRefusal.NO_ROLE);
        }
        if (ofPartner && ofStaff) {
            return Optional.of(PersonRefusal.MIXED_ROLES);
        }
        if (ofPartner && organisation == null) {
            return Optional.of(PersonRefusal.NO_PARTNER);
        }
        return ofStaff && organisation != null ? Optional.of(PersonRefusal.NOT_FOR_PARTNERS) : Optional.empty();
    }

    private Optional<PersonRefusal> judgeRoles(Set<Role> roles, @Nullable OrganisationId organisation) {
        var mixed = mixed(roles, organisation);
        if (mixed.isPresent() || organisation == null) {
            return mixed;
        }
        // Kept as it is until the end: nobody joins a partner that is being ended.
        var partner = partners.findLocked(PartnerId.of(organisation));
        if (partner.isEmpty()) {
            return Optional.of(PersonRefusal.NO_PARTNER);
        }
        return partner.get().standing() == PartnerStanding.ENDED
                ? Optional.of(PersonRefusal.PARTNER_ENDED)
                : Optional.empty();
    }

    /** What keeps a person from being limited to this location; the partner's record is locked by then. */
    private Optional<PersonRefusal> judgeLocation(@Nullable LocationId wanted, @Nullable OrganisationId organisation) {
        if (wanted == null) {
            return Optional.empty();
        }
        var location = organisation == null
                ? Optional.<LocationView>empty()
                : locations.find(PartnerId.of(organisation), wanted);
        if (location.isEmpty()) {
            return Optional.of(PersonRefusal.LOCATION_UNKNOWN);
        }
        return location.get().open() ? Optional.empty() : Optional.of(PersonRefusal.LOCATION_CLOSED);
    }

    private Optional<PersonRefusal> judgeMove(PersonView before, PersonChange change) {
        if (Objects.equals(before.location(), change.location())) {
            return Optional.empty();
        }
        var refusal = judgeLocation(change.location(), before.organisation());
        var ofAll = before.active()
                && before.location() == null
                && before.organisation() != null
                && before.roles().contains(Role.PARTNER_ADMIN);
        return refusal.isEmpty() && ofAll && people.isLastAdministratorOfAll(before.id(), before.organisation())
                ? Optional.of(PersonRefusal.LAST_OF_ALL_LOCATIONS)
                : refusal;
    }

    /** What keeps an active person from being left with these roles only. */
    private Optional<PersonRefusal> judgeLosing(Actor by, PersonView person, Set<Role> left) {
        var lost = person.roles().stream().filter(role -> !left.contains(role)).collect(Collectors.toSet());
        if (lost.contains(Role.OPERATOR) && people.isLastOperator(person.id())) {
            return Optional.of(PersonRefusal.LAST_OPERATOR);
        }
        // Whoever takes it from themselves could not take it back.
        var own = by.person().equals(person.id());
        if (own && (left.isEmpty() || lost.contains(Role.OPERATOR) || lost.contains(Role.PARTNER_ADMIN))) {
            return Optional.of(PersonRefusal.YOURSELF);
        }
        if (lost.contains(Role.MANAGER) && partners.isManagedBy(person.id())) {
            return Optional.of(PersonRefusal.CARES_FOR_PARTNERS);
        }
        var answers = territories.list().stream()
                .anyMatch(territory -> lost.contains(Role.MANAGER)
                                && territory.manager().equals(person.id())
                        || lost.contains(Role.DIRECTOR) && territory.director().equals(person.id()));
        return answers ? Optional.of(PersonRefusal.ANSWERS_FOR_TERRITORIES) : Optional.empty();
    }

    private void send(Actor by, PersonView person, String text) {
        var link = links.offer(person.id());
        notifications.send(Notice.to(person.id())
                .about("people.mail." + text, person.name(), person.signInName(), by.name(), link.until())
                .linkTo("/invitation/" + link.token())
                .inConfidence()
                .once("password-link " + UUID.randomUUID()));
    }

    /** Whoever is about to be replaced by somebody else's address hears of it where they still read. */
    private void tellOldAddress(Actor by, PersonView before) {
        notifications.send(Notice.toAddress(before.email(), before.locale(), before.zone())
                .about("people.mail.moved", before.name(), by.name())
                .once("address-changed " + UUID.randomUUID()));
    }

    private static PersonFilter visible(Actor by, PersonFilter filter) {
        return by.is(Role.OPERATOR) ? filter : filter.within(company(by), by.location());
    }

    /** Whoever is limited to a location lets nobody in who is not. */
    private static NewPerson within(Actor by, NewPerson wish) {
        return by.isOfAllLocations() ? wish : wish.limitedTo(by.location());
    }

    /** As the audit trail tells it; empty for all locations. */
    private String name(@Nullable LocationId location) {
        return location == null ? "" : locations.names(Set.of(location)).getOrDefault(location, "");
    }

    private static OrganisationId company(Actor by) {
        return by.partner().orElseThrow(() -> new IllegalStateException("Only operators look after people of others"));
    }

    private static String written(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "));
    }

    private static CaseReference reference(PersonId id) {
        return new CaseReference("person", id.id());
    }
}
