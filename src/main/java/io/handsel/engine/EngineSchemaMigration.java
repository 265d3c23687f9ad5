package io.handsel.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's own tables with the scripts inside its jar, before any of ours. The engine then runs with
 * {@code databaseSchemaUpdate=false}: a node never changes a schema behind the others' back.
 */
@Component
class EngineSchemaMigration implements JavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611220010");
    }

    @Override
    public String getDescription() {
        return "engine camunda 7 24 0";
    }

    @Override
    public Integer getChecksum() {
        return 72400;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        var product = context.getConnection().getMetaData().getDatabaseProductName();
        var database = product.startsWith("Postgre") ? "postgres" : "h2";
        for (var script : SCRIPTS) {
            var source = new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti." + database + ".create." + script + ".sql");
            ScriptUtils.executeSqlScript(
                    context.getConnection(),
                    new ByteArrayResource(portable(source.getContentAsString(StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** H2's PostgreSQL mode, which our data source uses, knows large objects by their long names only. */
    private static String portable(String script) {
        return script.replaceAll("(?i)\\bblob\\b", "binary large object")
                .replaceAll("(?i)\\bclob\\b", "character large object");
    }
}
