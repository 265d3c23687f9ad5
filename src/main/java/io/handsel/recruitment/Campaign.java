package io.handsel.recruitment;

import io.handsel.audit.CaseReference;
import io.handsel.kernel.Money;
import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An effort to win partners, with a brief that says why and how. It cannot start before that is complete. */
@Entity
@Table(name = "campaign")
public class Campaign {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private CampaignId id;

    @Version
    private @Nullable Long version;

    private String name;

    @Enumerated(EnumType.STRING)
    private CampaignState state;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "owner_person_id"))
    private PersonId owner;

    private LocalDate startsOn;

    private LocalDate endsOn;

    private BigDecimal budgetAmount;

    private String budgetCurrency;

    private BigDecimal spentAmount;

    private String language;

    private String brief;

    private boolean briefComplete;

    private String markets;

    private String segments;

    private Instant createdAt;

    private @Nullable Instant startedAt;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(CampaignPlan plan, Instant at) {
        this.id = CampaignId.create();
        this.state = CampaignState.DRAFT;
        this.spentAmount = BigDecimal.ZERO;
        this.brief = "{}";
        this.markets = "";
        this.segments = "";
        this.createdAt = at;
        plan(plan);
    }

    final void plan(CampaignPlan plan) {
        name = plan.name();
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        budgetAmount = plan.budget().amount();
        budgetCurrency = plan.budget().currency().getCurrencyCode();
        language = plan.language();
        owner = plan.owner();
    }

    /** Once it has started, every question keeps an answer. */
    void writeBrief(String answers, boolean complete, List<String> inMarkets, List<String> toSegments) {
        if (!complete && state != CampaignState.DRAFT) {
            throw new IllegalStateException("A campaign that is " + state + " needs its whole brief: " + id);
        }
        brief = answers;
        briefComplete = complete;
        markets = String.join(" ", inMarkets);
        segments = String.join(" ", toSegments);
    }

    void start(Instant at) {
        if (!briefComplete) {
            throw new IllegalStateException("A campaign cannot start before its brief is complete: " + id);
        }
        become(CampaignState.RUNNING);
        startedAt = at;
    }

    void end(Instant at) {
        become(CampaignState.ENDED);
        endedAt = at;
    }

    void spent(BigDecimal soFar) {
        spentAmount = soFar;
    }

    private void become(CampaignState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("A campaign that is " + state + " cannot become " + next + ": " + id);
        }
        state = next;
    }

    CampaignId id() {
        return id;
    }

    CampaignState state() {
        return state;
    }

    String brief() {
        return brief;
    }

    boolean isBriefComplete() {
        return briefComplete;
    }

    boolean recruitsIn(String country) {
        return words(markets).contains(country);
    }

    boolean wants(@Nullable String segment) {
        return segment != null && words(segments).contains(segment);
    }

    CampaignPlan plan() {
        return new CampaignPlan(name, startsOn, endsOn, budget(), language, owner);
    }

    Money budget() {
        return new Money(budgetAmount, Currency.getInstance(budgetCurrency));
    }

    Money spent() {
        return new Money(spentAmount, Currency.getInstance(budgetCurrency));
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    CaseReference reference() {
        return new CaseReference("campaign", id.id());
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
