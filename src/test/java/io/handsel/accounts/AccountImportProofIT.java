package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.PostgresDatabase;
import io.handsel.accounts.ImportUpload.Accepted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Forty thousand accounts in under a minute. The environment's {@code _JAVA_OPTIONS=-Xmx512m} takes the heap
 * down to what is promised.
 */
@SpringBootTest
@ActiveProfiles("test")
@Import(AccountFixtures.class)
@Tag("proof")
class AccountImportProofIT {

    private static final int ROWS = 40_000;
    private static final int GROUP = 20;
    private static final List<String> WORDS =
            List.of("Rostock", "Wismar", "Bonn", "Aachen", "Ulm", "Jena", "Halle", "Trier", "Kiel", "Emden", "Celle");

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
        var manager = fixtures.manager();
        var file = file().getBytes(StandardCharsets.UTF_8);

        long began = System.nanoTime();
        var id = ((Accepted) imports.upload(manager, "accounts.csv", new ByteArrayInputStream(file))).id();
        var preview = imports.preview(id, "UTF-8");
        assertThat(imports.start(manager, id, preview.guess(), "UTF-8")).isEmpty();
        worker.work();
        var took = Duration.ofNanos(System.nanoTime() - began);

        var run = imports.get(id);
        System.out.printf("%d rows in %d ms: %s, heap peak %d MB%n", run.total(), took.toMillis(), run, heapPeak());
        assertThat(run.status()).isEqualTo(ImportView.Status.FINISHED);
        assertThat(run.done()).isEqualTo(ROWS);
        assertThat(run.created()).isEqualTo(ROWS);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    /** Groups of twenty: a company, its sites before it and after it, each with a name or two and a domain. */
    private static String file() {
        var text = new StringBuilder("reference,name,kind,parent,country,city,domain,trading name\n");
        for (int row = 0; row < ROWS; row++) {
            int group = row / GROUP;
            boolean isWhole = row % GROUP == GROUP / 2;
            text.append("r")
                    .append(row)
                    .append(",Works ")
                    .append(row)
                    .append(" of ")
                    .append(WORDS.get(row % WORDS.size()));
            text.append(isWhole ? ",Company,," : ",Site,r" + (group * GROUP + GROUP / 2) + ",");
            text.append("DE,")
                    .append(WORDS.get(group % WORDS.size()))
                    .append(",works")
                    .append(row)
                    .append(".example.com,");
            text.append(row % 3 == 0 ? "Also " + row : "").append("\n");
        }
        return text.toString();
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
