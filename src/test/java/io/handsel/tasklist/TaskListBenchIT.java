package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.PostgresDatabase;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bench of the task list: 100,000 open tasks of one group on PostgreSQL, and what the first and the five-hundredth
 * page cost. {@code mvn test -Pproof -Dtest=TaskListBenchIT} prints both.
 */
@Tag("proof")
@ErrandDomain
class TaskListBenchIT {

    private static final int TASKS = 100_000;
    private static final int PAGE = 500;
    private static final int ROUNDS = 200;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    Errands errands;

    @Autowired
    TaskInbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void page_500_is_as_fast_as_page_1() {
        load();
        var manager = errands.person("Mona", Role.MANAGER).actor();
        @Nullable String cursor = null;
        for (int page = 1; page < PAGE; page++) {
            cursor = inbox.page(manager, TaskFilter.ALL, cursor).next();
        }
        assertThat(cursor).isNotNull();
        median(manager, null);
        median(manager, cursor);

        var first = median(manager, null);
        var last = median(manager, cursor);

        System.out.printf(
                "task list at %,d open tasks: page 1 %.2f ms, page %d %.2f ms, ratio %.2f%n",
                TASKS, first / 1e6, PAGE, last / 1e6, (double) last / first);
        assertThat((double) last / first).isLessThanOrEqualTo(1.5);
    }

    private long median(Actor actor, @Nullable String cursor) {
        var nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            var start = System.nanoTime();
            assertThat(inbox.page(actor, TaskFilter.ALL, cursor).entries()).hasSize(50);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2];
    }

    private void load() {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into task_entry (task_id, process, element, name, case_key, title, partner_name,
                                territory, value_amount, value_currency, program, candidates, created, due, clock,
                                priority, version, changed, words)
                            select 'bench-' || n, 'errand', 'DecideErrand', 'Decide the errand', 'case-' || n,
                                'Case ' || n, 'Partner ' || n %% 500, 'South', n, 'EUR', 'standard', 'manager',
                                timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second',
                                timestamptz '2026-06-01 00:00:00Z' + (n * 7919 %% 100000) * interval '1 minute',
                                timestamptz '2026-06-01 00:00:00Z' + (n * 7919 %% 100000) * interval '1 minute',
                                50, 1, timestamptz '2026-01-01 00:00:00Z', 'case ' || n
                            from generate_series(1, %d) n
                            """.formatted(TASKS)).update();
            jdbc.sql("insert into task_reader (reader, clock, created, task_id) "
                            + "select 'group:manager', clock, created, task_id from task_entry")
                    .update();
            jdbc.sql("analyze").update();
        });
    }
}
