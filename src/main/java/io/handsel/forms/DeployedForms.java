package io.handsel.forms;

import io.handsel.engine.DeployedFiles;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Forms in the engine, beside the models they belong to. */
@Component
@Order(1)
class DeployedForms implements FormSource {

    private final DeployedFiles files;

    DeployedForms(DeployedFiles files) {
        this.files = files;
    }

    @Override
    public Optional<String> newest(String module, String name) {
        return files.newestDeployment(module).flatMap(deployment -> deployed(deployment, name));
    }

    @Override
    public Optional<String> deployed(String deployment, String name) {
        return files.text(deployment, "/" + name + ".form");
    }
}
