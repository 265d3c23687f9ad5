package io.handsel.recruitment;

import io.handsel.accounts.RegistrableDomain;
import io.handsel.audit.AuditTrail;
import io.handsel.security.OneTimeToken;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of candidates after they have been found: told by those who take applications and sign partners on. */
@Service
@Transactional
public class Candidates {

    private final CandidateStore candidates;
    private final CandidateLinks links;
    private final CandidateNews news;
    private final AuditTrail audit;
    private final Clock clock;

    Candidates(CandidateStore candidates, CandidateLinks links, CandidateNews news, AuditTrail audit, Clock clock) {
        this.candidates = candidates;
        this.links = links;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom the link of an invitation was sent to. */
    @Transactional(readOnly = true)
    public Optional<InvitedCandidate> invitedBy(String token) {
        return links.find(new OneTimeToken(token))
                .flatMap(link -> candidates.findWhole(link.candidate()))
                .map(Candidate::invited);
    }

    /**
     * The candidate that has this domain, or a part of it. Anybody can name a domain: what somebody does is noted with
     * the candidate only once the domain is proven to be theirs.
     */
    @Transactional(readOnly = true)
    public Optional<CandidateId> withDomain(String domain) {
        return RegistrableDomain.of(domain).flatMap(candidates::findByDomain).map(Candidate::id);
    }

    /** The company has applied: no more outreach. */
    public void applied(CandidateId id) {
        change(id, CandidateState.APPLIED, candidate -> candidate.applied(clock.instant()));
    }

    /** The company is a partner. */
    public void approved(CandidateId id) {
        applied(id);
        change(id, CandidateState.APPROVED, candidate -> candidate.approved(clock.instant()));
    }

    public void rejected(CandidateId id) {
        change(id, CandidateState.REJECTED, candidate -> candidate.rejected(clock.instant()));
    }

    public void withdrawn(CandidateId id) {
        change(id, CandidateState.WITHDRAWN, candidate -> candidate.withdrawn(clock.instant()));
    }

    /** The partner the candidate has become has won its first deal. */
    public void activated(CandidateId id, Instant firstWonDeal) {
        var candidate = get(id);
        if (candidate.activatedAt().filter(at -> !firstWonDeal.isBefore(at)).isPresent()) {
            return;
        }
        candidate.activated(firstWonDeal);
        audit.recordBySystem(candidate.reference(), "activated", Map.of());
        news.keep(candidate);
    }

    /** A company may apply more than once: what it has become by another application stays. */
    private void change(CandidateId id, CandidateState next, Consumer<Candidate> change) {
        var candidate = get(id);
        if (!candidate.state().mayBecome(next)) {
            return;
        }
        change.accept(candidate);
        audit.recordBySystem(candidate.reference(), next.name().toLowerCase(Locale.ROOT), Map.of());
        news.keep(candidate);
    }

    private Candidate get(CandidateId id) {
        return candidates.findById(id).orElseThrow(() -> CandidateNotFound.of(id));
    }
}
