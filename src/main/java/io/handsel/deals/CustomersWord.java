package io.handsel.deals;

import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.forms.Attachment;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer's own written choice of another partner: filed with the letter, reviewed, and where it is accepted the
 * customer moves (Programme guide §6.4). Whoever filed it does not decide it.
 */
@Service
@Transactional
public class CustomersWord {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 200;

    private final Deals deals;
    private final OwnDeals own;
    private final CustomerChoices choices;
    private final DealTables tables;
    private final DealReview review;
    private final DealTransfers transfers;
    private final DealEvidence evidence;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomersWord(
            Deals deals,
            OwnDeals own,
            CustomerChoices choices,
            DealTables tables,
            DealReview review,
            DealTransfers transfers,
            DealEvidence evidence,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deals = deals;
        this.own = own;
        this.choices = choices;
        this.tables = tables;
        this.review = review;
        this.transfers = transfers;
        this.evidence = evidence;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is being filed for; empty where the program takes no such word, or not for a deal that stands so.
     *
     * @throws DealNotFound if the actor belongs to a partner and the deal to another
     */
    @Transactional(readOnly = true)
    public Optional<ChoiceSheet> sheet(Actor actor, DealId id) {
        var deal = reachable(actor, id);
        return isOffered(deal)
                ? Optional.of(new ChoiceSheet(id, deal.number(), deal.content().customer()))
                : Optional.empty();
    }

    /** Whether a choice may be filed; tells nothing about whether somebody else has the customer. */
    boolean isOffered(Deal deal) {
        var refused = deal.rejection()
                .filter(reason ->
                        reason == RejectionReason.DUPLICATE || reason == RejectionReason.COMPETING_CLAIM_STRONGER)
                .isPresent();
        var fits = deal.is(DealStatus.IN_REVIEW, DealStatus.ACTION_REQUIRED, DealStatus.EXPIRED)
                || (deal.is(DealStatus.REJECTED) && refused);
        return fits
                && tables.programOf(deal).customerChoice() == ProgramRules.WrittenChoice.REVIEWED
                && choices.findByWaitingFor(deal.id().id()).isEmpty();
    }

    /**
     * Files the customer's word with the letter that says it.
     *
     * @param letters by form field; one file at least
     */
    public DealOutcome file(Actor actor, DealId id, FileChoice command, Map<String, List<Attachment>> letters) {
        var deal = reachable(actor, id);
        var refused = refusal(deal, command, letters);
        if (refused != null) {
            return refused;
        }
        choices.saveAndFlush(new CustomerChoice(id, actor.person(), clock.instant(), command));
        evidence.keep(actor, id, letters);
        audit.record(
                deal.reference(),
                actor,
                "choice-filed",
                Map.of(
                        "signed by",
                        command.contactName(),
                        "on",
                        command.chosenOn().toString()));
        events.publishEvent(new ChoiceFiled(id));
        return new Done(id, deal.status());
    }

    /** The newest choice for a deal, as its own partner and staff see it. */
    @Transactional(readOnly = true)
    public Optional<ChoiceView> newest(Actor actor, DealId id) {
        reachable(actor, id);
        return newest(id);
    }

    /** The same for whoever decides. */
    @Transactional(readOnly = true)
    public Optional<ChoiceView> newest(DealId id) {
        return choices.findFirstByDealOrderByFiledAtDesc(id)
                .map(choice -> choice.view(
                        people.find(choice.filedBy()).map(PersonView::name).orElse("–")));
    }

    /** What the reviewer says. Carried out by the process. */
    public DealOutcome decide(Actor actor, DealId id, boolean accepted, @Nullable String text) {
        var refused = foresee(actor, id, accepted, text);
        if (refused.isPresent()) {
            return refused.get();
        }
        var choice = choices.findByWaitingFor(id.id()).orElseThrow();
        choice.decided(actor.person(), clock.instant(), text);
        choices.saveAndFlush(choice);
        audit.record(
                Deal.reference(id),
                actor,
                accepted ? "choice-accepted" : "choice-declined",
                text == null ? Map.of() : Map.of("text", text));
        return new Done(id, load(id).status());
    }

    /** What {@link #decide} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<Refused> foresee(Actor actor, DealId id, boolean accepted, @Nullable String text) {
        if (choices.findByWaitingFor(id.id()).isEmpty()) {
            return Optional.of(new Refused(DealRefusal.NOT_IN_THIS_STATE));
        }
        if (actor.isPartner()
                || !(actor.is(Role.MANAGER) || actor.is(Role.DIRECTOR))
                || review.excludedDeciders(id).contains(actor.person())) {
            return Optional.of(new Refused(DealRefusal.NOT_YOURS_TO_DECIDE));
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            return Optional.of(new Refused(DealRefusal.FIELD_TOO_LONG, "text", String.valueOf(LONGEST_TEXT)));
        }
        if (!accepted) {
            return text == null || text.isBlank()
                    ? Optional.of(new Refused(DealRefusal.REASON_MISSING, "text"))
                    : Optional.empty();
        }
        return transfers.obstacle(id, actor);
    }

    /** Moves the customer, in the name of whoever accepted; if that has become impossible meanwhile, says why. */
    public DealOutcome award(DealId id) {
        var waiting = choices.findByWaitingFor(id.id());
        if (waiting.isEmpty()) {
            return new Done(id, load(id).status());
        }
        var choice = waiting.get();
        var decider = people.actor(choice.decidedBy().orElseThrow());
        var outcome = transfers.award(id, null, decider, TransferCause.CUSTOMER_CHOICE);
        if (outcome instanceof Done) {
            choice.grant();
            choices.saveAndFlush(choice);
        }
        return outcome;
    }

    /** Nothing comes of it: it was not accepted, or there is nothing left to choose. */
    public void decline(DealId id) {
        choices.findByWaitingFor(id.id()).ifPresent(choice -> {
            choice.decline();
            choices.saveAndFlush(choice);
        });
    }

    private @Nullable Refused refusal(Deal deal, FileChoice command, Map<String, List<Attachment>> letters) {
        if (!isOffered(deal)) {
            return new Refused(DealRefusal.CHOICE_NOT_OFFERED);
        }
        if (command.contactName().isBlank()) {
            return new Refused(DealRefusal.FIELD_MISSING, "contactName");
        }
        if (command.contactName().length() > LONGEST_NAME) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "contactName", String.valueOf(LONGEST_NAME));
        }
        if (isLonger(command.contactRole(), LONGEST_NAME)) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "contactRole", String.valueOf(LONGEST_NAME));
        }
        if (isLonger(command.remark(), LONGEST_TEXT)) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "remark", String.valueOf(LONGEST_TEXT));
        }
        if (command.chosenOn().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)))) {
            return new Refused(DealRefusal.CHOICE_DATE_IN_FUTURE, "chosenOn");
        }
        return letters.values().stream().allMatch(List::isEmpty)
                ? new Refused(DealRefusal.FIELD_MISSING, "evidenceFiles")
                : null;
    }

    private static boolean isLonger(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private Deal reachable(Actor actor, DealId id) {
        if (!actor.isPartner()) {
            return load(id);
        }
        return own.get(actor, id);
    }

    private Deal load(DealId id) {
        return deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
    }
}
