package io.handsel.recruitment;

import io.handsel.audit.AuditTrail;
import io.handsel.recruitment.CandidateOutcome.Added;
import io.handsel.recruitment.CandidateOutcome.Done;
import io.handsel.recruitment.CandidateOutcome.Known;
import io.handsel.recruitment.CandidateOutcome.Refused;
import io.handsel.recruitment.CheckedCandidate.Result;
import io.handsel.security.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes candidates in, each company once. */
@Service
@Transactional
public class CandidateIntake {

    private final CandidateStore candidates;
    private final CampaignStore campaigns;
    private final CandidateNews news;
    private final IdealProfile profile;
    private final OptOuts optOuts;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CandidateIntake(
            CandidateStore candidates,
            CampaignStore campaigns,
            CandidateNews news,
            IdealProfile profile,
            OptOuts optOuts,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.candidates = candidates;
        this.campaigns = campaigns;
        this.news = news;
        this.profile = profile;
        this.optOuts = optOuts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody of ours, or a program that acts for them, names a company. */
    public CandidateOutcome add(Actor actor, CampaignId campaign, NewCandidate wish, CandidateSource source) {
        var running = campaigns.findById(campaign).orElseThrow(() -> CampaignNotFound.of(campaign));
        if (running.state() == CampaignState.ENDED) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        return take(running, wish, source, actor);
    }

    /** A company names itself. It belongs to the running campaign that recruits where it is, or to none. */
    public CandidateOutcome fromPublicPage(NewCandidate wish) {
        var campaign = campaigns.running().stream()
                .filter(each -> each.recruitsIn(wish.country()))
                .findFirst();
        return take(campaign.orElse(null), wish, CandidateSource.PUBLIC_PAGE, null);
    }

    /** Somebody of ours knows better. What another candidate is known by it does not get. */
    public CandidateOutcome change(Actor actor, CandidateId id, NewCandidate wish) {
        lock();
        var candidate = candidates.findById(id).orElseThrow(() -> CandidateNotFound.of(id));
        var campaign = candidate.campaign().flatMap(campaigns::findById).orElse(null);
        var check = CheckedCandidate.check(wish, campaign);
        if (check instanceof Result.Wrong wrong) {
            return new Refused(wrong.reason(), wrong.field());
        }
        var checked = ((Result.Checked) check).candidate();
        if (candidate.mergedInto().isPresent()) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        var taken = taken(candidate, checked);
        if (taken.isPresent()) {
            return new Refused(RecruitmentRefusal.KNOWN_ALREADY, taken.get());
        }
        var before = candidate.known().facts();
        var changed = checked.facts().entrySet().stream()
                .filter(fact -> !Objects.equals(fact.getValue(), before.get(fact.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (changed.isEmpty()) {
            return new Done(id);
        }
        candidate.know(checked, profile.of(campaign, checked));
        if (changed.contains("email")) {
            candidate.hasNewAddress();
            if (isOptedOut(checked)) {
                candidate.endOutreach(OutreachState.OPTED_OUT);
            }
        }
        // Which facts, and not what they say: the trail is kept for longer than a person's name may be.
        audit.record(candidate.reference(), actor, "changed", Map.of("fields", String.join(" ", changed)));
        news.keep(candidate);
        return new Done(id);
    }

    /** The field in which a change says what another candidate is known by. */
    private Optional<String> taken(Candidate candidate, CheckedCandidate checked) {
        return Optional.ofNullable(checked.domain())
                .flatMap(candidates::findByDomain)
                .filter(other -> !other.id().equals(candidate.id()))
                .map(other -> "website")
                .or(() -> Optional.ofNullable(checked.email())
                        .flatMap(candidates::findByEmail)
                        .filter(other -> !other.id().equals(candidate.id()))
                        .map(other -> "email"));
    }

    private boolean isOptedOut(CheckedCandidate checked) {
        return checked.email() != null
                && optOuts.find(checked.email())
                        .filter(OptOuts.Standing.OPTED_OUT::equals)
                        .isPresent();
    }

    private CandidateOutcome take(
            @Nullable Campaign campaign, NewCandidate wish, CandidateSource source, @Nullable Actor actor) {
        var check = CheckedCandidate.check(wish, campaign);
        if (check instanceof Result.Wrong wrong) {
            return new Refused(wrong.reason(), wrong.field());
        }
        var checked = ((Result.Checked) check).candidate();
        lock();
        var known = same(checked);
        if (known.isPresent()) {
            return new Known(known.get().id());
        }
        var optedOut = isOptedOut(checked);
        var candidate = new Candidate(
                campaign == null ? null : campaign.id(),
                checked,
                source,
                profile.of(campaign, checked),
                optedOut ? OutreachState.OPTED_OUT : OutreachState.NONE,
                clock.instant());
        news.keep(candidate);
        if (actor == null) {
            audit.recordBySystem(candidate.reference(), "came", Map.of());
        } else {
            audit.record(candidate.reference(), actor, "added", Map.of());
        }
        return new Added(candidate.id(), candidate.fit(), optedOut);
    }

    /** One at a time, so that of two alike the second is found. */
    void lock() {
        jdbc.sql("select id from candidate_intake where id = 1 for update")
                .query(Long.class)
                .single();
    }

    /** The same domain or address; the same name where the domains do not say otherwise. */
    Optional<Candidate> same(CheckedCandidate checked) {
        return Optional.ofNullable(checked.domain())
                .flatMap(candidates::findByDomain)
                .or(() -> Optional.ofNullable(checked.email()).flatMap(candidates::findByEmail))
                .or(() -> candidates.findByName(checked.key(), checked.country()).stream()
                        .filter(each -> checked.domain() == null || each.known().domain() == null)
                        .findFirst());
    }
}
