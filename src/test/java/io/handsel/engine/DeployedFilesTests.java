package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeployedFilesTests {

    private final ProcessEngine engine = new StandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
            .setProcessEngineName(UUID.randomUUID().toString())
            .buildProcessEngine();
    private final RepositoryService repository = engine.getRepositoryService();
    private final DeployedFiles files = new DeployedFiles(repository);

    @AfterEach
    void close() {
        ClockUtil.reset();
        engine.close();
    }

    @Test
    void gives_a_case_the_file_it_began_with_and_everybody_else_the_newest() {
        String first = deploy("deals", "forms/deals/review-deal.form", "one");
        ClockUtil.offset(1_000L);
        String second = deploy("deals", "forms/deals/review-deal.form", "two");

        assertThat(files.text(first, "/review-deal.form"))
                .hasValueSatisfying(text -> assertThat(text).contains("one"));
        assertThat(files.newestDeployment("deals")).contains(second);
        assertThat(files.text(second, "/review-deal.form"))
                .hasValueSatisfying(text -> assertThat(text).contains("two"));
    }

    @Test
    void finds_whole_names_only() {
        String deployment = deploy("deals", "forms/deals/review-deal.form", "one");

        assertThat(files.text(deployment, "/deal.form")).isEmpty();
        assertThat(files.text("no-such-deployment", "/review-deal.form")).isEmpty();
        assertThat(files.newestDeployment("leads")).isEmpty();
    }

    private String deploy(String module, String name, String mark) {
        return repository
                .createDeployment()
                .name(module)
                .addString(name, "{\"id\": \"review-deal\", \"versionTag\": \"" + mark + "\"}")
                .deploy()
                .getId();
    }
}
