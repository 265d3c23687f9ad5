package io.handsel.shell.web;

import static example.ExampleApplication.partner;
import static io.handsel.shell.web.LayoutTests.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import example.ShellExample;
import io.handsel.PostgresDatabase;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ShellExample
class OncePerKeyIT {

    private static final int SENDERS = 50;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Once once;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Test
    void fifty_at_once_have_one_effect_and_one_answer() throws Exception {
        for (int round = 0; round < 10; round++) {
            Actor ana = partner(Role.PARTNER_SALES);
            String key = UUID.randomUUID().toString();

            List<String> answers = together(() -> {
                var answer = mvc.post()
                        .uri("/example/parts")
                        .param("text", key)
                        .param("_once", key)
                        .with(csrf())
                        .with(signedIn(ana))
                        .exchange();
                return answer.getResponse().getStatus() + answer.getResponse().getContentAsString();
            });

            assertThat(answers).hasSize(SENDERS);
            assertThat(answers.stream().distinct()).singleElement().asString().startsWith("200<p>");
            assertThat(notes(key)).isEqualTo(1);
        }
    }

    /** Another node has no queue in common with this one: there the unique row alone decides. */
    @Test
    void without_the_queue_of_a_node_the_row_decides() throws Exception {
        var act = new Once.Act("ana", UUID.randomUUID().toString(), "/example");
        var perSender = new TransactionTemplate(transactions);
        perSender.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        List<Boolean> begun = together(() -> perSender.execute(status -> once.begin(act, "hash", Instant.EPOCH)));

        assertThat(begun).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    private static <T> List<T> together(Callable<T> task) throws Exception {
        var start = new CyclicBarrier(SENDERS);
        var senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<T>> sent = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                sent.add(senders.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            senders.shutdownNow();
        }
    }

    private long notes(String text) {
        return jdbc.sql("select count(*) from note where text = ?")
                .param(text)
                .query(Long.class)
                .single();
    }
}
