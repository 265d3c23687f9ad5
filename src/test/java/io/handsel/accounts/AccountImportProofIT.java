package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handsel.PostgresDatabase;
import io.handsel.accounts.ImportUpload.Accepted;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Forty thousand accounts in under a minute. Run with {@code -Pproof -Dhandsel.import.file=accounts.csv}; the
 * environment's {@code _JAVA_OPTIONS=-Xmx512m} takes the heap down to what is promised.
 */
@SpringBootTest
@ActiveProfiles("test")
@Import(AccountFixtures.class)
@Tag("proof")
class AccountImportProofIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    AccountImports imports;

    @Autowired
    AccountImportWorker worker;

    @Autowired
    AccountFixtures fixtures;

    @Test
    void forty_thousand_accounts_come_in_within_a_minute() throws IOException {
        var path = System.getProperty("handsel.import.file");
        assumeTrue(path != null, "names no file by -Dhandsel.import.file");
        var manager = fixtures.manager();

        long began = System.nanoTime();
        AccountImportId id;
        try (var file = Files.newInputStream(Path.of(path))) {
            id = ((Accepted) imports.upload(manager, "accounts.csv", file)).id();
        }
        var preview = imports.preview(id, "UTF-8");
        assertThat(imports.start(manager, id, preview.guess(), "UTF-8")).isEmpty();
        worker.work();
        var took = Duration.ofNanos(System.nanoTime() - began);

        var run = imports.get(id);
        System.out.printf("%d rows in %d ms: %s, heap peak %d MB%n", run.total(), took.toMillis(), run, heapPeak());
        assertThat(run.status()).isEqualTo(ImportView.Status.FINISHED);
        assertThat(run.done()).isEqualTo(run.total());
        assertThat(run.created() + run.known() + run.refused()).isEqualTo(run.total());
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                >> 20;
    }
}
