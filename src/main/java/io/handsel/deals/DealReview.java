package io.handsel.deals;

import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.ClaimEnd;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.ProgramRules.RequestsForProposals;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.Partners;
import io.handsel.partner.ServiceLevels;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deciding: what reviewers say, what the process makes of it, and who may not decide what. */
@Service
@Transactional
public class DealReview {

    private static final int LONGEST_TEXT = 2000;

    private final Deals deals;
    private final DealNews news;
    private final CustomerChoices choices;
    private final DealTables tables;
    private final DealTerritories territories;
    private final ProtectionDates dates;
    private final AccountClaims claims;
    private final DealCustomers customers;
    private final SecondRegistrants seconds;
    private final DealQuotes quotes;
    private final Partners partners;
    private final ServiceLevels levels;
    private final PartnerCare care;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    DealReview(
            Deals deals,
            DealNews news,
            CustomerChoices choices,
            DealTables tables,
            DealTerritories territories,
            ProtectionDates dates,
            AccountClaims claims,
            DealCustomers customers,
            SecondRegistrants seconds,
            DealQuotes quotes,
            Partners partners,
            ServiceLevels levels,
            PartnerCare care,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.deals = deals;
        this.news = news;
        this.choices = choices;
        this.tables = tables;
        this.territories = territories;
        this.dates = dates;
        this.claims = claims;
        this.customers = customers;
        this.seconds = seconds;
        this.quotes = quotes;
        this.partners = partners;
        this.levels = levels;
        this.care = care;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a review, or begins it again with a new clock; planning twice changes nothing but the clock. */
    public ReviewPlan plan(DealId id, SubjectOfReview subject, DecisionRoute route) {
        var deal = load(id);
        var level = serviceLevel(deal, subject, route);
        var calendar = territories.calendar(deal);
        var now = now();
        var plan = new ReviewPlan(
                reviewer(deal, subject, now),
                level.reminderDue(now, calendar),
                level.answerDue(now, calendar),
                level.silenceDue(now, calendar),
                silence(deal, subject, level));
        if (subject == SubjectOfReview.REGISTRATION) {
            var person = route != DecisionRoute.AUTOMATIC && route != DecisionRoute.REJECT;
            deal.review(route, person ? plan.answerDue() : null);
        }
        if (subject == SubjectOfReview.EXTENSION) {
            keepWhileWaiting(deal, plan.silenceDue());
        }
        audit.recordBySystem(
                deal.reference(), "review-planned", Map.of("subject", subject.name(), "route", route.name()));
        news.keep(deal);
        return plan;
    }

    /** Silence never says which of several customers is meant. */
    private SilenceMeans silence(Deal deal, SubjectOfReview subject, ServiceLevel level) {
        return level.silenceMeans() == SilenceMeans.APPROVE
                        && subject == SubjectOfReview.REGISTRATION
                        && customers.obstacle(deal, true, null).isPresent()
                ? SilenceMeans.WAIT
                : level.silenceMeans();
    }

    /** When director and finance should have answered. */
    public Instant planHigher(DealId id, SubjectOfReview subject, DecisionRoute route) {
        var deal = load(id);
        var due = serviceLevel(deal, subject, route).answerDue(now(), territories.calendar(deal));
        if (subject == SubjectOfReview.REGISTRATION) {
            deal.review(route, due);
        }
        return due;
    }

    /** What a decider says about a registration, an extension or an amendment that waits. */
    public DealOutcome decide(Actor actor, DealId id, Role level, SubjectOfReview subject, ReviewVerdict verdict) {
        var deal = load(id);
        var refused = refusal(actor, deal, level, subject, verdict);
        if (refused.isPresent()) {
            return refused.get();
        }
        switch (verdict.choice()) {
            case APPROVE -> customers.settle(actor, deal, verdict.customer());
            case REJECT -> {
                if (subject == SubjectOfReview.REGISTRATION) {
                    deal.note(verdict.reason(), verdict.text());
                }
            }
            case ASK_FOR_INFORMATION -> deal.mark(verdict.marked(), verdict.text());
        }
        audit.record(deal.reference(), actor, action(verdict), details(level, subject, verdict));
        news.keep(deal);
        return new Done(id, deal.status());
    }

    /** What {@link #decide} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<Refused> foresee(
            Actor actor, DealId id, Role level, SubjectOfReview subject, ReviewVerdict verdict) {
        return refusal(actor, load(id), level, subject, verdict);
    }

    /** Who may never decide about this deal (Programme guide §6.3, separation of duties). */
    @Transactional(readOnly = true)
    public Set<PersonId> excludedDeciders(DealId id) {
        return excluded(load(id), now());
    }

    /** Opens the marked fields to the partner. */
    public InformationPlan returnForInformation(DealId id) {
        var deal = load(id);
        var level =
                serviceLevel(deal, SubjectOfReview.REGISTRATION, deal.route().orElse(DecisionRoute.MANAGER));
        var calendar = territories.calendar(deal);
        var now = now();
        var plan = new InformationPlan(
                calendar.plusDays(now, level.informationDays()), calendar.plusDays(now, level.patienceDays()));
        deal.returnForInformation(plan.placeKeptUntil());
        audit.recordBySystem(deal.reference(), "returned", Map.of("fields", String.join(", ", deal.marked())));
        return plan;
    }

    public void losePlace(DealId id) {
        var deal = load(id);
        deal.losePlace();
        claims.release(id.id(), ClaimEnd.PLACE_LOST);
        audit.recordBySystem(deal.reference(), "place-lost", Map.of());
    }

    public void resume(DealId id) {
        var deal = load(id);
        deal.resumeReview();
        audit.recordBySystem(deal.reference(), "review-resumed", Map.of());
    }

    /** Protects the account and fixes the incentive; the second call finds the work done. */
    public void approve(DealId id) {
        var deal = load(id);
        if (deal.is(DealStatus.APPROVED)) {
            return;
        }
        // An approval may be the partner's first one and change its record: the partner's row comes before any account.
        partners.findLocked(deal.partner());
        var now = now();
        var end = dates.end(deal, now);
        var outcome = claims.protect(id.id(), end.orElse(ProtectionDates.NEVER));
        if (outcome instanceof ClaimOutcome.Refused refused) {
            throw new IllegalStateException("Approved deal " + id + " cannot be protected: " + refused.reason());
        }
        deal.approve(now, end.orElse(null), dates.nextUpdate(deal, now).orElse(null), quotes.forFirst(deal, now));
        audit.recordBySystem(
                deal.reference(),
                "approved",
                end.map(until -> Map.of("until", until.toString())).orElseGet(Map::of));
        news.keep(deal);
    }

    /** @param byTable the table's reason, where it rejected by itself */
    public void reject(DealId id, @Nullable RejectionReason byTable) {
        var deal = load(id);
        if (deal.is(DealStatus.REJECTED)) {
            return;
        }
        if (byTable != null && deal.rejection().isEmpty()) {
            deal.note(byTable, null);
        }
        deal.reject(now());
        claims.release(id.id(), ClaimEnd.REJECTED);
        seconds.rejected(deal, now());
        audit.recordBySystem(
                deal.reference(),
                "rejected",
                Map.of("reason", deal.rejection().orElseThrow().name()));
        news.keep(deal);
    }

    /** Nobody answered in time. */
    public void lapse(DealId id) {
        var deal = load(id);
        if (deal.is(DealStatus.EXPIRED)) {
            return;
        }
        deal.expire(now());
        claims.release(id.id(), ClaimEnd.EXPIRED);
        audit.recordBySystem(deal.reference(), "lapsed", Map.of());
        news.keep(deal);
    }

    private Optional<Refused> refusal(
            Actor actor, Deal deal, Role level, SubjectOfReview subject, ReviewVerdict verdict) {
        var text = verdict.text();
        if (actor.isPartner() || excluded(deal, now()).contains(actor.person())) {
            return Optional.of(new Refused(DealRefusal.NOT_YOURS_TO_DECIDE));
        }
        if (!actor.is(level) && !(level == Role.MANAGER && actor.is(Role.DIRECTOR))) {
            return Optional.of(new Refused(DealRefusal.NOT_YOURS_TO_DECIDE));
        }
        if (!isWaiting(deal, subject)) {
            return Optional.of(new Refused(DealRefusal.NOT_IN_THIS_STATE));
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            return Optional.of(new Refused(DealRefusal.FIELD_TOO_LONG, "text", String.valueOf(LONGEST_TEXT)));
        }
        return switch (verdict.choice()) {
            case APPROVE -> subject == SubjectOfReview.REGISTRATION ? approval(deal, level, verdict) : Optional.empty();
            case REJECT ->
                verdict.reason() == null
                        ? Optional.of(new Refused(DealRefusal.REASON_MISSING, "reason"))
                        : Optional.empty();
            case ASK_FOR_INFORMATION -> question(level, subject, verdict);
        };
    }

    private Optional<Refused> approval(Deal deal, Role level, ReviewVerdict verdict) {
        return isPublished(deal)
                ? Optional.of(new Refused(DealRefusal.RFP_PUBLISHED, "decision"))
                : customers.obstacle(deal, level == Role.MANAGER, verdict.customer());
    }

    private static Optional<Refused> question(Role level, SubjectOfReview subject, ReviewVerdict verdict) {
        if (level != Role.MANAGER || subject != SubjectOfReview.REGISTRATION) {
            return Optional.of(new Refused(DealRefusal.NOT_IN_THIS_STATE, "decision"));
        }
        if (verdict.marked().isEmpty()) {
            return Optional.of(new Refused(DealRefusal.FIELD_MISSING, "marked"));
        }
        return verdict.text() == null || verdict.text().isBlank()
                ? Optional.of(new Refused(DealRefusal.FIELD_MISSING, "text"))
                : Optional.empty();
    }

    private static boolean isWaiting(Deal deal, SubjectOfReview subject) {
        return switch (subject) {
            case REGISTRATION -> deal.is(DealStatus.IN_REVIEW);
            case EXTENSION -> deal.is(DealStatus.APPROVED) && deal.extensionWaits();
            case AMENDMENT -> deal.is(DealStatus.APPROVED) && deal.amendmentWaits();
            case CUSTOMER_CHOICE -> false;
        };
    }

    /** A customer who has gone public in the meantime is no longer the partner's find (Programme guide §6.3). */
    private boolean isPublished(Deal deal) {
        var published = deal.content().rfpPublished();
        return tables.programOf(deal).requestsForProposals() == RequestsForProposals.IF_UNPUBLISHED
                && published != null
                && !published.isAfter(
                        PartnerDay.of(now(), partners.get(deal.partner()).zone()));
    }

    private Set<PersonId> excluded(Deal deal, Instant now) {
        var excluded = new HashSet<PersonId>();
        excluded.add(deal.registrant());
        choices.findByWaitingFor(deal.id().id()).map(CustomerChoice::filedBy).ifPresent(excluded::add);
        care.substituteFor(deal.registrant(), now).ifPresent(excluded::add);
        people.ofOrganisation(deal.partner().organisation()).stream()
                .map(PersonView::id)
                .forEach(excluded::add);
        return excluded;
    }

    /** Between partners of two managers the customer's territory decides whose task it is. */
    private @Nullable PersonId reviewer(Deal deal, SubjectOfReview subject, Instant now) {
        var manager = Optional.of(subject)
                .filter(SubjectOfReview.CUSTOMER_CHOICE::equals)
                .flatMap(choice -> territories.of(deal.program(), deal.content()))
                .map(territory -> territory.manager())
                .orElseGet(() -> care.managerOf(deal.partner(), now));
        return excluded(deal, now).contains(manager) ? null : manager;
    }

    /** Until the end of the day on which even silence would have been an answer. */
    private void keepWhileWaiting(Deal deal, Instant silenceDue) {
        var until = PartnerDay.endOf(silenceDue, partners.get(deal.partner()).zone());
        var kept = deal.keptUntil();
        if (kept.isPresent() && until.isAfter(kept.get())) {
            claims.extend(deal.id().id(), until);
            deal.keepWhileExtensionWaits(until);
        }
    }

    private ServiceLevel serviceLevel(Deal deal, SubjectOfReview subject, DecisionRoute route) {
        var content = subject == SubjectOfReview.AMENDMENT ? Amendments.contentOf(deal) : deal.content();
        return tables.serviceLevel(
                deal.program(), levels.of(deal.partner()), subject, route, tables.inEuros(content.value()));
    }

    private static String action(ReviewVerdict verdict) {
        return switch (verdict.choice()) {
            case APPROVE -> "decided-approve";
            case REJECT -> "decided-reject";
            case ASK_FOR_INFORMATION -> "decided-ask";
        };
    }

    private static Map<String, String> details(Role level, SubjectOfReview subject, ReviewVerdict verdict) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("level", level.name());
        details.put("subject", subject.name());
        if (verdict.reason() != null) {
            details.put("reason", verdict.reason().name());
        }
        if (verdict.text() != null) {
            details.put("text", verdict.text());
        }
        return details;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Deal load(DealId id) {
        return deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
    }
}
