package io.handsel.engine;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** Where the processes of a case have been, called ones included. */
public final class CaseHistory {

    private CaseHistory() {}

    /** The elements they have been at. */
    public static List<String> path(HistoryService history, String caseKey) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseKey).list().stream()
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    public static boolean isRunning(HistoryService history, String caseKey) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseKey)
                        .unfinished()
                        .count()
                > 0;
    }
}
