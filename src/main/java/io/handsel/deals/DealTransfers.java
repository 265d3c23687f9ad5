package io.handsel.deals;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimPurpose;
import io.handsel.accounts.ClaimRefusal;
import io.handsel.accounts.ClaimTransfer;
import io.handsel.accounts.ClaimView;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a customer to another partner's deal, in one transaction: the one deal is transferred and its claim ended, the
 * other approved, protected and told. What either partner wrote stays theirs.
 */
@Service
@Transactional
public class DealTransfers {

    private static final Set<Role> SELLERS = Set.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES);

    private final Deals deals;
    private final DealNews news;
    private final Receipts receipts;
    private final People people;
    private final DealReview review;
    private final DealQuotes quotes;
    private final SecondRegistrants seconds;
    private final DealNotices notices;
    private final ProtectionDates dates;
    private final AccountCheck accounts;
    private final HoldRequests requests;
    private final AccountClaims claims;
    private final ClaimTransfer transfer;
    private final AuditTrail audit;
    private final Clock clock;

    DealTransfers(
            Deals deals,
            DealNews news,
            Receipts receipts,
            People people,
            DealReview review,
            DealQuotes quotes,
            SecondRegistrants seconds,
            DealNotices notices,
            ProtectionDates dates,
            AccountCheck accounts,
            HoldRequests requests,
            AccountClaims claims,
            ClaimTransfer transfer,
            AuditTrail audit,
            Clock clock) {
        this.deals = deals;
        this.news = news;
        this.receipts = receipts;
        this.people = people;
        this.review = review;
        this.quotes = quotes;
        this.seconds = seconds;
        this.notices = notices;
        this.dates = dates;
        this.accounts = accounts;
        this.requests = requests;
        this.claims = claims;
        this.transfer = transfer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The winner may have been refused, have expired, be waiting, have lost the customer before, or be approved with a
     * claim that is contested. Doing it again changes nothing.
     *
     * @param loser who has the customer now; null where that is not known: then it is whoever holds it exclusively
     * @param decider who answers for it; nobody who could not have decided either registration
     */
    public DealOutcome award(DealId winner, @Nullable DealId loser, Actor decider, TransferCause cause) {
        var winning = load(winner);
        var from = loser == null ? holder(rivals(winning)) : Optional.of(loser.id());
        var losing = from.flatMap(subject -> deals.findById(new DealId(subject)));
        var refused = refusal(winning, losing, decider);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (hasItAlready(winning, losing)) {
            return new Done(winner, winning.status());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var end = winning.isProtected(now) ? winning.keptUntil() : dates.endOfAward(winning, now);
        var wish = requests.of(winning, winning.content(), end.orElse(ProtectionDates.NEVER));
        var moved = transfer.transfer(from.orElse(null), wish);
        if (moved instanceof ClaimOutcome.Refused reason) {
            return new Refused(reason(reason.reason()));
        }
        losing.filter(deal -> deal.status().isOpen()).ifPresent(deal -> lose(deal, winning, decider, cause, now));
        win(winning, losing, end.orElse(null), decider, cause, now);
        return new Done(winner, winning.status());
    }

    /**
     * Gives an approved deal to a partner that knows nothing of it yet, because the one that had it is suspended or ends.
     * The new deal is protected as long as any that is approved today; evidence and files stay with the old one. A
     * refusal changes nothing.
     *
     * @param heir who goes on; the deal becomes that of its first administrator or, without one, sales person, and of their location
     */
    public DealOutcome handOn(DealId id, PartnerId heir, Actor decider) {
        var losing = load(id);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!mayDecide(decider, losing)) {
            return new Refused(DealRefusal.NOT_YOURS_TO_DECIDE);
        }
        if (!losing.isProtected(now) || losing.partner().equals(heir)) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        var person = whoGoesOn(heir);
        if (person.isEmpty()) {
            return new Refused(DealRefusal.NOBODY_TO_GO_ON);
        }
        var winning = new Deal(
                deals.number(now),
                heir,
                person.get().id(),
                person.get().location(),
                losing.program(),
                losing.content().handedOn());
        var end = dates.endOfAward(winning, now);
        var moved = transfer.transfer(losing.id().id(), requests.ofNew(winning, end.orElse(ProtectionDates.NEVER)));
        if (moved instanceof ClaimOutcome.Refused reason) {
            return new Refused(reason(reason.reason()));
        }
        winning.handedOn(receipts.sign(winning.number(), winning.content()));
        deals.saveAndFlush(winning);
        lose(losing, winning, decider, TransferCause.PARTNER_LEFT, now);
        win(winning, Optional.of(losing), end.orElse(null), decider, TransferCause.PARTNER_LEFT, now);
        return new Done(winning.id(), winning.status());
    }

    private Optional<PersonView> whoGoesOn(PartnerId heir) {
        return people.ofOrganisation(heir.organisation()).stream()
                .filter(person -> person.active() && !Collections.disjoint(person.roles(), SELLERS))
                .min(Comparator.comparing((PersonView person) -> !person.roles().contains(Role.PARTNER_ADMIN))
                        .thenComparing(person -> person.location() != null)
                        .thenComparing(PersonView::name));
    }

    /** Why {@link #award} would refuse to give the customer to this deal; empty if somebody has it to give. */
    @Transactional(readOnly = true)
    public Optional<Refused> obstacle(DealId winner, Actor decider) {
        var winning = load(winner);
        var rivals = rivals(winning);
        var losing = holder(rivals).flatMap(subject -> deals.findById(new DealId(subject)));
        var nobody = !winning.is(DealStatus.APPROVED) && rivals.isEmpty();
        return refusal(winning, losing, decider)
                .or(() -> nobody ? Optional.of(new Refused(DealRefusal.NO_OTHER_CLAIM)) : Optional.empty());
    }

    /** Who holds the deal's customer, or a part of it, exclusively for another partner; the first of several. */
    private static Optional<UUID> holder(List<ClaimView> rivals) {
        return rivals.stream()
                .filter(ClaimView::exclusive)
                .map(ClaimView::subject)
                .findFirst();
    }

    /** Other partners' claims on the deal's customer, what it is part of and its parts. */
    private List<ClaimView> rivals(Deal deal) {
        var content = deal.content();
        return accounts.inspect(deal.partner(), content.question(), content.scope(deal.program()))
                .overlapping();
    }

    private Optional<Refused> refusal(Deal winning, Optional<Deal> losing, Actor decider) {
        if (!mayDecide(decider, winning)
                || losing.filter(deal -> !mayDecide(decider, deal)).isPresent()) {
            return Optional.of(new Refused(DealRefusal.NOT_YOURS_TO_DECIDE));
        }
        var ending = winning.is(DealStatus.APPROVED) && !winning.isProtected(clock.instant());
        var impossible = ending
                || winning.is(DealStatus.WON, DealStatus.LOST, DealStatus.WITHDRAWN)
                || losing.filter(deal ->
                                deal.is(DealStatus.WON) || deal.partner().equals(winning.partner()))
                        .isPresent();
        return impossible ? Optional.of(new Refused(DealRefusal.NOT_IN_THIS_STATE)) : Optional.empty();
    }

    private boolean mayDecide(Actor decider, Deal deal) {
        return !decider.isPartner()
                && (decider.is(Role.MANAGER) || decider.is(Role.DIRECTOR))
                && !review.excludedDeciders(deal.id()).contains(decider.person());
    }

    private boolean hasItAlready(Deal winning, Optional<Deal> losing) {
        return winning.is(DealStatus.APPROVED)
                && losing.filter(deal -> deal.status().isOpen()).isEmpty()
                && claims.claimOf(winning.id().id())
                        .filter(claim -> claim.countsAt(clock.instant()))
                        .filter(claim -> claim.exclusive() && claim.purpose() == ClaimPurpose.PROTECTION)
                        .isPresent();
    }

    private void lose(Deal losing, Deal winning, Actor decider, TransferCause cause, Instant now) {
        losing.transfer(now);
        seconds.transferred(losing, winning.id(), now);
        audit.record(
                losing.reference(),
                decider,
                "transferred",
                Map.of("cause", cause.name(), "to", winning.id().toString()));
        news.keep(losing);
    }

    private void win(
            Deal winning,
            Optional<Deal> losing,
            @Nullable Instant end,
            Actor decider,
            TransferCause cause,
            Instant now) {
        audit.record(
                winning.reference(),
                decider,
                "awarded",
                Map.of(
                        "cause",
                        cause.name(),
                        "from",
                        losing.map(deal -> deal.id().toString()).orElse("nobody")));
        seconds.first(winning.id());
        if (winning.is(DealStatus.APPROVED)) {
            notices.toPartner(winning.id(), DealNotice.AWARDED, now.toString());
            return;
        }
        winning.award(now, end, dates.nextUpdate(winning, now).orElse(null), quotes.forFirst(winning, now));
        news.keep(winning);
    }

    private static DealRefusal reason(ClaimRefusal refusal) {
        return switch (refusal) {
            case HOUSE, ASSIGNED -> DealRefusal.CUSTOMER_NOT_OPEN;
            case NOT_SELLING -> DealRefusal.PARTNER_NOT_ACTIVE;
            case CAP_REACHED -> DealRefusal.CAP_REACHED;
            case RESERVED,
                    COLLEAGUE,
                    NEEDS_REVIEW,
                    UNCLEAR,
                    PAUSED_AFTER_LAPSE,
                    TOO_MANY_QUESTIONS,
                    ASKING_PAUSED,
                    ENDED -> DealRefusal.HELD_BY_A_THIRD;
        };
    }

    private Deal load(DealId id) {
        return deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
    }
}
