package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.journey.DemoTour.Stop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a page weighs on the line, with its style and its script, as a browser asks for it. */
@Journey
class PageWeightIT {

    private static final Set<String> LISTS = Set.of("/deals", "/tasks");
    private static final int LIST = 60_000;
    private static final int OTHER = 100_000;
    private static final int MANY = 120;

    private static final Pattern PARTS =
            Pattern.compile("<(?:link rel=\"stylesheet\" href|script type=\"module\" src)=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, Integer> parts = new HashMap<>();
    private final Set<String> full = new TreeSet<>();

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    /** So many tasks and deals that their lists have a next page. */
    @BeforeEach
    void fill() {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("""
                        insert into deal select (jsonb_populate_record(null::deal, to_jsonb(one) || jsonb_build_object(
                            'id', gen_random_uuid(), 'deal_number', 'FULL-' || n, 'own_reference', null))).*
                        from (select * from deal order by deal_number limit 1) one, generate_series(1, ?) n""").param(MANY).update();
            jdbc.sql("""
                        with one as (select * from task_entry where assignee_name = 'Marta Engel' limit 1),
                            copies as (insert into task_entry
                                select (jsonb_populate_record(null::task_entry, to_jsonb(one) ||
                                    jsonb_build_object('task_id', 'full-' || n, 'case_key', gen_random_uuid(), 'created', now()))).*
                                from one, generate_series(1, ?) n returning task_id)
                        insert into task_reader
                        select (jsonb_populate_record(null::task_reader, to_jsonb(shown) ||
                            jsonb_build_object('task_id', copies.task_id))).*
                        from one join task_reader shown on shown.task_id = one.task_id, copies""").param(MANY).update();
        });
    }

    @AfterEach
    void empty() {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("delete from task_entry where task_id like 'full-%'").update();
            jdbc.sql("delete from deal where deal_number like 'FULL-%'").update();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_page_is_light(Visitors visitors) throws IOException {
        return Stream.concat(
                new DemoTour(application, visitors)
                        .stops().stream().map(stop -> DynamicTest.dynamicTest(stop.name(), () -> weigh(stop))),
                Stream.of(DynamicTest.dynamicTest(
                        "the lists were full", () -> assertThat(full).containsExactlyInAnyOrderElementsOf(LISTS))));
    }

    private void weigh(Stop stop) throws IOException {
        var pattern = stop.route().pattern();
        for (var address : stop.addresses()) {
            var page = get(stop, address);
            int weight = page.body().length;
            var html = unpacked(page.body());
            if (LISTS.contains(pattern) && html.contains("rel=\"next\"")) {
                full.add(pattern);
            }
            var found = PARTS.matcher(html);
            while (found.find()) {
                weight += parts.computeIfAbsent(
                        found.group(1), part -> get(stop, part).body().length);
            }
            assertThat(weight).as(address).isLessThanOrEqualTo(LISTS.contains(pattern) ? LIST : OTHER);
        }
        assertThat(parts).as("style and script").hasSizeGreaterThanOrEqualTo(2);
    }

    /** As it comes over the line, still packed. */
    private HttpResponse<byte[]> get(Stop stop, String address) {
        var context = stop.visitor().page().context();
        var cookies = context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        var site = application.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + site + address))
                .header("Accept", "text/html,*/*")
                .header("Accept-Encoding", "gzip")
                .header("Cookie", cookies)
                .build();
        try {
            var answer = browser.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Encoding"))
                    .as("packing of " + address)
                    .contains("gzip");
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String unpacked(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
