package io.handsel.onboarding;

import io.handsel.agreements.Agreements;
import io.handsel.audit.AuditTrail;
import io.handsel.onboarding.OnboardingOutcome.Done;
import io.handsel.onboarding.OnboardingOutcome.Refused;
import io.handsel.partner.MatterDecisions;
import io.handsel.partner.MatterFate;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerNotFound;
import io.handsel.partner.PartnerScope;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandings;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.recruitment.CandidateId;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.territory.PartnerDay;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.WorkingCalendar;
import io.handsel.territory.WorkingCalendars;
import io.handsel.territory.WorkingWeek;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A partner's way to its first deal: begun with its approval, finished step by step, ended by the first deal. */
@Service
@Transactional
public class PartnerOnboarding {

    private static final int LONGEST_REASON = 2000;

    private final Onboardings onboardings;
    private final OnboardingNews news;
    private final OnboardingTables tables;
    private final Partners partners;
    private final PartnerStandings standings;
    private final PartnerCare care;
    private final Agreements agreements;
    private final People people;
    private final Territories territories;
    private final WorkingCalendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    PartnerOnboarding(
            Onboardings onboardings,
            OnboardingNews news,
            OnboardingTables tables,
            Partners partners,
            PartnerStandings standings,
            PartnerCare care,
            Agreements agreements,
            People people,
            Territories territories,
            WorkingCalendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.onboardings = onboardings;
        this.news = news;
        this.tables = tables;
        this.partners = partners;
        this.standings = standings;
        this.care = care;
        this.agreements = agreements;
        this.people = people;
        this.territories = territories;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins with the approval of an application; the agreement is asked in the same transaction.
     *
     * @param signer who is to sign
     */
    OnboardingId begin(PartnerId id, PersonId signer, @Nullable CandidateId candidate) {
        var partner = partners.findLocked(id).orElseThrow(() -> PartnerNotFound.with(id));
        agreements.ask(id, signer);
        var onboarding = onboarding(partner, candidate);
        audit.recordBySystem(onboarding.reference(), "begun", Map.of("partner", partner.name()));
        news.keep(onboarding);
        return onboarding.id();
    }

    /**
     * Begins the onboarding of a partner that somebody of the vendor's has entered.
     *
     * @param signer who is to sign the agreement; null where it has been signed elsewhere
     * @throws PartnerNotFound if there is no such partner
     */
    public OnboardingOutcome begin(Actor by, PartnerId id, @Nullable PersonId signer) {
        var partner = partners.findLocked(id).orElseThrow(() -> PartnerNotFound.with(id));
        if (!partners.mayLookAfter(by, id)) {
            return new Refused(OnboardingRefusal.NOT_YOURS);
        }
        if (partner.standing() != PartnerStanding.ONBOARDING) {
            return new Refused(OnboardingRefusal.NOT_IN_ONBOARDING);
        }
        if (onboardings.findByPartner(id).isPresent()) {
            return new Refused(OnboardingRefusal.BEGUN_ALREADY);
        }
        if (signer != null) {
            if (!maySign(signer, id)) {
                return new Refused(OnboardingRefusal.SIGNER_UNSUITED);
            }
            agreements.ask(id, signer);
        }
        var onboarding = onboarding(partner, null);
        if (signer == null) {
            onboarding.finish(StepKind.SIGN, by.person(), clock.instant());
        }
        audit.record(onboarding.reference(), by, "begun", Map.of("partner", partner.name()));
        news.keep(onboarding);
        return new Done(onboarding.id());
    }

    private boolean maySign(PersonId signer, PartnerId partner) {
        return people.find(signer)
                .filter(person -> person.active() && PartnerScope.covers(person, partner, null))
                .isPresent();
    }

    private Onboarding onboarding(PartnerView partner, @Nullable CandidateId candidate) {
        var now = clock.instant();
        var zone = partner.zone();
        var steps = tables.track(partner).stream()
                .map(row -> new OnboardingStep(
                        row.step(),
                        row.owner(),
                        PartnerDay.endAfter(now, row.dueAfterDays(), zone),
                        PartnerDay.endAfter(now, row.dueAfterDays() - (long) row.remindBefore(), zone),
                        row.opens().orElse(null),
                        row.help()))
                .toList();
        var ends = PartnerDay.endAfter(now, tables.timeBox(partner).days(), zone);
        var onboarding = new Onboarding(partner.id(), candidate, now, ends, steps);
        if (hasColleagues(partner.id())) {
            onboarding.finish(StepKind.COLLEAGUES, null, now);
        }
        return onboarding;
    }

    private boolean hasColleagues(PartnerId partner) {
        return people.ofOrganisation(partner.organisation()).stream()
                        .filter(PersonView::active)
                        .count()
                > 1;
    }

    /** Sets the clock of the time box, and who decides at its end. */
    public OnboardingPlan plan(OnboardingId id) {
        var onboarding = load(id);
        var partner = partners.get(onboarding.partner());
        var box = tables.timeBox(partner);
        var ends = onboarding.dueAt();
        return new OnboardingPlan(
                before(ends, box.firstReminder(), partner),
                before(ends, box.lastReminder(), partner),
                ends,
                care.managerOf(partner.id(), clock.instant()),
                calendar(partner).plusDays(ends, box.answerDays()));
    }

    private static Instant before(Instant end, int days, PartnerView partner) {
        return end.atZone(partner.zone()).minusDays(days).toInstant();
    }

    private WorkingCalendar calendar(PartnerView partner) {
        return partner.territories().stream()
                .min(Comparator.comparing(TerritoryId::toString))
                .flatMap(territories::find)
                .map(calendars::of)
                .orElseGet(() -> WorkingCalendar.of(partner.zone(), WorkingWeek.usual(), holiday -> false));
    }

    /** Who reads what a partner has written for its manager, and by when. */
    BusinessPlans.Reading reading(PartnerId id) {
        var partner = partners.get(id);
        var now = clock.instant();
        return new BusinessPlans.Reading(
                care.managerOf(id, now),
                calendar(partner).plusDays(now, tables.timeBox(partner).answerDays()));
    }

    /** When somebody is reminded of a step next; empty where nobody has to be. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextStepReminder(OnboardingId id) {
        return load(id).nextToRemind().map(OnboardingStep::remindAt);
    }

    /** Which step somebody is to be reminded of now, once; empty where it has been done meanwhile. */
    public Optional<StepView> remindOfStep(OnboardingId id) {
        var onboarding = load(id);
        var step = onboarding.nextToRemind().filter(next -> !next.remindAt().isAfter(clock.instant()));
        step.ifPresent(OnboardingStep::reminded);
        news.keep(onboarding);
        return step.map(OnboardingStep::view);
    }

    /** A step has finished by itself; where it is the last word that was missing, the partner is active. */
    void finish(PartnerId id, StepKind step, @Nullable PersonId by) {
        // Whoever ends the partner at this moment waits, or is waited for.
        if (partners.findLocked(id).isPresent()) {
            onboardings.findLocked(id).ifPresent(onboarding -> finish(onboarding, step, by));
        }
    }

    private void finish(Onboarding onboarding, StepKind step, @Nullable PersonId by) {
        if (!onboarding.finish(step, by, clock.instant())) {
            return;
        }
        var details = Map.of("step", step.name());
        if (by == null) {
            audit.recordBySystem(onboarding.reference(), "step-done", details);
        } else {
            audit.record(onboarding.reference(), people.actor(by), "step-done", details);
        }
        if (!onboarding.isRunning()) {
            audit.recordBySystem(onboarding.reference(), "completed", Map.of());
            partners.activate(onboarding.partner());
        }
        news.keep(onboarding);
    }

    /** Somebody new can sign in for the partner. */
    void joined(PartnerId id) {
        if (hasColleagues(id)) {
            finish(id, StepKind.COLLEAGUES, null);
        }
    }

    /**
     * The manager says that a step is done which nothing else tells of.
     *
     * @throws OnboardingNotFound if this partner has no onboarding
     */
    public OnboardingOutcome say(Actor by, PartnerId id, StepKind step) {
        partners.findLocked(id);
        var onboarding = onboardings.findLocked(id).orElseThrow(() -> OnboardingNotFound.ofPartner(id));
        if (!mayDecide(by, onboarding)) {
            return new Refused(OnboardingRefusal.NOT_YOURS);
        }
        if (!onboarding.isRunning()) {
            return new Refused(OnboardingRefusal.NOT_RUNNING);
        }
        if (!step.isSaidByManager()
                || onboarding.step(step).filter(found -> !found.isDone()).isEmpty()) {
            return new Refused(OnboardingRefusal.NOT_TO_BE_SAID);
        }
        finish(onboarding, step, by.person());
        return new Done(onboarding.id());
    }

    /** The partner gets more time, from today. */
    public OnboardingOutcome extend(Actor by, OnboardingId id, int days, String reason) {
        var onboarding = load(id);
        var refused = decisionRefusal(by, onboarding, reason);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (days < 1) {
            return new Refused(OnboardingRefusal.DAYS_MISSING, "days");
        }
        var zone = partners.get(onboarding.partner()).zone();
        onboarding.extend(PartnerDay.endAfter(clock.instant(), days, zone));
        audit.record(
                onboarding.reference(),
                by,
                "extended",
                Map.of("until", onboarding.dueAt().toString(), "reason", reason.strip()));
        news.keep(onboarding);
        return new Done(id);
    }

    /** The partnership ends without a first deal. */
    public OnboardingOutcome end(Actor by, OnboardingId id, String reason) {
        var refused = endRefusal(by, load(id), reason);
        if (refused.isPresent()) {
            return refused.get();
        }
        var partner = load(id).partner();
        partners.findLocked(partner);
        var onboarding = onboardings.findLocked(partner).orElseThrow(() -> OnboardingNotFound.of(id));
        onboarding.endByDecision(reason.strip(), clock.instant());
        audit.record(onboarding.reference(), by, "ended", Map.of("reason", reason.strip()));
        news.keep(onboarding);
        standings.change(by, partner, PartnerStanding.ENDED, MatterDecisions.all(MatterFate.RELEASE), reason.strip());
        return new Done(id);
    }

    /** What {@link #extend} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<Refused> foreseeExtension(Actor by, OnboardingId id, String reason) {
        return decisionRefusal(by, load(id), reason);
    }

    /** What {@link #end} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<Refused> foreseeEnd(Actor by, OnboardingId id, String reason) {
        return endRefusal(by, load(id), reason);
    }

    private Optional<Refused> endRefusal(Actor by, Onboarding onboarding, String reason) {
        // A substitute may give time, but ends nothing.
        return partners.mayLookAfter(by, onboarding.partner())
                ? decisionRefusal(by, onboarding, reason)
                : Optional.of(new Refused(OnboardingRefusal.NOT_YOURS));
    }

    private Optional<Refused> decisionRefusal(Actor by, Onboarding onboarding, String reason) {
        if (!onboarding.isRunning()) {
            return Optional.of(new Refused(OnboardingRefusal.NOT_RUNNING));
        }
        if (!mayDecide(by, onboarding)) {
            return Optional.of(new Refused(OnboardingRefusal.NOT_YOURS));
        }
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? Optional.of(new Refused(OnboardingRefusal.REASON_MISSING, "reason"))
                : Optional.empty();
    }

    private boolean mayDecide(Actor by, Onboarding onboarding) {
        return partners.mayLookAfter(by, onboarding.partner())
                || by.person().equals(care.managerOf(onboarding.partner(), clock.instant()));
    }

    /** Somebody has made the partner something else by hand: there is nothing left to wait for. */
    void partnerBecame(PartnerId id, PartnerStanding standing) {
        if (standing == PartnerStanding.ONBOARDING) {
            return;
        }
        onboardings.findLocked(id).filter(Onboarding::isRunning).ifPresent(onboarding -> {
            onboarding.close(
                    standing == PartnerStanding.ENDED ? OnboardingStatus.ENDED : OnboardingStatus.CLOSED,
                    null,
                    clock.instant());
            audit.recordBySystem(onboarding.reference(), "closed", Map.of("standing", standing.name()));
            news.keep(onboarding);
        });
    }

    /** The candidate this partner was, the first time one of its deals is won. */
    Optional<CandidateId> firstWin(PartnerId id, Instant at) {
        return onboardings
                .findLocked(id)
                .filter(onboarding -> onboarding.won(at))
                .flatMap(onboarding -> {
                    news.keep(onboarding);
                    return onboarding.candidate();
                });
    }

    private Onboarding load(OnboardingId id) {
        return onboardings.findById(id).orElseThrow(() -> OnboardingNotFound.of(id));
    }
}
