package io.handsel.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What processes are called by the people who drew them. */
@Service
public class ProcessNames {

    private final RepositoryService repository;

    ProcessNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** The name in that deployment's version; the key where the model has no name. */
    @Transactional(readOnly = true)
    public String of(ProcessKey process, String deployment) {
        var definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(process.key())
                .singleResult();
        return definition == null || definition.getName() == null ? process.key() : definition.getName();
    }
}
