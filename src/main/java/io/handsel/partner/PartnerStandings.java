package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.PartnerOutcome.Overtaken;
import io.handsel.partner.PartnerOutcome.Refused;
import io.handsel.partner.PartnerOutcome.Undecided;
import io.handsel.security.Actor;
import io.handsel.security.People;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Suspends partners, takes them up again, ends them. Whoever suspends or ends one says what becomes of each thing it has
 * open; all of it happens in one transaction, or none.
 */
@Service
@Transactional
public class PartnerStandings {

    private final PartnerStore store;
    private final Map<String, PartnerMatters> sources;
    private final People people;
    private final PartnerNotices notices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    PartnerStandings(
            PartnerStore store,
            List<PartnerMatters> sources,
            People people,
            PartnerNotices notices,
            AuditTrail audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.store = store;
        this.sources = new TreeMap<>();
        sources.forEach(source -> this.sources.put(source.kind(), source));
        this.people = people;
        this.notices = notices;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /** Everything the partner has open, kind by kind. */
    @Transactional(readOnly = true)
    public List<OpenMatter> openFor(PartnerId id) {
        return sources.values().stream()
                .flatMap(source -> source.openFor(id).stream())
                .toList();
    }

    /** What a partner becomes that has nothing open, or that is taken up again. */
    public PartnerOutcome change(Actor by, PartnerId id, PartnerStanding next, String reason) {
        return change(by, id, next, MatterDecisions.NONE, reason, null);
    }

    /** What a partner becomes whose people, should it end, can sign in no more from now on. */
    public PartnerOutcome change(
            Actor by, PartnerId id, PartnerStanding next, MatterDecisions decisions, String reason) {
        return change(by, id, next, decisions, reason, null);
    }

    /**
     * A suspended partner's people can only read; so can those of one that has ended, until they cannot sign in any more.
     *
     * @param accessUntil until when the people of a partner that ends still read; null, or over, if that is now
     * @throws PartnerNotFound if there is no such partner
     */
    public PartnerOutcome change(
            Actor by,
            PartnerId id,
            PartnerStanding next,
            MatterDecisions decisions,
            String reason,
            @Nullable Instant accessUntil) {
        // Whoever invites somebody for this partner at the same moment waits, and then hears what it has become.
        var partner = lock(id, decisions);
        if (!Partners.mayLookAfter(by, partner)) {
            return new Refused(PartnerRefusal.NOT_YOURS);
        }
        if (!partner.mayBecome(next)) {
            return new Refused(PartnerRefusal.NOT_POSSIBLE);
        }
        if (reason.isBlank()) {
            return new Refused(PartnerRefusal.REASON_MISSING);
        }
        Map<OpenMatter, MatterDecision> settled = new LinkedHashMap<>();
        if (!next.mayAct()) {
            var wrong = decide(id, next, decisions, settled);
            if (!wrong.isEmpty()) {
                return new Undecided(wrong);
            }
            var failed = settle(by, settled, reason.strip());
            if (!failed.isEmpty()) {
                // What was settled before this one is not settled either.
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Overtaken(failed);
            }
        }
        partner.become(next);
        if (!settled.isEmpty()) {
            audit.record(Partners.reference(id), by, "matters-decided", written(settled));
        }
        audit.record(Partners.reference(id), by, "became", Map.of("standing", next.name(), "reason", reason.strip()));
        var later = accessUntil != null && accessUntil.isAfter(clock.instant()) ? accessUntil : null;
        notices.becameByDecision(by, partner.view(), settled, later);
        if (next == PartnerStanding.ENDED && later != null) {
            partner.keepAccessUntil(later);
        } else if (next == PartnerStanding.ENDED) {
            people.ofOrganisation(id.organisation()).forEach(person -> people.deactivate(person.id()));
        }
        news.publishEvent(new PartnerStandingChanged(id, next));
        return new Done(partner.view());
    }

    /** The partner and whoever inherits from it stay as they are; always in one order, so that two never block each other. */
    private Partner lock(PartnerId id, MatterDecisions decisions) {
        Stream.concat(Stream.of(id), decisions.heirs().stream())
                .distinct()
                .sorted(Comparator.comparing(PartnerId::id))
                .forEach(store::findLocked);
        return store.findById(id).orElseThrow(() -> PartnerNotFound.with(id));
    }

    /** @return what is wrong, by the key of the matter */
    private Map<String, String> decide(
            PartnerId id, PartnerStanding next, MatterDecisions decisions, Map<OpenMatter, MatterDecision> decided) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (var matter : openFor(id)) {
            var decision = decisions.of(matter, next);
            var problem = problem(id, next, matter, decision);
            problem.ifPresent(key -> wrong.put(matter.key(), key));
            decision.filter(good -> problem.isEmpty()).ifPresent(good -> decided.put(matter, good));
        }
        return wrong;
    }

    private Optional<String> problem(
            PartnerId id, PartnerStanding next, OpenMatter matter, Optional<MatterDecision> decision) {
        if (decision.isEmpty()) {
            return Optional.of("partner.fate.missing");
        }
        if (!matter.fatesFor(next).contains(decision.get().fate())) {
            return Optional.of("partner.fate.impossible");
        }
        if (decision.get().fate() != MatterFate.TRANSFER) {
            return Optional.empty();
        }
        return Optional.ofNullable(decision.get().heir())
                        .filter(heir -> !heir.equals(id))
                        .flatMap(store::findById)
                        .filter(heir -> heir.view().standing().maySell())
                        .isPresent()
                ? Optional.empty()
                : Optional.of("partner.fate.heir");
    }

    private Map<String, String> settle(Actor by, Map<OpenMatter, MatterDecision> decided, String reason) {
        for (var one : decided.entrySet()) {
            var matter = one.getKey();
            var failed = one.getValue().fate() == MatterFate.KEEP
                    ? Optional.<String>empty()
                    : Objects.requireNonNull(sources.get(matter.kind())).settle(by, matter, one.getValue(), reason);
            if (failed.isPresent()) {
                return Map.of(matter.key(), failed.get());
            }
        }
        return Map.of();
    }

    private static Map<String, String> written(Map<OpenMatter, MatterDecision> settled) {
        Map<String, String> details = new LinkedHashMap<>();
        settled.forEach((matter, decision) -> details.put(
                matter.kind() + " " + matter.name(),
                decision.heir() == null ? decision.fate().name() : decision.fate() + " " + decision.heir()));
        return details;
    }
}
