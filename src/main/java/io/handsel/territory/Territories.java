package io.handsel.territory;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.Decision;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.security.Actor;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of territories, and the question which one a customer belongs to. */
@Service
@Transactional
public class Territories {

    static final DecisionKey ASSIGNMENT = DecisionKey.of("territory-assignment");

    private static final String TERRITORY = "territory";

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

    /** Registers a territory; nothing is written if it is refused. */
    public TerritoryOutcome register(Actor by, NewTerritory wanted) {
        if (withCode(wanted.code()).isPresent()) {
            return new TerritoryOutcome.Refused(TerritoryOutcome.Reason.CODE_TAKEN);
        }
        if (wanted.parent() != null && find(wanted.parent()).isEmpty()) {
            return new TerritoryOutcome.Refused(TerritoryOutcome.Reason.UNKNOWN_PARENT);
        }
        var territory = store.save(new Territory(wanted));
        audit.record(reference(territory.id()), by, "registered", Map.of("code", wanted.code()));
        return new TerritoryOutcome.Registered(territory.view());
    }

    /** The codes to which the assignment table leads customers, whether there are such territories or not. */
    @Transactional(readOnly = true)
    public Set<String> assignedCodes() {
        return decisions.texts(ASSIGNMENT, TERRITORY);
    }

    /**
     * Where a customer belongs: of all rows that fit and name a territory that exists, the most specific ones count; if
     * they name one territory, that is it. So a table may know more territories than an installation has, and customers
     * of those that are missing belong to the next wider one.
     */
    @Transactional(readOnly = true)
    public TerritoryAssignment assign(CustomerPlace place) {
        var fitting = decisions.all(ASSIGNMENT, facts(place)).stream()
                .sorted(Comparator.comparingLong(Territories::specificity).reversed())
                .toList();
        var found = new LinkedHashMap<String, TerritoryView>();
        var least = Long.MIN_VALUE;
        for (var row : fitting) {
            if (specificity(row) < least) {
                break;
            }
            var territory = withCode(row.text(TERRITORY));
            if (territory.isPresent()) {
                least = specificity(row);
                found.put(territory.get().code(), territory.get());
            }
        }
        return switch (found.size()) {
            case 0 -> new TerritoryAssignment.Nowhere();
            case 1 -> new TerritoryAssignment.Assigned(found.values().iterator().next());
            default ->
                new TerritoryAssignment.Tie(found.values().stream()
                        .map(TerritoryView::name)
                        .sorted()
                        .toList());
        };
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
