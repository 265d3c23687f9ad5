package io.handsel.territory;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.Decision;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.security.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of territories, and the question which one a customer belongs to. */
@Service
@Transactional
public class Territories {

    static final DecisionKey ASSIGNMENT = DecisionKey.of("territory-assignment");

    private static final Logger LOG = LoggerFactory.getLogger(Territories.class);

    private final TerritoryStore store;
    private final Decisions decisions;
    private final AuditTrail audit;

    Territories(TerritoryStore store, Decisions decisions, AuditTrail audit) {
        this.store = store;
        this.decisions = decisions;
        this.audit = audit;
    }

    /** @throws TerritoryNotFound if there is no such territory */
    @Transactional(readOnly = true)
    public TerritoryView get(TerritoryId id) {
        return find(id).orElseThrow(() -> TerritoryNotFound.with(id));
    }

    @Transactional(readOnly = true)
    public Optional<TerritoryView> find(TerritoryId id) {
        return store.findById(id).map(Territory::view);
    }

    @Transactional(readOnly = true)
    public Optional<TerritoryView> withCode(String code) {
        return store.findByCode(code).map(Territory::view);
    }

    /** Every territory by name. */
    @Transactional(readOnly = true)
    public List<TerritoryView> list() {
        return store.findAllByOrderByName().stream().map(Territory::view).toList();
    }

    public TerritoryView register(NewTerritory wanted) {
        if (wanted.parent() != null) {
            get(wanted.parent());
        }
        var territory = store.save(new Territory(wanted));
        audit.recordBySystem(reference(territory.id()), "registered", Map.of("code", wanted.code()));
        return territory.view();
    }

    /** @throws TerritoryNotFound if there is no such territory */
    public TerritoryView change(Actor by, TerritoryId id, TerritoryChange change) {
        var territory = store.findById(id).orElseThrow(() -> TerritoryNotFound.with(id));
        territory.change(change);
        audit.record(
                reference(id),
                by,
                "changed",
                Map.of(
                        "manager", change.manager().toString(),
                        "director", change.director().toString(),
                        "hours", change.week().written()));
        return territory.view();
    }

    /**
     * Where a customer belongs: of all rows that fit, the most specific ones count; if they name one territory, that is
     * it.
     */
    @Transactional(readOnly = true)
    public TerritoryAssignment assign(CustomerPlace place) {
        var fitting = decisions.all(ASSIGNMENT, facts(place));
        var most = fitting.stream().mapToLong(Territories::specificity).max();
        if (most.isEmpty()) {
            return new TerritoryAssignment.Nowhere();
        }
        var codes = fitting.stream()
                .filter(row -> specificity(row) == most.getAsLong())
                .map(row -> row.text("territory"))
                .distinct()
                .toList();
        if (codes.size() > 1) {
            return new TerritoryAssignment.Tie(codes.stream()
                    .map(code -> withCode(code).map(TerritoryView::name).orElse(code))
                    .sorted()
                    .toList());
        }
        var assigned = withCode(codes.get(0));
        if (assigned.isEmpty()) {
            LOG.warn("TERR-010 table {} names the territory {}, which does not exist", ASSIGNMENT, codes.get(0));
        }
        return assigned.<TerritoryAssignment>map(TerritoryAssignment.Assigned::new)
                .orElseGet(TerritoryAssignment.Nowhere::new);
    }

    /** Whether a place lies in one of the covered territories or in a part of one. */
    @Transactional(readOnly = true)
    public boolean covers(Set<TerritoryId> covered, TerritoryId place) {
        var seen = new HashSet<TerritoryId>();
        for (TerritoryId at = place; at != null && seen.add(at); at = get(at).parent()) {
            if (covered.contains(at)) {
                return true;
            }
        }
        return false;
    }

    static Facts facts(CustomerPlace place) {
        return Facts.of("country", place.country().code())
                .and("state", place.state())
                .and("postcode", place.postcode())
                .and("industry", place.industry())
                .and("size", place.size())
                .and("product", place.product())
                .and("program", place.program());
    }

    private static long specificity(Decision row) {
        return row.integer("specificity");
    }

    private static CaseReference reference(TerritoryId id) {
        return new CaseReference("territory", id.id());
    }
}
