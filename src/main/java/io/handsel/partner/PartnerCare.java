package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.kernel.Period;
import io.handsel.partner.SubstitutionOutcome.Agreed;
import io.handsel.partner.SubstitutionOutcome.Reason;
import io.handsel.partner.SubstitutionOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.Substitutes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of the vendor's people takes care of a partner: its manager, or on holiday whoever stands in. */
@Service
@Transactional
public class PartnerCare {

    private final PartnerStore partners;
    private final SubstitutionStore substitutions;
    private final People people;
    private final Substitutes tasks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    PartnerCare(
            PartnerStore partners,
            SubstitutionStore substitutions,
            People people,
            Substitutes tasks,
            AuditTrail audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.partners = partners;
        this.substitutions = substitutions;
        this.people = people;
        this.tasks = tasks;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Who takes care of the partner at this moment.
     *
     * @throws PartnerNotFound if there is no such partner
     */
    @Transactional(readOnly = true)
    public PersonId managerOf(PartnerId partner, Instant moment) {
        return inChargeFor(partner(partner).manager(), moment);
    }

    /** Who stands in for this manager at this moment; empty where the manager is there. */
    @Transactional(readOnly = true)
    public Optional<PersonId> substituteFor(PersonId manager, Instant moment) {
        var inCharge = inChargeFor(manager, moment);
        return inCharge.equals(manager) ? Optional.empty() : Optional.of(inCharge);
    }

    /** Until when the manager is stood in for; empty where the manager is there. */
    @Transactional(readOnly = true)
    public Optional<SubstitutionView> absence(PersonId manager, Instant moment) {
        return substitutions.ofManager(manager, moment).map(Substitution::view);
    }

    /** Everybody whose work falls to this person at this moment, not counting the person's own. */
    @Transactional(readOnly = true)
    public Set<PersonId> standingInFor(PersonId person, Instant moment) {
        var found = new HashSet<PersonId>();
        collect(person, moment, found);
        found.remove(person);
        return found;
    }

    /** The present and coming times in which somebody stands in for this manager. */
    @Transactional(readOnly = true)
    public List<SubstitutionView> substitutionsOf(PersonId manager) {
        return substitutions.comingOf(manager, clock.instant()).stream()
                .map(Substitution::view)
                .toList();
    }

    public SubstitutionOutcome substitute(Actor by, PersonId manager, PersonId substitute, Period period) {
        if (!mayArrange(by, manager)) {
            return new Refused(Reason.NOT_YOURS);
        }
        if (manager.equals(substitute)) {
            return new Refused(Reason.SAME_PERSON);
        }
        if (!isManager(substitute)) {
            return new Refused(Reason.NOT_A_MANAGER);
        }
        if (!period.end().isAfter(clock.instant())) {
            return new Refused(Reason.IN_THE_PAST);
        }
        if (!substitutions.touching(manager, period.start(), period.end()).isEmpty()) {
            return new Refused(Reason.ALREADY_SUBSTITUTED);
        }
        var substitution = substitutions
                .save(new Substitution(manager, substitute, period))
                .view();
        tasks.standIn(substitution.id(), manager, substitute, period);
        audit.record(
                reference(manager),
                by,
                "substituted",
                Map.of(
                        "substitute", substitute.toString(),
                        "from", period.start().toString(),
                        "until", period.end().toString()));
        return new Agreed(substitution);
    }

    /** Ends a substitution, begun or not; nothing happens if it is already gone or somebody else's to end. */
    public void withdraw(Actor by, UUID substitution) {
        substitutions
                .findById(substitution)
                .filter(found -> mayArrange(by, found.manager()))
                .ifPresent(found -> {
                    substitutions.delete(found);
                    tasks.end(substitution);
                    audit.record(
                            reference(found.manager()),
                            by,
                            "substitution-withdrawn",
                            Map.of("substitute", found.substitute().toString()));
                });
    }

    /**
     * Gives the partner another manager for good, heard of by {@link PartnerHandedOver}. Of two who do so at once the
     * second waits, and then hears that it has been done.
     *
     * @param from who has the partner as far as the actor knows
     * @throws PartnerNotFound if there is no such partner
     */
    public HandOverOutcome handOver(Actor by, PartnerId partner, PersonId from, PersonId newManager) {
        var record = partners.findLocked(partner).orElseThrow(() -> PartnerNotFound.with(partner));
        if (!record.manager().equals(from)) {
            return HandOverOutcome.HANDED_OVER_MEANWHILE;
        }
        if (!mayArrange(by, from)) {
            return HandOverOutcome.NOT_YOURS;
        }
        if (!isManager(newManager)) {
            return HandOverOutcome.NOT_A_MANAGER;
        }
        if (from.equals(newManager)) {
            return HandOverOutcome.HANDED_OVER;
        }
        record.handOverTo(newManager);
        audit.record(
                Partners.reference(partner),
                by,
                "handed-over",
                Map.of("from", from.toString(), "to", newManager.toString()));
        news.publishEvent(new PartnerHandedOver(by, partner, from, newManager));
        return HandOverOutcome.HANDED_OVER;
    }

    /** Managers arrange for themselves; directors and operators for everybody. */
    public boolean mayArrange(Actor actor, PersonId manager) {
        return actor.person().equals(manager) || actor.is(Role.DIRECTOR) || actor.is(Role.OPERATOR);
    }

    private boolean isManager(PersonId person) {
        return people.find(person)
                .filter(PersonView::active)
                .filter(found -> found.roles().contains(Role.MANAGER))
                .isPresent();
    }

    private Partner partner(PartnerId id) {
        return partners.findById(id).orElseThrow(() -> PartnerNotFound.with(id));
    }

    /** A substitute may be away too and have a substitute; in a circle everybody is away and the manager stays. */
    private PersonId inChargeFor(PersonId manager, Instant moment) {
        var seen = new HashSet<PersonId>();
        var inCharge = manager;
        while (seen.add(inCharge)) {
            var substitution = substitutions.ofManager(inCharge, moment);
            if (substitution.isEmpty()) {
                return inCharge;
            }
            inCharge = substitution.get().substitute();
        }
        return manager;
    }

    private void collect(PersonId person, Instant moment, Set<PersonId> found) {
        for (var substitution : substitutions.bySubstitute(person, moment)) {
            if (found.add(substitution.manager())) {
                collect(substitution.manager(), moment, found);
            }
        }
    }

    private static CaseReference reference(PersonId manager) {
        return new CaseReference("person", manager.id());
    }
}
