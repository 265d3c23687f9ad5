package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.imports.ImportWork;
import io.handsel.imports.ImportWorker;
import io.handsel.recruitment.CandidateUpload.Accepted;
import io.handsel.recruitment.CandidateUpload.Reason;
import io.handsel.recruitment.CandidateUpload.Refused;
import io.handsel.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Candidates from files, and the board they fill. */
@RecruitmentTest
class CandidateImportTests {

    @Autowired
    CandidateImports imports;

    @Autowired
    CandidateImportWorker worker;

    @Autowired
    CandidateBoard board;

    @Autowired
    CandidateDesk desk;

    @Autowired
    IdealProfile profile;

    @Autowired
    CandidateImportStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    Actor manager;
    CampaignId campaign;
    String mark;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
        campaign = fixtures.running(manager);
        mark = CompanyNames.mark();
    }

    @Test
    void takes_each_company_in_once_and_says_what_came_of_each_row() throws IOException {
        var wish = fixtures.wish();
        fixtures.candidate(manager, campaign, wish);
        fixtures.optOut("out@" + mark + "o.de");
        var file = """
                Firma;Land;Website;E-Mail;Mitarbeiter;Segment;Telefon
                Müller %1$s;DE;www.%1$sa.de;info@%1$sa.de;1.200;Health;+49 (30) 1
                Other %1$s;DE;https://%1$sa.de/x;;;;
                Third %1$s;DE;;out@%1$so.de;;;
                %2$s;DE;%3$s;;;;
                Fourth %1$s;Germany;;;;;
                Fifth %1$s;DE;;;many;;
                =HYPERLINK("x");DE;;;;;
                Sixth %1$s;DE;;
                """.formatted(mark, wish.company(), wish.website());

        var run = imported(file, StandardCharsets.UTF_8);

        assertThat(run.running()).isFalse();
        assertThat(run.done()).isEqualTo(8);
        assertThat(run.created()).isEqualTo(1);
        assertThat(run.known()).isEqualTo(2);
        assertThat(run.closed()).isEqualTo(1);
        assertThat(run.refused()).isEqualTo(4);
        assertThat(results(run.id()))
                .contains(
                        "CREATED", "KNOWN", "OPTED_OUT", "UNKNOWN_COUNTRY", "NO_NUMBER", "FORMULA", "WRONG_CELL_COUNT");
        var found = board.page(campaign, search("müller " + mark), 10).candidates();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).fit().criteria()).isEqualTo("market:20 segment:20 large:8 reachable:5");
        assertThat(board.page(campaign, search("Third " + mark), 10)
                        .candidates()
                        .get(0)
                        .outreach())
                .isEqualTo(OutreachState.OPTED_OUT);
        assertThat(desk.write(
                        manager,
                        board.page(campaign, search("Third " + mark), 10)
                                .candidates()
                                .get(0)
                                .id()))
                .isEqualTo(new CandidateOutcome.Refused(RecruitmentRefusal.OPTED_OUT));
    }

    /** Who has lost the file to another node neither ends it nor takes it away from under that one. */
    @Test
    void a_node_that_comes_back_too_late_ends_nothing() throws IOException {
        var id = ((Accepted) upload("company,country\nLate " + mark + ",DE\n", StandardCharsets.UTF_8)).id();
        var late = new ImportWork() {

            @Override
            public Taking begin(UUID file, List<String> headings) {
                return (pass, rows) -> Map.of("CREATED", 1L);
            }

            @Override
            public Map<String, Long> end(UUID file) {
                jdbc.sql("update candidate_import set lease_owner = 'another' where id = ?")
                        .param(file)
                        .update();
                return Map.of();
            }
        };

        worker(late, 10).work();

        assertThat(imports.get(id).running()).isTrue();
        assertThat(store.files().look(id.id())).isPresent();
        worker.work();
        finish(id);
    }

    @Test
    void a_node_that_has_lost_the_file_writes_nothing_of_its_batch() throws IOException {
        var id = ((Accepted) upload("company,country\nLost " + mark + ",DE\n", StandardCharsets.UTF_8)).id();
        ImportWork lost = (file, headings) -> (pass, rows) -> {
            jdbc.sql("update candidate_import set lease_owner = 'another', file_name = 'half' where id = ?")
                    .param(file)
                    .update();
            return Map.of("CREATED", 1L);
        };

        worker(lost, 10).work();

        assertThat(imports.get(id).running()).isTrue();
        assertThat(imports.get(id).done()).isZero();
        assertThat(imports.get(id).fileName()).isEqualTo("list.csv");
        finish(id);
    }

    @Test
    void a_batch_that_meets_somebody_else_is_taken_again() throws IOException {
        var id = ((Accepted) upload("company,country\nMet " + mark + ",DE\n", StandardCharsets.UTF_8)).id();
        var tries = new AtomicInteger();
        ImportWork met = (file, headings) -> (pass, rows) -> {
            if (tries.incrementAndGet() == 1) {
                throw new DuplicateKeyException("Somebody has just brought the same");
            }
            return Map.of("CREATED", 1L);
        };

        worker(met, 10).work();

        assertThat(tries).hasValue(2);
        assertThat(imports.get(id).running()).isFalse();
        assertThat(imports.get(id).created()).isEqualTo(1);
    }

    @Test
    void a_node_that_stops_stops_behind_its_batch() throws IOException {
        var file = "company,country\nOne %1$s,DE\nTwo %1$s,DE\n".formatted(mark);
        var id = ((Accepted) upload(file, StandardCharsets.UTF_8)).id();
        var stopping = new AtomicReference<ImportWorker>();
        stopping.set(worker(
                (run, headings) -> (pass, rows) -> {
                    stopping.get().stop();
                    return Map.of("CREATED", 1L);
                },
                1));

        stopping.get().work();

        assertThat(imports.get(id).running()).isTrue();
        assertThat(imports.get(id).done()).isEqualTo(1);
        finish(id);
    }

    @Test
    void of_two_nodes_that_find_a_file_one_gets_it_until_its_time_is_over() throws IOException {
        var id = ((Accepted) upload("company,country\nFound " + mark + ",DE\n", StandardCharsets.UTF_8)).id();
        var now = clock.instant();
        var until = now.plusSeconds(60);

        assertThat(leases(id, "one", now, until)).isTrue();
        assertThat(leases(id, "other", now, until)).isFalse();
        assertThat(leases(id, "one", now, until)).isTrue();
        assertThat(leases(id, "other", until.plusSeconds(1), until.plusSeconds(60)))
                .isTrue();

        clock.advance(Duration.ofSeconds(60));
        finish(id);
        assertThat(leases(id, "one", until.plusSeconds(600), until.plusSeconds(660)))
                .as("there is nothing left to do")
                .isFalse();
    }

    private boolean leases(CandidateImportId id, String node, Instant now, Instant until) {
        return Boolean.TRUE.equals(transaction.execute(status -> store.runs().lease(id.id(), node, now, until)));
    }

    private ImportWorker worker(ImportWork work, int batch) {
        return new ImportWorker(store.files(), store.runs(), work, batch, transaction, clock);
    }

    private void finish(CandidateImportId id) {
        clock.advance(Duration.ofSeconds(61));
        worker.work();
        assertThat(imports.get(id).running()).isFalse();
    }

    @Test
    void the_same_file_again_brings_nobody_new() throws IOException {
        var file = "company,country\nAlpha %1$s,DE\nBeta %1$s,AT\n".formatted(mark);
        assertThat(imported(file, StandardCharsets.UTF_8).created()).isEqualTo(2);

        var again = imported(file, StandardCharsets.UTF_8);

        assertThat(again.known()).isEqualTo(2);
        assertThat(again.created()).isZero();
    }

    @Test
    void reads_what_western_spreadsheets_write() throws IOException {
        imported("Firma;Land\nBäckerei %s;DE\n".formatted(mark), Charset.forName("windows-1252"));

        assertThat(board.page(campaign, search(mark), 10).candidates())
                .extracting(CandidateSummary::company)
                .containsExactly("Bäckerei " + mark);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'company,country', EMPTY",
        "'company,land\u0000', NOT_PLAIN_TEXT",
        "'a,b\nc,d', COLUMNS_MISSING"
    })
    void refuses_a_file_that_is_no_list(String file, Reason reason) throws IOException {
        assertThat(upload(file, StandardCharsets.UTF_8)).isEqualTo(new Refused(reason));
    }

    @Test
    void the_board_turns_its_pages_in_every_order_and_leaves_nobody_out() throws IOException {
        var file = new StringBuilder("company,country,employees\n");
        for (int number = 0; number < 25; number++) {
            file.append("Co%02d %s,%s,%d\n".formatted(number, mark, number % 2 == 0 ? "DE" : "FR", number));
        }
        imported(file.toString(), StandardCharsets.UTF_8);

        for (var order : CandidateFilter.Order.values()) {
            for (var descending : new boolean[] {true, false}) {
                var seen = new ArrayList<CandidateId>();
                String after = null;
                do {
                    var page = board.page(
                            campaign, new CandidateFilter(null, null, null, null, order, descending, after), 10);
                    page.candidates().forEach(candidate -> seen.add(candidate.id()));
                    after = page.next();
                } while (after != null);
                assertThat(seen).as(order + " " + descending).hasSize(25).doesNotHaveDuplicates();
            }
        }
        assertThat(board.counts(campaign)).containsEntry("IDENTIFIED", 25).containsEntry("INVITE", 0);
    }

    @ParameterizedTest
    @CsvSource({"9, 10", "10, 250", "250, 251", "0, 3", ", 10"})
    void many_candidates_in_a_row_are_measured_as_each_of_them_alone(Integer few, Integer many) {
        var reading = profile.reading();
        for (var number : new Integer[] {few, many}) {
            for (var technicians : new Integer[] {null, 0, 1, 2, 3, 4}) {
                var wish = fixtures.wish();
                var traits = new CandidateTraits(null, number, technicians, null, null, null);
                var candidate = ((CheckedCandidate.Result.Checked) CheckedCandidate.check(
                                new NewCandidate(wish.company(), null, "DE", null, null, null, null, traits), null))
                        .candidate();

                assertThat(reading.of(null, candidate))
                        .as(number + " " + technicians)
                        .isEqualTo(profile.of(null, candidate));
            }
        }
    }

    private CandidateImportView imported(String file, Charset charset) throws IOException {
        var id = ((Accepted) upload(file, charset)).id();
        worker.work();
        return imports.get(id);
    }

    private CandidateUpload upload(String file, Charset charset) throws IOException {
        return imports.upload(manager, campaign, "list.csv", new ByteArrayInputStream(file.getBytes(charset)));
    }

    private String results(CandidateImportId id) {
        var text = new StringBuilder();
        imports.results(id, text, code -> code);
        return text.toString();
    }

    private static CandidateFilter search(String text) {
        return new CandidateFilter(null, null, null, text, CandidateFilter.Order.COMPANY, false, null);
    }
}
