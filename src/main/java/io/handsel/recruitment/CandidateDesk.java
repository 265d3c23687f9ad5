package io.handsel.recruitment;

import io.handsel.audit.AuditTrail;
import io.handsel.kernel.EmailAddress;
import io.handsel.recruitment.CandidateOutcome.Done;
import io.handsel.recruitment.CandidateOutcome.Refused;
import io.handsel.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What our own people do with one candidate. */
@Service
@Transactional
public class CandidateDesk {

    private final CandidateStore candidates;
    private final CampaignStore campaigns;
    private final CandidateIntake intake;
    private final CandidateNews news;
    private final IdealProfile profile;
    private final OptOuts optOuts;
    private final AuditTrail audit;
    private final Clock clock;

    CandidateDesk(
            CandidateStore candidates,
            CampaignStore campaigns,
            CandidateIntake intake,
            CandidateNews news,
            IdealProfile profile,
            OptOuts optOuts,
            AuditTrail audit,
            Clock clock) {
        this.candidates = candidates;
        this.campaigns = campaigns;
        this.intake = intake;
        this.news = news;
        this.profile = profile;
        this.optOuts = optOuts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws CandidateNotFound if there is no such candidate */
    @Transactional(readOnly = true)
    public CandidateDetails get(CandidateId id) {
        var candidate = load(id);
        var known = candidate.known();
        var campaign = candidate.campaign().flatMap(campaigns::findById);
        return new CandidateDetails(
                id,
                candidate.campaign().orElse(null),
                campaign.map(each -> each.plan().name()).orElse(null),
                new NewCandidate(
                        known.company(),
                        known.domain(),
                        known.country(),
                        known.contact(),
                        known.email() == null ? null : known.email().address(),
                        known.telephone(),
                        known.language(),
                        known.traits()),
                candidate.source(),
                candidate.state(),
                candidate.outreach(),
                candidate.fit(),
                candidate.addedAt(),
                candidate.activatedAt().orElse(null),
                candidate.mergedInto().orElse(null));
    }

    /** Other candidates of the same name: perhaps the same company twice. */
    @Transactional(readOnly = true)
    public List<CandidateSummary> alike(CandidateId id) {
        var known = load(id).known();
        return candidates.findByName(known.key(), known.country()).stream()
                .filter(other -> !other.id().equals(id) && other.mergedInto().isEmpty())
                .map(CandidateDesk::summary)
                .toList();
    }

    /** Lets mails go out. */
    public CandidateOutcome write(Actor actor, CandidateId id) {
        var candidate = load(id);
        var refused = mayBeWrittenTo(candidate);
        if (refused.isPresent()) {
            return refused.get();
        }
        candidate.askForOutreach(clock.instant());
        return kept(candidate, actor, "outreach", Map.of());
    }

    /** Somebody there has answered, by telephone or in person. */
    public CandidateOutcome answered(Actor actor, CandidateId id) {
        var candidate = load(id);
        if (!candidate.state().mayBecome(CandidateState.ENGAGED) || candidate.state() == CandidateState.REJECTED) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        candidate.engaged(clock.instant());
        return kept(candidate, actor, "engaged", Map.of());
    }

    public CandidateOutcome reject(Actor actor, CandidateId id) {
        var candidate = load(id);
        // Whoever has applied is judged with the application.
        if (!candidate.state().isProspect()) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        candidate.rejected(clock.instant());
        return kept(candidate, actor, "rejected", Map.of());
    }

    /** The company says no. */
    public CandidateOutcome withdraw(Actor actor, CandidateId id) {
        var candidate = load(id);
        if (!candidate.state().isProspect()) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        candidate.withdrawn(clock.instant());
        return kept(candidate, actor, "withdrawn", Map.of());
    }

    public CandidateOutcome reopen(Actor actor, CandidateId id) {
        var candidate = load(id);
        if (candidate.state() != CandidateState.REJECTED) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        candidate.reopened(candidate.campaign().orElse(null), clock.instant());
        return kept(candidate, actor, "reopened", Map.of());
    }

    /** Takes a candidate into a campaign, where it is measured anew. */
    public CandidateOutcome join(Actor actor, CandidateId id, CampaignId into) {
        var campaign = campaigns.findById(into).orElseThrow(() -> CampaignNotFound.of(into));
        var candidate = load(id);
        if (campaign.state() == CampaignState.ENDED || !candidate.state().isProspect()) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        candidate.joins(into);
        candidate.fits(profile.of(campaign, candidate.known()));
        return kept(
                candidate, actor, "joined", Map.of("campaign", campaign.plan().name()));
    }

    /** The company has told us that it wants no mails: that holds for the address, whoever has it. */
    public CandidateOutcome optOut(Actor actor, CandidateId id) {
        var candidate = load(id);
        if (candidate.email().isEmpty()) {
            return new Refused(RecruitmentRefusal.NO_ADDRESS);
        }
        optOuts.optOut(candidate.email().get());
        candidate.endOutreach(OutreachState.OPTED_OUT);
        return kept(candidate, actor, "opted-out", Map.of());
    }

    /** Both are the same company: this one stays, the other is nobody's candidate any more. */
    public CandidateOutcome merge(Actor actor, CandidateId stays, CandidateId goes) {
        intake.lock();
        var one = load(stays);
        var other = load(goes);
        if (stays.equals(goes)
                || one.mergedInto().isPresent()
                || other.mergedInto().isPresent()
                || !other.state().isProspect()) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        var handedOver = other.becomePartOf(stays, clock.instant());
        // First the one that gives a domain or an address away: there is no moment at which two have it.
        kept(other, actor, "merged", Map.of("into", stays.toString()));
        one.learn(handedOver);
        one.fits(profile.of(one.campaign().flatMap(campaigns::findById).orElse(null), one.known()));
        return kept(one, actor, "merged-with", Map.of("company", handedOver.company()));
    }

    private Optional<Refused> mayBeWrittenTo(Candidate candidate) {
        var state = candidate.state();
        if (state != CandidateState.IDENTIFIED && state != CandidateState.CONTACTED
                || candidate.outreach() != OutreachState.NONE && candidate.outreach() != OutreachState.STOPPED) {
            return Optional.of(new Refused(
                    candidate.outreach() == OutreachState.OPTED_OUT
                            ? RecruitmentRefusal.OPTED_OUT
                            : RecruitmentRefusal.NOT_IN_THIS_STATE));
        }
        if (candidate
                .campaign()
                .flatMap(campaigns::findById)
                .filter(campaign -> campaign.state() == CampaignState.RUNNING)
                .isEmpty()) {
            return Optional.of(new Refused(RecruitmentRefusal.CAMPAIGN_NOT_RUNNING));
        }
        return candidate.email().isEmpty()
                ? Optional.of(new Refused(RecruitmentRefusal.NO_ADDRESS))
                : closed(candidate.email().get());
    }

    private Optional<Refused> closed(EmailAddress address) {
        return optOuts.find(address).flatMap(standing -> switch (standing) {
            case OPEN -> Optional.empty();
            case OPTED_OUT -> Optional.of(new Refused(RecruitmentRefusal.OPTED_OUT));
            case DEAD -> Optional.of(new Refused(RecruitmentRefusal.DEAD_ADDRESS));
        });
    }

    private Done kept(Candidate candidate, Actor actor, String action, Map<String, String> details) {
        audit.record(candidate.reference(), actor, action, details);
        news.keep(candidate);
        return new Done(candidate.id());
    }

    private Candidate load(CandidateId id) {
        return candidates.findById(id).orElseThrow(() -> CandidateNotFound.of(id));
    }

    private static CandidateSummary summary(Candidate candidate) {
        var known = candidate.known();
        return new CandidateSummary(
                candidate.id(),
                known.company(),
                known.domain(),
                known.country(),
                known.contact(),
                known.email() == null ? null : known.email().address(),
                candidate.source(),
                candidate.state(),
                candidate.outreach(),
                candidate.fit(),
                candidate.addedAt());
    }
}
