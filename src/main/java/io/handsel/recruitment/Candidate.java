package io.handsel.recruitment;

import io.handsel.audit.CaseReference;
import io.handsel.kernel.EmailAddress;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company that might become a partner, from the first time somebody thought of it. */
@Entity
@Table(name = "candidate")
public class Candidate {

    @Transient
    private final List<Object> news = new ArrayList<>();

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private CandidateId id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "campaign_id"))
    private @Nullable CampaignId campaign;

    private String company;

    private String companyKey;

    private @Nullable String domain;

    private String country;

    private @Nullable String contact;

    @Embedded
    @AttributeOverride(name = "address", column = @Column(name = "email"))
    private @Nullable EmailAddress email;

    private @Nullable String telephone;

    private String language;

    private @Nullable String segment;

    private @Nullable Integer employees;

    private @Nullable Integer technicians;

    private @Nullable Boolean services;

    private @Nullable Boolean complementary;

    private @Nullable Boolean rival;

    @Enumerated(EnumType.STRING)
    private CandidateSource source;

    @Enumerated(EnumType.STRING)
    private CandidateState state;

    @Enumerated(EnumType.STRING)
    private OutreachState outreach;

    @Embedded
    private CandidateFit fit;

    private Instant addedAt;

    private @Nullable Instant contactedAt;

    private @Nullable Instant engagedAt;

    private @Nullable Instant appliedAt;

    private @Nullable Instant approvedAt;

    private @Nullable Instant activatedAt;

    private @Nullable Instant outreachSince;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "merged_into"))
    private @Nullable CandidateId mergedInto;

    @SuppressWarnings("NullAway.Init")
    protected Candidate() {}

    Candidate(
            @Nullable CampaignId campaign,
            CheckedCandidate known,
            CandidateSource source,
            CandidateFit fit,
            OutreachState outreach,
            Instant at) {
        this.id = CandidateId.create();
        this.campaign = campaign;
        this.source = source;
        this.state = CandidateState.IDENTIFIED;
        this.outreach = outreach;
        this.addedAt = at;
        know(known, fit);
    }

    /** What is known of the company now, and how well it fits by that. */
    final void know(CheckedCandidate known, CandidateFit found) {
        company = known.company();
        companyKey = known.key();
        domain = known.domain();
        country = known.country();
        contact = known.contact();
        email = known.email();
        telephone = known.telephone();
        language = known.language();
        var traits = known.traits();
        segment = traits.segment();
        employees = traits.employees();
        technicians = traits.technicians();
        services = traits.services();
        complementary = traits.complementary();
        rival = traits.rival();
        fit = found;
    }

    /** Mails that came back were those to the old address. */
    void hasNewAddress() {
        if (outreach == OutreachState.DEAD_ADDRESS) {
            outreach = OutreachState.STOPPED;
        }
    }

    void askForOutreach(Instant at) {
        outreach = OutreachState.RUNNING;
        outreachSince = at;
        news.add(new OutreachAsked(id));
    }

    /** Whether the next mail may be written, as far as the candidate goes. */
    boolean isWrittenTo() {
        return outreach == OutreachState.RUNNING
                && (state == CandidateState.IDENTIFIED || state == CandidateState.CONTACTED);
    }

    /** The process of the mails has come to its end by itself and need not be told. */
    void outreachOver(OutreachState why) {
        outreach = why;
    }

    /** A mail has been written. */
    void contacted(Instant at) {
        if (state == CandidateState.IDENTIFIED) {
            become(CandidateState.CONTACTED, at);
        }
    }

    /** Somebody there has answered, by mail or otherwise. */
    void engaged(Instant at) {
        if (state.mayBecome(CandidateState.ENGAGED)) {
            become(CandidateState.ENGAGED, at);
        }
        endOutreach(OutreachState.REPLIED);
    }

    /** Whoever applies is written to no more, whatever was thought of them before. */
    void applied(Instant at) {
        if (state.mayBecome(CandidateState.APPLIED)) {
            become(CandidateState.APPLIED, at);
        }
        endOutreach(OutreachState.APPLIED);
    }

    void approved(Instant at) {
        become(CandidateState.APPROVED, at);
    }

    void rejected(Instant at) {
        become(CandidateState.REJECTED, at);
        endOutreach(OutreachState.STOPPED);
    }

    void withdrawn(Instant at) {
        become(CandidateState.WITHDRAWN, at);
        endOutreach(OutreachState.STOPPED);
    }

    /** Once rejected, looked at again. */
    void reopened(@Nullable CampaignId into, Instant at) {
        become(CandidateState.ENGAGED, at);
        campaign = into;
    }

    /** The first win counts; later ones change nothing. */
    void activated(Instant firstWonDeal) {
        if (activatedAt == null || firstWonDeal.isBefore(activatedAt)) {
            activatedAt = firstWonDeal;
        }
    }

    /** Taken into another campaign, or into one at all. */
    void joins(CampaignId into) {
        campaign = into;
    }

    /** The other candidate is this company: what it knew is handed over, and it is nobody's candidate any more. */
    CheckedCandidate becomePartOf(CandidateId other, Instant at) {
        if (!state.isProspect()) {
            throw new IllegalStateException("A candidate that is " + state + " is merged into none: " + id);
        }
        var handedOver = known();
        domain = null;
        email = null;
        mergedInto = other;
        withdrawn(at);
        return handedOver;
    }

    /** What another entry of the same company knew and this one did not. */
    void learn(CheckedCandidate other) {
        domain = domain == null ? other.domain() : domain;
        email = email == null ? other.email() : email;
        contact = contact == null ? other.contact() : contact;
        telephone = telephone == null ? other.telephone() : telephone;
        var more = other.traits();
        segment = segment == null ? more.segment() : segment;
        employees = employees == null ? more.employees() : employees;
        technicians = technicians == null ? more.technicians() : technicians;
        services = services == null ? more.services() : services;
        complementary = complementary == null ? more.complementary() : complementary;
        rival = rival == null ? more.rival() : rival;
    }

    void fits(CandidateFit found) {
        fit = found;
    }

    /** What ended it first stays the reason, except that whoever opts out has opted out. */
    void endOutreach(OutreachState why) {
        if (outreach == OutreachState.RUNNING) {
            news.add(new OutreachEnded(id, why));
        }
        if (outreach == OutreachState.RUNNING
                || outreach == OutreachState.NONE && why != OutreachState.SILENT
                || outreach == OutreachState.SILENT
                || why == OutreachState.OPTED_OUT) {
            outreach = why;
        }
    }

    private void become(CandidateState next, Instant at) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("A candidate that is " + state + " cannot become " + next + ": " + id);
        }
        state = next;
        switch (next) {
            case CONTACTED -> contactedAt = at;
            case ENGAGED -> engagedAt = at;
            case APPLIED -> appliedAt = at;
            case APPROVED -> approvedAt = at;
            case IDENTIFIED, REJECTED, WITHDRAWN -> {}
        }
        news.add(new CandidateMoved(id, next));
    }

    /** The news since it was last kept, handed out once. */
    Collection<Object> takeNews() {
        var taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    CandidateId id() {
        return id;
    }

    Optional<CampaignId> campaign() {
        return Optional.ofNullable(campaign);
    }

    CheckedCandidate known() {
        return new CheckedCandidate(
                company,
                companyKey,
                domain,
                country,
                contact,
                email,
                telephone,
                language,
                new CandidateTraits(segment, employees, technicians, services, complementary, rival));
    }

    Optional<CandidateId> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    String company() {
        return company;
    }

    Optional<EmailAddress> email() {
        return Optional.ofNullable(email);
    }

    CandidateSource source() {
        return source;
    }

    CandidateState state() {
        return state;
    }

    OutreachState outreach() {
        return outreach;
    }

    CandidateFit fit() {
        return fit;
    }

    Optional<Instant> outreachSince() {
        return Optional.ofNullable(outreachSince);
    }

    Instant addedAt() {
        return addedAt;
    }

    Optional<Instant> activatedAt() {
        return Optional.ofNullable(activatedAt);
    }

    InvitedCandidate invited() {
        return new InvitedCandidate(id, company, country, email);
    }

    CaseReference reference() {
        return new CaseReference("candidate", id.id());
    }
}
