package io.handsel.deals;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.ClaimAllowance;
import io.handsel.accounts.ClaimScope;
import io.handsel.accounts.QuestionOccasion;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.RegistrationOutcome.Registered;
import io.handsel.deals.RegistrationRule.Submitted;
import io.handsel.kernel.Money;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registering deals: what a partner submits, mends, takes back and submits again. */
@Service
@Transactional
public class DealRegistration {

    private static final Set<DealStatus> OPEN =
            EnumSet.of(DealStatus.SUBMITTED, DealStatus.IN_REVIEW, DealStatus.ACTION_REQUIRED, DealStatus.APPROVED);

    private final Deals deals;
    private final OwnDeals own;
    private final DealNews news;
    private final DealLikeness likeness;
    private final DealTables tables;
    private final DealRouting routing;
    private final DealTerritories territories;
    private final Receipts receipts;
    private final AccountCheck accounts;
    private final ClaimAllowance allowances;
    private final Partners partners;
    private final AuditTrail audit;
    private final Clock clock;

    DealRegistration(
            Deals deals,
            OwnDeals own,
            DealNews news,
            DealLikeness likeness,
            DealTables tables,
            DealRouting routing,
            DealTerritories territories,
            Receipts receipts,
            AccountCheck accounts,
            ClaimAllowance allowances,
            Partners partners,
            AuditTrail audit,
            Clock clock) {
        this.deals = deals;
        this.own = own;
        this.news = news;
        this.likeness = likeness;
        this.tables = tables;
        this.routing = routing;
        this.territories = territories;
        this.receipts = receipts;
        this.accounts = accounts;
        this.allowances = allowances;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What would happen to this submission: who decides it, by when, and what is wrong with it. Changes nothing but the
     * count of questions: whoever could ask here without being counted could ask whose customer is whose.
     */
    public DecisionPreview preview(Actor actor, RegisterDeal typed) {
        var partner = partners.get(partnerOf(actor));
        var deal = tidy(typed);
        var problems = problems(partner, deal, null);
        if (!problems.isEmpty()) {
            return DecisionPreview.problems(problems);
        }
        var content = DealContent.of(deal);
        var tooMany = askedTooOften(actor, deal.program(), content, QuestionOccasion.PREVIEW);
        if (tooMany != null) {
            return DecisionPreview.problems(List.of(tooMany));
        }
        var facts = routing.of(partner.id(), deal.program(), SubjectOfReview.REGISTRATION, content);
        var route = tables.route(facts);
        return new DecisionPreview(
                route,
                answerBy(partner, facts, route, content),
                List.of(),
                likeness.own(PartnerScope.of(actor), content));
    }

    /** Whether the actor has been told that this customer has several parts; asks nothing. */
    @Transactional(readOnly = true)
    public boolean hasSeveralParts(Actor actor, String customer, String website) {
        return accounts.hasToldOfParts(actor, AccountQuestion.about(customer, website, null));
    }

    /**
     * Whether it has to be said which part of the customer is meant and has not been; a question, and counted as one. The
     * submission that follows is the same question and counts no more.
     */
    public boolean lacksPart(Actor actor, RegisterDeal typed, QuestionOccasion occasion) {
        var deal = tidy(typed);
        var question = new AccountQuestion(
                deal.customer(),
                deal.website(),
                deal.country(),
                deal.city(),
                deal.state(),
                deal.postcode(),
                deal.duns(),
                null);
        return deal.wantedPart().part() == null
                && accounts.ask(actor, question, ClaimScope.of(deal.program(), deal.products()), occasion)
                        .severalParts();
    }

    public RegistrationOutcome submit(Actor actor, RegisterDeal typed) {
        var partner = partners.get(partnerOf(actor));
        var deal = tidy(typed);
        var problems = problems(partner, deal, null);
        if (!problems.isEmpty()) {
            return new RegistrationOutcome.Refused(problems);
        }
        var content = DealContent.of(deal);
        var tooMany = askedTooOften(actor, deal.program(), content, QuestionOccasion.REGISTRATION);
        if (tooMany != null) {
            return new RegistrationOutcome.Refused(List.of(tooMany));
        }
        var full = full(actor, deal.program(), content);
        if (full.isPresent()) {
            return full.get();
        }
        return register(
                actor,
                new Deal(
                        deals.number(clock.instant()),
                        partner.id(),
                        actor.person(),
                        actor.location(),
                        deal.program(),
                        content),
                "submitted");
    }

    /** Submits an expired or rejected deal again, as often as the program allows. */
    public RegistrationOutcome resubmit(Actor actor, DealId id, RegisterDeal typed) {
        var deal = own.get(actor, id);
        if (!deal.status().mayBecome(DealStatus.SUBMITTED)) {
            return new RegistrationOutcome.Refused(List.of(new Refused(DealRefusal.NOT_IN_THIS_STATE)));
        }
        if (!tables.programOf(deal).allowsResubmissionAfter(deal.resubmissions())) {
            return new RegistrationOutcome.Refused(List.of(new Refused(DealRefusal.RESUBMISSION_USED)));
        }
        var again = tidy(typed);
        var problems = problems(partners.get(deal.partner()), again, id);
        if (!again.program().equals(deal.program())) {
            problems = List.of(new Refused(DealRefusal.PROGRAM_UNKNOWN));
        }
        if (!problems.isEmpty()) {
            return new RegistrationOutcome.Refused(problems);
        }
        var full = full(actor, deal.program(), DealContent.of(again));
        if (full.isPresent()) {
            return full.get();
        }
        deal.resubmit(DealContent.of(again), actor.person());
        return register(actor, deal, "resubmitted");
    }

    /** Mends the fields the reviewer marked; other fields must be as they were. */
    public DealOutcome provideInformation(Actor actor, DealId id, RegisterDeal typed) {
        var deal = own.get(actor, id);
        if (!deal.is(DealStatus.ACTION_REQUIRED)) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        var better = tidy(typed);
        var unmarked = MarkedFields.changed(deal.content().asSubmitted(deal.program()), better).stream()
                .filter(field -> !deal.marked().contains(field))
                .findFirst();
        if (unmarked.isPresent()) {
            return new Refused(DealRefusal.FIELD_NOT_MARKED, unmarked.get());
        }
        var problems = problems(partners.get(deal.partner()), better, id);
        if (!problems.isEmpty()) {
            return problems.get(0);
        }
        audit.record(
                deal.reference(), actor, "information-provided", Map.of("fields", String.join(", ", deal.marked())));
        deal.mend(DealContent.of(better));
        news.keep(deal);
        likeness.note(deal);
        return new Done(id, deal.status());
    }

    public DealOutcome withdraw(Actor actor, DealId id, String reason) {
        var deal = own.get(actor, id);
        if (!deal.status().isUndecided() && !deal.isProtected(clock.instant())) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        if (deal.is(DealStatus.APPROVED) && tables.programOf(deal).withdrawal() == ProgramRules.Withdrawal.UNDECIDED) {
            return new Refused(DealRefusal.WITHDRAWAL_NOT_OFFERED);
        }
        if (reason.isBlank()) {
            return new Refused(DealRefusal.REASON_MISSING, "reason");
        }
        if (reason.length() > 2000) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "reason", "2000");
        }
        deal.withdraw(clock.instant(), reason.strip());
        audit.record(deal.reference(), actor, "withdrawn", Map.of("reason", reason.strip()));
        news.keep(deal);
        return new Done(id, deal.status());
    }

    private RegistrationOutcome register(Actor actor, Deal deal, String action) {
        var receipt = receipts.sign(deal.number(), deal.content());
        deal.submitted(receipt);
        audit.record(deal.reference(), actor, action, Map.of("number", deal.number(), "hash", receipt.hash()));
        news.keep(deal);
        likeness.note(deal);
        return new Registered(deal.id(), receipt);
    }

    private List<Refused> problems(PartnerView partner, RegisterDeal deal, @Nullable DealId present) {
        var rules = tables.program(deal.program());
        if (rules.isEmpty()) {
            return List.of(new Refused(DealRefusal.PROGRAM_UNKNOWN));
        }
        if (!partner.standing().maySell()) {
            return List.of(new Refused(DealRefusal.PARTNER_NOT_ACTIVE));
        }
        var today = PartnerDay.of(clock.instant(), partner.zone());
        var currencyKnown = tables.isCurrencyKnown(deal.currency());
        var submitted =
                new Submitted(deal, rules.get(), today, currencyKnown, comparable(deal, currencyKnown, rules.get()));
        var problems = new ArrayList<>(RegistrationRule.all().stream()
                .flatMap(rule -> rule.check(submitted))
                .toList());
        if (isReferenceTaken(partner.id(), deal, present)) {
            problems.add(new Refused(DealRefusal.OWN_REFERENCE_TAKEN, "ownReference"));
        }
        var most = rules.get().openDeals();
        if (present == null
                && most != null
                && deals.countOpen(partner.id(), deal.program(), OPEN, clock.instant()) >= most) {
            problems.add(new Refused(DealRefusal.CAP_REACHED, null, String.valueOf(most)));
        }
        return problems;
    }

    private boolean isReferenceTaken(PartnerId partner, RegisterDeal deal, @Nullable DealId present) {
        return !deal.ownReference().isEmpty()
                && deals.isReferenceTaken(partner, deal.ownReference(), present == null ? DealId.create() : present);
    }

    private @Nullable Money comparable(RegisterDeal deal, boolean currencyKnown, ProgramRules rules) {
        var amount = deal.amount();
        return currencyKnown && amount != null && amount.signum() > 0
                ? tables.inCurrencyOf(rules.minimum(), new Money(amount, Currency.getInstance(deal.currency())))
                : null;
    }

    private @Nullable Refused askedTooOften(
            Actor actor, String program, DealContent content, QuestionOccasion occasion) {
        var answer = accounts.ask(actor, content.question(), content.scope(program), occasion);
        return switch (answer.verdict()) {
            case TOO_MANY_QUESTIONS, SLOW_DOWN ->
                new Refused(DealRefusal.TOO_MANY_QUESTIONS, null, String.valueOf(answer.until()));
            case ASKING_PAUSED -> new Refused(DealRefusal.ASKING_PAUSED);
            default -> null;
        };
    }

    /** Said at once, with what could make room; the process, which holds the customer, looks again. */
    private Optional<RegistrationOutcome> full(Actor actor, String program, DealContent content) {
        var allowance = allowances.of(PartnerScope.of(actor), content.question(), content.scope(program));
        return allowance.fits()
                ? Optional.empty()
                : Optional.of(new RegistrationOutcome.Refused(
                        List.of(new Refused(DealRefusal.CAP_REACHED, null, String.valueOf(allowance.most()))),
                        allowance.oldest()));
    }

    private Instant answerBy(PartnerView partner, RoutingFacts facts, DecisionRoute route, DealContent content) {
        var now = clock.instant();
        return switch (route) {
            case AUTOMATIC, REJECT -> now;
            default ->
                tables.serviceLevel(facts, route)
                        .answerDue(now, territories.calendar(partner, facts.program(), content));
        };
    }

    static PartnerId partnerOf(Actor actor) {
        return actor.partner()
                .map(PartnerId::of)
                .orElseThrow(() -> new IllegalStateException("Only partners register deals"));
    }

    /** As people mean it: no blanks around, no dashes in a D-U-N-S number, codes in capitals. */
    private static RegisterDeal tidy(RegisterDeal typed) {
        return new RegisterDeal(
                typed.program().strip(),
                typed.customer().strip(),
                typed.website().strip(),
                typed.country().strip().toUpperCase(Locale.ROOT),
                typed.state().strip(),
                typed.postcode().strip(),
                typed.city().strip(),
                typed.duns().replaceAll("[\\s-]", ""),
                typed.contactName().strip(),
                typed.contactEmail().strip(),
                typed.products().stream().map(String::strip).toList(),
                typed.amount(),
                typed.currency().strip().toUpperCase(Locale.ROOT),
                typed.expectedClose(),
                typed.need().strip(),
                typed.source().strip(),
                typed.quantity(),
                typed.rfp(),
                typed.rfp() ? typed.rfpPublished() : null,
                typed.evidence().stream().map(String::strip).toList(),
                typed.ownReference().strip(),
                typed.answers());
    }
}
