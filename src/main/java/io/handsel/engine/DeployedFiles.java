package io.handsel.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** Reads files that were deployed with models, such as forms, in the version a case began with or in the newest. */
@Component
public class DeployedFiles {

    private final RepositoryService repository;

    DeployedFiles(RepositoryService repository) {
        this.repository = repository;
    }

    /** The engine's id of the newest deployment of a module. */
    public Optional<String> newestDeployment(String module) {
        return repository
                .createDeploymentQuery()
                .deploymentName(module)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(Deployment::getId)
                .findFirst();
    }

    /** The text of the file of a deployment whose name ends so; empty if there is no such deployment or file. */
    public Optional<String> text(String deployment, String ending) {
        return repository.getDeploymentResourceNames(deployment).stream()
                .filter(name -> ("/" + name).endsWith(ending))
                .sorted()
                .findFirst()
                .map(name -> text(repository, deployment, name));
    }

    private static String text(RepositoryService repository, String deployment, String name) {
        try (var content = repository.getResourceAsStream(deployment, name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
