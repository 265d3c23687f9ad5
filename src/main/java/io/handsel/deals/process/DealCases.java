package io.handsel.deals.process;

import io.handsel.accounts.AccountMatch;
import io.handsel.audit.CaseReference;
import io.handsel.deals.ChoiceView;
import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealCustomers;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealDossier;
import io.handsel.deals.DealDossiers;
import io.handsel.deals.DealHeading;
import io.handsel.deals.DealId;
import io.handsel.deals.DealReview;
import io.handsel.deals.DealReviewCard;
import io.handsel.deals.ReviewVerdict;
import io.handsel.deals.SubjectOfReview;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.UserTask;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.tasklist.CasePanel;
import io.handsel.tasklist.CaseSource;
import io.handsel.tasklist.CaseSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the task list about deals. */
@Component
class DealCases implements CaseSource {

    private final DealDossiers dossiers;
    private final DealReview review;
    private final DealCustomers customers;
    private final CustomersWord word;
    private final DealRegistrationProcess processes;
    private final List<DealReviewCard> cards;

    DealCases(
            DealDossiers dossiers,
            DealReview review,
            DealCustomers customers,
            CustomersWord word,
            DealRegistrationProcess processes,
            List<DealReviewCard> cards) {
        this.dossiers = dossiers;
        this.review = review;
        this.customers = customers;
        this.word = word;
        this.processes = processes;
        this.cards = cards.stream()
                .sorted(Comparator.comparingInt(DealReviewCard::order))
                .toList();
    }

    /** What another module shows of the deal. */
    record Part(String fragment, Object content) {}

    /**
     * What the panel shows: the deal, what of it is to be decided, and what other modules add.
     *
     * @param readsAccounts whether the reader may open the pages of customers
     */
    record Content(
            DealDossier dossier,
            SubjectOfReview subject,
            @Nullable ChoiceView choice,
            List<Part> parts,
            boolean readsAccounts) {}

    @Override
    public Set<ProcessKey> processes() {
        return Set.of(
                DealRegistrationContract.KEY,
                DealReviewContract.KEY,
                DealHigherReviewContract.KEY,
                DealInformationContract.KEY,
                DealProtectionContract.KEY,
                DealExtensionContract.KEY,
                DealAmendmentContract.KEY,
                CustomerChoiceContract.KEY);
    }

    @Override
    public Optional<CaseSummary> summary(BusinessKey key) {
        var id = DealId.parse(key.key());
        return dossiers.heading(id).map(heading -> summary(id, heading));
    }

    @Override
    public CasePanel panel(UserTask task, Actor actor) {
        var id = DealId.parse(task.caseKey());
        var dossier = dossiers.find(id).orElseThrow(() -> new IllegalStateException("Task without its deal " + id));
        var subject = processes.subjectOf(task);
        var choice =
                subject == SubjectOfReview.CUSTOMER_CHOICE ? word.newest(id).orElse(null) : null;
        return new CasePanel(
                "deals/_case :: panel",
                new Content(dossier, subject, choice, contributed(dossier.deal()), readsAccounts(actor)));
    }

    private static boolean readsAccounts(Actor actor) {
        return actor.is(Role.MANAGER) || actor.is(Role.DIRECTOR) || actor.is(Role.OPERATOR);
    }

    private List<Part> contributed(DealDetails deal) {
        return cards.stream()
                .flatMap(card -> card.content().apply(deal).stream().map(content -> new Part(card.fragment(), content)))
                .toList();
    }

    /** Only a registration can go back to the partner for information. */
    @Override
    public Map<String, @Nullable Object> formData(UserTask task, Actor actor) {
        var decisions = new ArrayList<>(List.of(option("approve", "Approve"), option("reject", "Reject")));
        if (processes.subjectOf(task) != SubjectOfReview.REGISTRATION) {
            return Map.of("decisions", decisions, "customerInDoubt", false, "customers", List.of());
        }
        decisions.add(option("ask-for-information", "Ask for information"));
        var inDoubt = customers.inDoubt(DealId.parse(task.caseKey()));
        return Map.of(
                "decisions", decisions,
                "customerInDoubt", inDoubt.isPresent(),
                "customers", inDoubt.map(DealCases::choices).orElseGet(List::of));
    }

    private static List<Map<String, String>> choices(List<AccountMatch> likely) {
        var choices = new ArrayList<Map<String, String>>();
        likely.forEach(match -> choices.add(option(
                match.account().toString(),
                match.place().isEmpty() ? match.name() : match.name() + " (" + match.place() + ")")));
        choices.add(option(ReviewVerdict.NEW_CUSTOMER, "None of these: a new customer"));
        return choices;
    }

    private CaseSummary summary(DealId id, DealHeading heading) {
        var deal = heading.deal();
        return new CaseSummary(
                deal.customer() + " · " + deal.number(),
                heading.partnerName(),
                heading.partner().organisation(),
                heading.territory(),
                deal.value(),
                deal.program(),
                new CaseReference("deal", id.id()),
                review.excludedDeciders(id));
    }

    private static Map<String, String> option(String name, String label) {
        return Map.of("value", name, "label", label);
    }
}
