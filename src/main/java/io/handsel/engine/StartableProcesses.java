package io.handsel.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The processes people begin by a form: those whose newest version has a start form and names, as candidate starter
 * groups, the roles that may.
 */
@Service
@Transactional
public class StartableProcesses {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final CommandExecutor commands;

    StartableProcesses(RepositoryService repository, RuntimeService runtime, ProcessEngineConfiguration engine) {
        this.repository = repository;
        this.runtime = runtime;
        this.commands = ((ProcessEngineConfigurationImpl) engine).getCommandExecutorTxRequired();
    }

    /** Those that somebody of one of these groups may begin, by name. */
    @Transactional(readOnly = true)
    public List<StartableProcess> forGroups(Collection<String> groups) {
        return repository.createProcessDefinitionQuery().latestVersion().active().startableInTasklist().list().stream()
                .flatMap(definition -> startable(definition.getId(), groups).stream())
                .sorted(Comparator.comparing(StartableProcess::name))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<StartableProcess> find(ProcessKey process, Collection<String> groups) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process.key())
                        .latestVersion()
                        .active()
                        .singleResult())
                .flatMap(definition -> startable(definition.getId(), groups));
    }

    /** Begins the newest version of the process. */
    public void start(ProcessKey process, BusinessKey key, Facts answers) {
        runtime.startProcessInstanceByKey(process.key(), key.key(), answers.asVariables());
    }

    private Optional<StartableProcess> startable(String definition, Collection<String> groups) {
        return Optional.ofNullable(commands.execute(context -> {
            var process = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(definition);
            var start = process.getStartFormDefinition();
            var form = start == null ? null : start.getCamundaFormDefinitionKey();
            return form == null || Collections.disjoint(starters(process), groups)
                    ? null
                    : new StartableProcess(
                            ProcessKey.of(process.getKey()),
                            process.getName() == null ? process.getKey() : process.getName(),
                            (String) process.getProperty("documentation"),
                            form.getExpressionText(),
                            process.getDeploymentId());
        }));
    }

    private static Collection<String> starters(ProcessDefinitionEntity process) {
        return process.getCandidateStarterGroupIdExpressions().stream()
                .map(Expression::getExpressionText)
                .collect(Collectors.toSet());
    }
}
