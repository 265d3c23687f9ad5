package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.StatementCount;
import io.handsel.recruitment.CandidateUpload.Accepted;
import io.handsel.security.Actor;
import io.handsel.security.SignedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A hundred thousand candidates in ninety seconds, each with a score, and a board that does not mind them. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({MovableClock.class, RecruitmentFixtures.class, StatementCount.class})
@Tag("proof")
class CandidateImportProofIT {

    private static final int ROWS = 100_000;
    private static final List<String> COUNTRIES = List.of("DE", "AT", "CH", "FR", "GB", "PL", "IT", "ES");
    private static final List<String> SEGMENTS = List.of("health", "manufacturing", "retail", "finance", "");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    CandidateImports imports;

    @Autowired
    CandidateImportWorker worker;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RecruitmentFixtures fixtures;

    @Test
    void a_hundred_thousand_candidates_come_in_and_the_board_shows_them() throws IOException {
        var manager = fixtures.manager();
        var campaign = fixtures.running(manager);
        var file = file().getBytes(StandardCharsets.UTF_8);

        long began = System.nanoTime();
        var id = ((Accepted) imports.upload(manager, campaign, "all.csv", new ByteArrayInputStream(file))).id();
        worker.work();
        var took = Duration.ofNanos(System.nanoTime() - began);

        var run = imports.get(id);
        System.out.printf("%d rows in %d ms: %s%n", run.total(), took.toMillis(), run);
        assertThat(run.created()).isEqualTo(ROWS);
        theBoardIsDrawnInThreeStatements(manager, campaign);
        assertThat(took).isLessThan(Duration.ofSeconds(90));
    }

    /** The page as a browser gets it. */
    private void theBoardIsDrawnInThreeStatements(Actor manager, CampaignId campaign) {
        var page = mvc.get().uri("/campaigns/" + campaign + "/candidates").with(SignedIn.as(manager));
        assertThat(page.exchange()).hasStatusOk();
        var began = System.nanoTime();

        var statements = StatementCount.during(page::exchange);

        System.out.printf(
                "board of %d candidates in %d ms and %d statements%n",
                ROWS, Duration.ofNanos(System.nanoTime() - began).toMillis(), statements.size());
        assertThat(statements).hasSize(3);
    }

    /** As a bought list is: every employee counted, so that hardly two rows are alike to the tables. */
    private static String file() {
        var text = new StringBuilder("company,country,website,email,employees,segment,technicians,services\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("Works ").append(row).append(" of ").append(Integer.toString(row * 7919, 36));
            text.append(',').append(COUNTRIES.get(row % COUNTRIES.size()));
            text.append(",works")
                    .append(row)
                    .append(".example.com,info@works")
                    .append(row)
                    .append(".com,");
            text.append(row % 3000).append(',').append(SEGMENTS.get(row % SEGMENTS.size()));
            text.append(',').append(row % 7).append(row % 2 == 0 ? ",yes\n" : ",no\n");
        }
        return text.toString().replace(".example.com", ".com");
    }
}
