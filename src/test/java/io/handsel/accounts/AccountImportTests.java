package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.ImportUpload.Accepted;
import io.handsel.accounts.ImportUpload.Refused;
import io.handsel.imports.ImportCells;
import io.handsel.imports.ImportCells.Cells;
import io.handsel.imports.ImportRow;
import io.handsel.imports.ImportWork.Pass;
import io.handsel.imports.Letters;
import io.handsel.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountImportTests {

    @Autowired
    AccountImports imports;

    @Autowired
    AccountImportWorker worker;

    @Autowired
    ImportStore store;

    @Autowired
    ImportBatch batch;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountList list;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AccountProfiles profiles;

    @Autowired
    JdbcClient jdbc;

    Actor manager;
    String mark;

    @BeforeEach
    void a_manager() {
        manager = fixtures.manager();
        mark = CompanyNames.mark();
    }

    @Test
    void writes_accounts_down_with_parent_numbers_and_designation() throws IOException {
        var run = run("""
                Company;Land;Stadt;Website;Parent;D-U-N-S;Designation
                Child %1$s;DE;Bonn;;Mother %1$s;;
                Mother %1$s;DE;Köln;https://www.%1$s.de/x;;;House
                """.formatted(mark));

        assertThat(run.created()).isEqualTo(2);
        assertThat(run.refused()).isZero();
        var child = find("child " + mark);
        var mother = find("mother " + mark);
        assertThat(child.account().parent()).isEqualTo(mother.account().id());
        assertThat(child.account().root()).isEqualTo(mother.account().id());
        assertThat(mother.designation()).isEqualTo(Designation.HOUSE);
        assertThat(register.details(mother.account().id()).identifiers())
                .extracting(AccountDetails.IdentifierView::text)
                .contains(mark + ".de");
    }

    @Test
    void writes_down_what_decides_whose_an_account_is_and_refuses_what_it_cannot_read() throws IOException {
        var run = run("""
                Company;Land;Segment;Mitarbeiter;Branche;Bestandskunde
                Known %1$s;DE;Strategic;12.000;Public-Sector;ja
                Bare %1$s;DE;;;;
                Wrong %1$s;DE;;about ten;;
                Unsure %1$s;DE;;;;perhaps
                """.formatted(mark));

        assertThat(run.created()).isEqualTo(2);
        assertThat(run.refused()).isEqualTo(2);
        assertThat(profiles.find(find("known " + mark).account().id()))
                .isEqualTo(new AccountProfile("strategic", 12_000L, "public-sector", true));
        assertThat(profiles.find(find("bare " + mark).account().id()).isEmpty()).isTrue();
    }

    @Test
    void reads_the_layout_of_the_open_reference_data() throws IOException {
        var run = run("ref_id,name,country,city,domain,source,source_key\n" + "D1,Institute " + mark + ",FI,Turku,"
                + mark + ".fi,ror,ror:1\n" + "D2,\"Care, Home " + mark + "\",GB,,,spo,spo:2\n");

        assertThat(run.created()).isEqualTo(2);
        assertThat(find("care home " + mark).account().country()).isEqualTo("GB");
    }

    @Test
    void names_every_row_it_cannot_take_and_takes_the_others() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("name,country,duns,designation,partner\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("Good " + mark + ",DE,,,\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("M\u00fcller " + mark + ",DE,,,\n").getBytes(Charset.forName("windows-1252")));
        bytes.writeBytes(("Few " + mark + ",DE\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("=HYPERLINK(1),DE,,,\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes((",DE,,,\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("Nowhere " + mark + ",XX,,,\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("Short " + mark + ",DE,123,,\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("Odd " + mark + ",DE,,private,\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("Given " + mark + ",DE,,assigned,Nobody\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("x".repeat(20_005) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("\"Open " + mark + ",DE,,,\n").getBytes(StandardCharsets.UTF_8));

        var run = run(bytes.toByteArray());

        assertThat(results(run.id()))
                .containsExactly(
                        "2 CREATED",
                        "3 WRONG_ENCODING",
                        "4 WRONG_CELL_COUNT",
                        "5 FORMULA",
                        "6 NAME_MISSING",
                        "7 UNKNOWN_COUNTRY",
                        "8 NO_DUNS",
                        "9 UNKNOWN_DESIGNATION",
                        "10 UNKNOWN_PARTNER",
                        "11 TOO_LONG",
                        "12 MALFORMED");
        assertThat(run.created()).isEqualTo(1);
        assertThat(run.refused()).isEqualTo(10);
    }

    @Test
    void a_parent_that_never_comes_refuses_the_row() throws IOException {
        var run = run("name,parent\nChild " + mark + ",Nobody " + mark + "\n");

        assertThat(results(run.id())).containsExactly("2 UNKNOWN_PARENT");
        assertThat(run.refused()).isEqualTo(1);
    }

    @Test
    void parents_are_named_by_the_files_own_references_before_or_after_their_children() throws IOException {
        var run = run("""
                Ref ID;Company;Kind;Parent;Country
                3;Werk %1$s;Site;2;DE
                2;Firma %1$s;Company;1;DE
                1;Gruppe %1$s;Group;;DE
                4;Labor %1$s;Department;3;DE
                """.formatted(mark));

        assertThat(run.created()).isEqualTo(4);
        var lab = find("labor " + mark).account();
        assertThat(lab.path().split("/")).hasSize(4);
        assertThat(lab.kind()).isEqualTo(AccountKind.DEPARTMENT);
        assertThat(find("werk " + mark).account().kind()).isEqualTo(AccountKind.SITE);
        assertThat(lab.root()).isEqualTo(find("gruppe " + mark).account().id());
        new TreeInvariants(jdbc).hold("after an import");
    }

    /** A file that calls its rows by names means its own rows, though the register knows another such name. */
    @Test
    void a_reference_that_is_still_to_come_goes_before_a_known_name() throws IOException {
        run("name,country\nMother " + mark + ",DE\n");

        var run = run("reference,name,parent,country\n"
                + "c,Child " + mark + ",Mother " + mark + ",DE\n"
                + "Mother " + mark + ",Other mother " + mark + ",,DE\n");

        assertThat(run.created()).isEqualTo(2);
        assertThat(find("child " + mark).account().parent())
                .isEqualTo(find("other mother " + mark).account().id());
    }

    @Test
    void a_known_parent_is_named_by_its_number() throws IOException {
        var duns = String.format("%09d", Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000L));
        var registry = "HRB " + duns;
        run("name,country,duns,registry\nMother " + mark + ",DE," + duns + ",\nAunt " + mark + ",DE,," + registry
                + "\n");

        var run = run("reference,name,parent,country\n1,Son " + mark + "," + duns + ",DE\n2,Niece " + mark + ","
                + registry + ",DE\n");

        assertThat(run.created()).isEqualTo(2);
        assertThat(find("son " + mark).account().parent())
                .isEqualTo(find("mother " + mark).account().id());
        assertThat(find("niece " + mark).account().parent())
                .isEqualTo(find("aunt " + mark).account().id());
    }

    @Test
    void rows_that_wait_for_each_other_are_refused_and_so_is_a_level_nobody_knows() throws IOException {
        var run = run("reference,name,parent,kind\n"
                + "1,One " + mark + ",2,\n"
                + "2,Two " + mark + ",1,\n"
                + "3,Three " + mark + ",3,\n"
                + "4,Four " + mark + ",1,\n"
                + "5,Five " + mark + ",nowhere,\n"
                + "6,Six " + mark + ",,planet\n");

        assertThat(results(run.id()))
                .containsExactly(
                        "2 PARENT_CYCLE",
                        "3 PARENT_CYCLE",
                        "4 PARENT_CYCLE",
                        "5 UNKNOWN_PARENT",
                        "6 UNKNOWN_PARENT",
                        "7 NO_KIND");
        assertThat(run.refused()).isEqualTo(6);
    }

    @Test
    void names_of_every_kind_come_along_also_for_an_account_that_is_known() throws IOException {
        run("name,country,city,trading name,former name,acronym\n" + "Hafenwerk " + mark + ",DE,Rostock,Hafen " + mark
                + "|HW Nord " + mark + ",Werft " + mark + ",\n");
        var account = find("hafenwerk " + mark).account().id();
        assertThat(register.details(account).names())
                .containsExactly(
                        new AccountName(AccountNameKind.LEGAL, "Hafenwerk " + mark),
                        new AccountName(AccountNameKind.TRADING, "HW Nord " + mark),
                        new AccountName(AccountNameKind.TRADING, "Hafen " + mark),
                        new AccountName(AccountNameKind.FORMER, "Werft " + mark));

        var run = run("name,country,city,local name,acronym\n" + "Hafenwerk " + mark + ",DE,Rostock,Гавань " + mark
                + ",HW" + mark + "\n");

        assertThat(run.known()).isEqualTo(1);
        assertThat(register.details(account).names())
                .contains(
                        new AccountName(AccountNameKind.LOCAL, "Гавань " + mark),
                        new AccountName(AccountNameKind.ACRONYM, "HW" + mark));
        assertThat(register.details(account).identifiers())
                .extracting(AccountDetails.IdentifierView::text)
                .contains("hw" + mark.replace("-", " "));
    }

    @Test
    void the_same_file_again_writes_nothing_down_twice() throws IOException {
        var file = file(700);
        assertThat(run(file).created()).isEqualTo(700);

        var again = run(file);

        assertThat(again.created()).isZero();
        assertThat(again.known()).isEqualTo(700);
    }

    /** A node dies after its first batch; another one finds the lease, waits for its end, and goes on behind it. */
    @Test
    void another_node_goes_on_where_one_stopped() throws IOException {
        var id = started(file(1200).getBytes(StandardCharsets.UTF_8));
        var dead = "dead node";
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            assertThat(store.runs().lease(id.id(), dead, now, now.plusSeconds(60)))
                    .isTrue();
            var rows = rows(id, 500);
            var results = batch.take(id, Pass.FIRST, rows, 5, store.columns(id), now);
            assertThat(store.runs().advance(id.id(), dead, now.plusSeconds(60), rows.size(), results))
                    .isTrue();
        });

        worker.work();
        assertThat(imports.get(id).status()).isEqualTo(ImportView.Status.RUNNING);
        assertThat(imports.get(id).done()).isEqualTo(500);

        clock.advance(Duration.ofSeconds(61));
        worker.work();

        var run = imports.get(id);
        assertThat(run.status()).isEqualTo(ImportView.Status.FINISHED);
        assertThat(run.created()).isEqualTo(1200);
        assertThat(count()).isEqualTo(1200);
        // The one that was thought dead comes back: it may write nothing any more.
        assertThat(Boolean.TRUE.equals(transaction.execute(
                        status -> store.runs().advance(id.id(), dead, clock.instant(), 500, Map.of("CREATED", 500L)))))
                .isFalse();
    }

    @Test
    void a_batch_that_fails_leaves_nothing_half_done() throws IOException {
        var id = started(file(10).getBytes(StandardCharsets.UTF_8));

        try {
            transaction.executeWithoutResult(status -> {
                batch.take(id, Pass.FIRST, rows(id, 10), 5, store.columns(id), clock.instant());
                throw new IllegalStateException("The node dies before its commit");
            });
        } catch (IllegalStateException expected) {
            assertThat(count()).isZero();
        }
        worker.work();

        assertThat(count()).isEqualTo(10);
        assertThat(imports.get(id).done()).isEqualTo(10);
    }

    @Test
    void refuses_what_is_no_list_of_accounts() throws IOException {
        assertThat(upload(new byte[0])).isEqualTo(new Refused(ImportRefusal.EMPTY));
        assertThat(upload("name\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Refused(ImportRefusal.EMPTY));
        assertThat(upload("name\nAcme\n".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(new Refused(ImportRefusal.NOT_PLAIN_TEXT));
        assertThat(upload(("x".repeat(30_000) + "\nAcme\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Refused(ImportRefusal.HEADINGS_TOO_LONG));
    }

    @Test
    void wants_to_know_which_column_holds_the_name() throws IOException {
        var id = ((Accepted) upload("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).id();

        assertThat(imports.start(manager, id, Map.of(ImportField.CITY, 1), "UTF-8"))
                .contains(ImportRefusal.NAME_NOT_MAPPED);
        assertThat(imports.start(manager, id, Map.of(ImportField.NAME, 7), "UTF-8"))
                .contains(ImportRefusal.NO_SUCH_COLUMN);
        assertThat(imports.start(manager, id, Map.of(ImportField.NAME, 0), "UTF-8"))
                .isEmpty();
        assertThat(imports.start(manager, id, Map.of(ImportField.NAME, 0), "UTF-8"))
                .contains(ImportRefusal.ALREADY_STARTED);
        worker.work();
    }

    @Test
    void a_file_that_is_larger_than_any_list_is_refused_without_being_kept() throws IOException {
        var endless = new Letters(AccountImports.LARGEST + 1);

        assertThat(imports.upload(manager, "huge.csv", endless)).isEqualTo(new Refused(ImportRefusal.TOO_LARGE));
    }

    private List<ImportRow> rows(AccountImportId id, int most) {
        var cells = new ImportCells(StandardCharsets.UTF_8, ',');
        var next = new AtomicLong(1);
        try {
            return store.files().beginning(id.id(), cells, most).stream()
                    .skip(1)
                    .map(texts -> new ImportRow(next.incrementAndGet(), new Cells(texts)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String file(int rows) {
        return "id,name,country,city,domain\n"
                + IntStream.range(0, rows)
                        .mapToObj(row ->
                                row + ",Company " + row + " of " + mark + ",DE,Bonn,c" + row + "." + mark + ".com")
                        .collect(Collectors.joining("\n"));
    }

    private long count() {
        return jdbc.sql("select count(*) from account where name like ?")
                .param("Company % of " + mark)
                .query(Long.class)
                .single();
    }

    private AccountSummary find(String name) {
        return list.page(new AccountFilter(name, null, null, false, null), 1).get(0);
    }

    private List<String> results(AccountImportId id) throws IOException {
        var csv = new StringBuilder();
        imports.results(id, csv, code -> code);
        return csv.toString()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("^(\\d+),.*?,([A-Z_]+),.*$", "$1 $2"))
                .toList();
    }

    private ImportUpload upload(byte[] content) throws IOException {
        return imports.upload(manager, "accounts.csv", new ByteArrayInputStream(content));
    }

    private AccountImportId started(byte[] content) throws IOException {
        var id = ((Accepted) upload(content)).id();
        var preview = imports.preview(id, "UTF-8");
        assertThat(imports.start(manager, id, preview.guess(), "UTF-8")).isEmpty();
        return id;
    }

    private ImportView run(String content) throws IOException {
        return run(content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportView run(byte[] content) throws IOException {
        var id = started(content);
        worker.work();
        var run = imports.get(id);
        assertThat(run.status()).isEqualTo(ImportView.Status.FINISHED);
        assertThat(run.done()).isEqualTo(run.total());
        return run;
    }
}
