package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.kernel.CountryCode;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.PartnerOutcome.Refused;
import io.handsel.security.Actor;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Under which service level the cases of a partner run: the table {@code service-level-policy} gives one, and whoever
 * looks after the partner may override it for a reason. Every clock asks here when it is set; one that runs keeps what
 * was promised.
 */
@Service
@Transactional
public class ServiceLevels {

    /** How long a reason may be. */
    public static final int LONGEST_REASON = 500;

    static final DecisionKey POLICY = DecisionKey.of("service-level-policy");

    private final PartnerStore store;
    private final Partners partners;
    private final Decisions decisions;
    private final AuditTrail audit;
    private final Clock clock;

    ServiceLevels(PartnerStore store, Partners partners, Decisions decisions, AuditTrail audit, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of what the table says for each of the products the one it ranks highest. */
    @Transactional(readOnly = true)
    public String given(Collection<String> products, CountryCode country, String wanted) {
        return products.stream()
                .map(product -> decisions.one(
                        POLICY,
                        Facts.of("product", product)
                                .and("country", country.code())
                                .and("wanted", wanted)))
                .max(Comparator.comparingLong(row -> row.integer("rank")))
                .map(row -> row.text("policy"))
                .orElseThrow();
    }

    /** Every service level the table knows. */
    @Transactional(readOnly = true)
    public Set<String> known() {
        return decisions.texts(POLICY, "policy");
    }

    /**
     * The one that counts for a clock that is set now.
     *
     * @throws PartnerNotFound if there is no such partner
     */
    @Transactional(readOnly = true)
    public String of(PartnerId partner) {
        return store.findServiceLevel(partner).orElseThrow(() -> PartnerNotFound.with(partner));
    }

    /** @throws PartnerNotFound if there is no such partner */
    @Transactional(readOnly = true)
    public ServiceLevelView viewOf(PartnerId partner) {
        return store.findById(partner)
                .orElseThrow(() -> PartnerNotFound.with(partner))
                .serviceLevel();
    }

    /**
     * Lays another level down than the one that counts; the one that was given comes back when it is chosen again.
     *
     * @throws PartnerNotFound if there is no such partner
     */
    public PartnerOutcome override(Actor by, PartnerId id, String level, String reason) {
        var partner = store.findById(id).orElseThrow(() -> PartnerNotFound.with(id));
        if (!partners.mayLookAfter(by, id)) {
            return new Refused(PartnerRefusal.NOT_YOURS);
        }
        if (partner.view().standing() == PartnerStanding.ENDED) {
            return new Refused(PartnerRefusal.HAS_ENDED);
        }
        var before = partner.serviceLevel();
        if (!level.equals(before.given()) && !known().contains(level)) {
            return new Refused(PartnerRefusal.UNKNOWN_SERVICE_LEVEL);
        }
        if (level.equals(before.present())) {
            return new Refused(PartnerRefusal.SAME_SERVICE_LEVEL);
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return new Refused(PartnerRefusal.REASON_MISSING);
        }
        partner.override(
                level.equals(before.given())
                        ? null
                        : new ServiceLevelOverride(level, reason.strip(), by.name(), clock.instant()));
        audit.record(
                Partners.reference(id),
                by,
                "service-level",
                Map.of("serviceLevel", before.present() + " → " + level, "reason", reason.strip()));
        return new Done(store.saveAndFlush(partner).view());
    }
}
