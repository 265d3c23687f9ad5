package io.handsel.engine;

import io.handsel.engine.Publication.Published;
import io.handsel.engine.Publication.Refused;
import io.handsel.engine.safety.ModelFinding;
import io.handsel.engine.safety.ModelInspection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings models and forms into the engine: one deployment per module, named after it, so that a process, its tables
 * and its forms are always of one version. If one file of a module has changed, all of them are deployed; if none
 * has, nothing happens.
 */
@Component
public class ModelDeployment implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final List<String> SHIPPED =
            List.of("classpath*:processes/*/*.bpmn", "classpath*:processes/*/*.dmn", "classpath*:forms/*/*.form");

    private final RepositoryService repository;
    private final ManagementService management;
    private final ModelInspection inspection;
    private final List<PublicationCheck> checks;
    private boolean running;

    ModelDeployment(
            RepositoryService repository,
            ManagementService management,
            ModelInspection inspection,
            List<PublicationCheck> checks) {
        this.repository = repository;
        this.management = management;
        this.inspection = inspection;
        this.checks = List.copyOf(checks);
    }

    /**
     * Publishes the files of one module, or says what is wrong with them. Nothing is published if anything is wrong.
     *
     * @param files content by name, such as {@code processes/deals/deal-registration.bpmn}
     */
    public Publication publish(String module, Map<String, byte[]> files) {
        var findings = findings(files);
        if (!findings.isEmpty()) {
            return new Refused(findings);
        }
        var deployment = repository.createDeployment().name(module);
        if (inForceIsNewestByTime(module, files.keySet())) {
            deployment.enableDuplicateFiltering(false);
        }
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        return new Published(deployment.deploy().getId());
    }

    /**
     * Whether the engine, which goes by time, finds what is in force, which goes by versions, when it looks for what is
     * there already. It does not where a node whose clock is behind has published: what is put back then is published.
     */
    private boolean inForceIsNewestByTime(String module, Set<String> files) {
        var deployments =
                repository.createDeploymentQuery().deploymentName(module).list();
        var inForce = files.stream().flatMap(this::newestDeployments).collect(Collectors.toSet());
        return deployments.stream()
                .filter(deployment -> inForce.contains(deployment.getId()))
                .allMatch(newest -> deployments.stream()
                        .filter(other -> !inForce.contains(other.getId()))
                        .allMatch(other -> other.getDeploymentTime().before(newest.getDeploymentTime())));
    }

    /** The deployments that hold the newest versions of what this file defines; none for a form, which follows its process. */
    private Stream<String> newestDeployments(String file) {
        if (file.endsWith(".bpmn")) {
            return repository
                    .createProcessDefinitionQuery()
                    .processDefinitionResourceName(file)
                    .latestVersion()
                    .list()
                    .stream()
                    .map(ProcessDefinition::getDeploymentId);
        }
        return file.endsWith(".dmn")
                ? repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionResourceName(file)
                        .latestVersion()
                        .list()
                        .stream()
                        .map(DecisionDefinition::getDeploymentId)
                : Stream.empty();
    }

    private List<ModelFinding> findings(Map<String, byte[]> files) {
        var unsafe = inspection.inspect(files);
        return unsafe.isEmpty()
                ? checks.stream().flatMap(check -> check.check(files).stream()).toList()
                : unsafe;
    }

    @Override
    public void start() {
        var models = shippedModels();
        models.forEach((module, files) -> publish(module, files).orElseThrow());
        repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .forEach(management::registerDeploymentForJobExecutor);
        running = true;
        LOG.info("ENGINE-001 models of {} modules are in place", models.size());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the job executor and the web server: whoever comes in finds the models there. */
    @Override
    public int getPhase() {
        return 0;
    }

    private static Map<String, Map<String, byte[]>> shippedModels() {
        Map<String, Map<String, byte[]>> modules = new TreeMap<>();
        try {
            for (var pattern : SHIPPED) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    var path = file.getURL().getPath();
                    var name = path.substring(path.lastIndexOf(path.endsWith(".form") ? "/forms/" : "/processes/") + 1);
                    modules.computeIfAbsent(name.split("/")[1], module -> new TreeMap<>())
                            .put(name, file.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return modules;
    }
}
