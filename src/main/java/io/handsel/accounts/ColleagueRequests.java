package io.handsel.accounts;

import io.handsel.accounts.ColleagueOutcome.Answered;
import io.handsel.accounts.ColleagueOutcome.Refused;
import io.handsel.accounts.ColleagueOutcome.Waiting;
import io.handsel.audit.AuditTrail;
import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer one colleague has and another of the same partner wants: joining in, or taking over. Who has the claim
 * answers, or the partner's administrator in their place; never who asked. Programme guide §5.4.
 *
 * <p>Asking and answering lock the tree of the account, as everything does that changes a claim: of two who answer at
 * once the second one hears that it is answered, and whoever asks for a claim that is just ending hears that it ended.
 */
@Service
@Transactional
public class ColleagueRequests {

    private static final String MAIL = "accounts.mail.colleague.";
    private static final String PAGE = "/accounts/colleagues";
    private static final int MOST_WAITING = 100;

    private final ColleagueStore store;
    private final ClaimStore claims;
    private final AccountStore accounts;
    private final ClaimEnding ending;
    private final People people;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ColleagueRequests(
            ColleagueStore store,
            ClaimStore claims,
            AccountStore accounts,
            ClaimEnding ending,
            People people,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.accounts = accounts;
        this.ending = ending;
        this.people = people;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks the colleague who has a claim. Asking again is the same request, with the newer wish. Where the colleague has
     * left, an administrator gets the customer at once: nobody else could answer.
     *
     * @throws ClaimNotFound if the actor's company, or the own location, has no such claim
     */
    public ColleagueOutcome ask(Actor actor, ClaimId id, ColleagueWish wish) {
        var mine = PartnerScope.of(actor);
        var now = clock.instant();
        var claim = locked(id, now)
                .filter(found -> mine.covers(found.partner(), found.location()))
                .orElseThrow(() -> ClaimNotFound.withId(id));
        if (!claim.countsAt(now)) {
            return new Refused(ColleagueRefusal.ENDED);
        }
        if (claim.person().equals(actor.person())
                || (wish == ColleagueWish.JOIN && store.isMember(claim.subject(), actor.person()))) {
            return new Refused(ColleagueRefusal.YOURS_ALREADY);
        }
        var request = asked(actor, claim, wish, now);
        if (worker(claim.person(), claim).isEmpty() && actor.is(Role.PARTNER_ADMIN)) {
            return accept(actor.person(), request, claim, now);
        }
        answerers(claim).forEach(person -> tell(person, "asks-" + key(wish), request, actor.name()));
        return new Waiting(request);
    }

    private ColleagueRequest asked(Actor actor, ClaimView claim, ColleagueWish wish, Instant now) {
        var open = store.waitingFor(claim.subject()).stream()
                .filter(request -> request.asker().equals(actor.person()))
                .findFirst();
        if (open.isPresent()) {
            store.wishFor(open.get().id(), wish);
            return store.find(open.get().id(), claim.partner()).orElseThrow();
        }
        var request = new ColleagueRequest(
                ColleagueRequestId.create(),
                claim.id(),
                claim.subject(),
                claim.partner(),
                claim.location(),
                claim.customer(),
                actor.person(),
                claim.person(),
                wish,
                now,
                null,
                null,
                null);
        store.insert(request);
        audit.record(
                AccountRegister.reference(claim.account()),
                actor,
                "colleague_asked",
                Map.of("customer", claim.customer(), "wish", wish.name()));
        return request;
    }

    /** @throws ColleagueRequestNotFound if there is no such request among the actor's colleagues */
    public ColleagueOutcome agree(Actor actor, ColleagueRequestId id) {
        return answer(actor, id, ColleagueAnswer.ACCEPTED);
    }

    /** @throws ColleagueRequestNotFound if there is no such request among the actor's colleagues */
    public ColleagueOutcome decline(Actor actor, ColleagueRequestId id) {
        return answer(actor, id, ColleagueAnswer.DECLINED);
    }

    private ColleagueOutcome answer(Actor actor, ColleagueRequestId id, ColleagueAnswer answer) {
        var mine = PartnerScope.of(actor);
        var now = clock.instant();
        var known = store.find(id, mine.partner())
                .filter(found -> mine.covers(found.partner(), found.location()))
                .orElseThrow(() -> ColleagueRequestNotFound.withId(id));
        var claim = locked(known.claim(), now).orElseThrow();
        var request = store.find(id, mine.partner()).orElseThrow(() -> ColleagueRequestNotFound.withId(id));
        if (!request.waits()) {
            return new Refused(ColleagueRefusal.ANSWERED_ALREADY);
        }
        if (!mayAnswer(actor, request)) {
            return new Refused(ColleagueRefusal.NOT_YOURS_TO_ANSWER);
        }
        // A reservation may have become a registration while we waited: the request has gone along with it.
        if (!claim.countsAt(now)) {
            return new Refused(ColleagueRefusal.ENDED);
        }
        if (worker(request.asker(), claim).isEmpty()) {
            store.answer(id, ColleagueAnswer.NEEDLESS, actor.person(), now);
            return new Refused(ColleagueRefusal.ASKER_LEFT);
        }
        if (answer == ColleagueAnswer.ACCEPTED) {
            return accept(actor.person(), request, claim, now);
        }
        return close(request, claim, ColleagueAnswer.DECLINED, actor.person(), now);
    }

    private ColleagueOutcome accept(PersonId by, ColleagueRequest request, ClaimView claim, Instant now) {
        if (request.wish() == ColleagueWish.JOIN) {
            store.join(claim.subject(), request.asker(), now);
            return close(request, claim, ColleagueAnswer.ACCEPTED, by, now);
        }
        store.handOver(claim.id(), request.asker());
        store.leave(claim.subject(), request.asker());
        var taken = claims.find(claim.id()).orElseThrow();
        events.publishEvent(new ClaimTakenOver(taken, claim.person(), by));
        if (!claim.person().equals(by)) {
            tell(claim.person(), "taken-over", request, name(request.asker()));
        }
        var outcome = close(request, taken, ColleagueAnswer.ACCEPTED, by, now);
        // Who else has asked waits for somebody else now.
        store.waitingFor(claim.subject())
                .forEach(other -> answerers(taken)
                        .forEach(person -> tell(person, "asks-" + key(other.wish()), other, name(other.asker()))));
        return outcome;
    }

    private ColleagueOutcome close(
            ColleagueRequest request, ClaimView claim, ColleagueAnswer answer, PersonId by, Instant now) {
        store.answer(request.id(), answer, by, now);
        people.find(by)
                .ifPresent(person -> audit.record(
                        AccountRegister.reference(claim.account()),
                        person.actor(),
                        "colleague_" + key(answer),
                        Map.of(
                                "customer",
                                claim.customer(),
                                "wish",
                                request.wish().name())));
        if (!request.asker().equals(by)) {
            tell(request.asker(), key(answer) + "-" + key(request.wish()), request, name(by));
        }
        return new Answered(store.find(request.id(), request.partner()).orElseThrow());
    }

    /** Who waits for an answer about a claim that is over hears that it is. */
    @EventListener
    void on(ClaimEnded ended) {
        if (ended.why() != ClaimEnd.REGISTERED) {
            store.waitingFor(ended.claim().subject()).forEach(request -> {
                store.answer(request.id(), ColleagueAnswer.CLAIM_ENDED, null, clock.instant());
                tell(request.asker(), "claim-ended", request, "");
            });
        }
    }

    /** What was a reservation and is a registration now: whoever had it, or waits for it, goes along. */
    @EventListener
    void on(ClaimGranted granted) {
        var claim = granted.claim();
        if (claim.purpose() != ClaimPurpose.HOLD) {
            return;
        }
        for (var reservation : store.becameThis(claim)) {
            store.members(reservation.subject()).forEach(person -> join(claim, person));
            join(claim, reservation.person());
            for (var request : store.waitingFor(reservation.subject())) {
                if (request.asker().equals(claim.person())) {
                    store.answer(request.id(), ColleagueAnswer.NEEDLESS, null, clock.instant());
                } else {
                    store.follow(request.id(), claim);
                }
            }
        }
    }

    private void join(ClaimView claim, PersonId person) {
        if (!person.equals(claim.person())) {
            store.join(claim.subject(), person, claim.from());
        }
    }

    /** What waits for this person's answer, the oldest first. */
    @Transactional(readOnly = true)
    public List<ColleagueRequest> waitingFor(Actor actor) {
        return store.waitingIn(PartnerScope.of(actor), MOST_WAITING).stream()
                .filter(request -> mayAnswer(actor, request))
                .toList();
    }

    /** What this person has asked, the newest first. */
    @Transactional(readOnly = true)
    public List<ColleagueRequest> askedBy(Actor actor, int most) {
        return store.askedBy(actor.person(), PartnerScope.of(actor), most);
    }

    /** Who joined in the claim for this subject, beside the one who has it. */
    @Transactional(readOnly = true)
    public List<PersonId> membersOf(UUID subject) {
        return store.members(subject);
    }

    /** The subjects of the claims this person joined in. */
    @Transactional(readOnly = true)
    public Set<UUID> joinedBy(PersonId person) {
        return store.joinedBy(person);
    }

    /** By the record, not by the session: whoever has left the partner answers nothing any more. */
    private boolean mayAnswer(Actor actor, ColleagueRequest request) {
        return !request.asker().equals(actor.person())
                && worker(actor.person(), request.partner(), request.location())
                        .filter(person -> person.id().equals(request.holder())
                                || person.roles().contains(Role.PARTNER_ADMIN))
                        .isPresent();
    }

    /** Whom to ask: who has the claim; where they have left, the administrators of its location and of all. */
    private List<PersonId> answerers(ClaimView claim) {
        if (worker(claim.person(), claim).isPresent()) {
            return List.of(claim.person());
        }
        return people.administratorsOf(claim.partner().organisation(), claim.location()).stream()
                .map(PersonView::id)
                .toList();
    }

    private Optional<PersonView> worker(PersonId id, ClaimView claim) {
        return worker(id, claim.partner(), claim.location());
    }

    /** Whoever has left the partner, or the claim's location for another one, has nothing to do with it any more. */
    private Optional<PersonView> worker(PersonId id, PartnerId partner, @Nullable LocationId location) {
        return people.find(id)
                .filter(PersonView::active)
                .filter(person -> PartnerScope.covers(person, partner, location));
    }

    /** Whoever has nothing to do with the claim any more is not told. */
    private void tell(PersonId to, String what, ColleagueRequest request, String who) {
        worker(to, request.partner(), request.location())
                .ifPresent(person -> notifications.send(Notice.to(person.id())
                        .about(MAIL + what, request.customer(), who)
                        .linkTo(PAGE)
                        .once("colleague " + request.id() + " " + what + " " + to.id())));
    }

    private String name(PersonId id) {
        return people.find(id).map(PersonView::name).orElse("");
    }

    /** The claim as it is once nobody else can change it. */
    private Optional<ClaimView> locked(ClaimId id, Instant now) {
        return claims.find(id).flatMap(claim -> {
            ending.lock(List.of(claim.account()), now);
            return claims.find(id);
        });
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
