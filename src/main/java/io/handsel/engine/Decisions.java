package io.handsel.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;

/** Asks decision tables, for services that need an answer outside a process: the table's newest version counts. */
@Service
public class Decisions {

    private final DecisionService engine;

    Decisions(DecisionService engine) {
        this.engine = engine;
    }

    /** Every matched row. */
    public List<Decision> all(DecisionKey table, Facts facts) {
        return engine.evaluateDecisionTableByKey(table.key(), facts.asVariables()).stream()
                .map(row -> new Decision(table, row.getEntryMap()))
                .toList();
    }

    /** @throws IllegalStateException if the table has no matching row or several */
    public Decision one(DecisionKey table, Facts facts) {
        return find(table, facts)
                .orElseThrow(() -> new IllegalStateException("Table " + table + " has no row for " + facts));
    }

    /** @throws IllegalStateException if several rows match */
    public Optional<Decision> find(DecisionKey table, Facts facts) {
        var rows = all(table, facts);
        if (rows.size() > 1) {
            throw new IllegalStateException("Table " + table + " has " + rows.size() + " rows for " + facts);
        }
        return rows.stream().findFirst();
    }
}
