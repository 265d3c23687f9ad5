package io.handsel.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows where a case stands in the diagrams it runs on. */
@Service
@Transactional(readOnly = true)
public class CaseDiagrams {

    private final HistoryService history;
    private final RepositoryService repository;

    CaseDiagrams(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** Every process of the case, called ones and ended ones included, in the order they began. */
    public List<CaseDiagram> of(BusinessKey key) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key.key())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(this::diagram)
                .toList();
    }

    /** The process a task belongs to: for cases without a business key. */
    public List<CaseDiagram> ofInstance(String processInstance) {
        return history.createHistoricProcessInstanceQuery().processInstanceId(processInstance).list().stream()
                .map(this::diagram)
                .toList();
    }

    private CaseDiagram diagram(HistoricProcessInstance instance) {
        Set<String> here = new HashSet<>();
        Set<String> done = new HashSet<>();
        history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(step -> (step.getEndTime() == null ? here : done).add(step.getActivityId()));
        done.removeAll(here);
        var name = instance.getProcessDefinitionName();
        return new CaseDiagram(
                ProcessKey.of(instance.getProcessDefinitionKey()),
                name == null ? instance.getProcessDefinitionKey() : name,
                bpmn(instance.getProcessDefinitionId()),
                here,
                done);
    }

    private byte[] bpmn(String definition) {
        try (var model = repository.getProcessModel(definition)) {
            return model.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
