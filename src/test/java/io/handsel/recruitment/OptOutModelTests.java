package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.engine.DueJobs;
import io.handsel.kernel.EmailAddress;
import io.handsel.recruitment.CandidateOutcome.Added;
import io.handsel.recruitment.CandidateUpload.Accepted;
import io.handsel.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No order of imports, campaigns, merges and opt-outs lets a mail go to an address that has opted out. Sequences come
 * from jqwik's generators; after each step every mail that is there is compared with who had opted out before.
 */
@RecruitmentTest
class OptOutModelTests {

    private static final int STEPS = 14;
    private static final int ADDRESSES = 4;
    private static final long SEED = 20261122;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CandidateIntake intake;

    @Autowired
    CandidateDesk desk;

    @Autowired
    CandidateImports imports;

    @Autowired
    CandidateImportWorker worker;

    @Autowired
    Outreach outreach;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);

    enum Deed {
        ADD,
        IMPORT,
        CAMPAIGN,
        END_CAMPAIGN,
        WRITE,
        OPT_OUT_BY_LINK,
        OPT_OUT_BY_TELEPHONE,
        MERGE,
        REOPEN,
        DAYS_PASS
    }

    /** @param first and {@code second} choose whom it is about */
    record Step(Deed deed, int first, int second) {}

    @Test
    void no_order_of_steps_writes_to_whoever_has_opted_out() {
        walk(25);

        assertThat(done.keySet()).contains(Deed.WRITE, Deed.OPT_OUT_BY_LINK, Deed.MERGE, Deed.IMPORT);
    }

    @Test
    @Tag("proof")
    void no_order_of_a_thousand_sequences_writes_to_whoever_has_opted_out() {
        walk(1000);

        assertThat(done.keySet()).containsExactlyInAnyOrder(Deed.values());
    }

    private void walk(int sequences) {
        clock.moveTo(MovableClock.START);
        JqwikSession.run(() -> {
            var steps = sequences().generator(1000);
            var random = new Random(SEED);
            for (int number = 0; number < sequences; number++) {
                new World().walk(steps.next(random).value());
            }
        });
    }

    private static Arbitrary<List<Step>> sequences() {
        var someone = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(Arbitraries.of(Deed.class), someone, someone)
                .as(Step::new)
                .list()
                .ofSize(STEPS);
    }

    /** One vendor with some campaigns, and a handful of addresses that come again and again. */
    private final class World {

        private final Actor manager = fixtures.manager();
        private final String mark =
                UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        private final List<CampaignId> running = new ArrayList<>(List.of(fixtures.running(manager)));
        private final List<CandidateId> candidates = new ArrayList<>();
        private final Set<String> optedOut = new HashSet<>();

        void walk(List<Step> steps) {
            for (var step : steps) {
                if (take(step)) {
                    done.merge(step.deed(), 1, Integer::sum);
                }
                check(step, steps);
            }
            clock.advance(Duration.ofDays(11));
            jobs.run();
            check(null, steps);
        }

        private boolean take(Step step) {
            switch (step.deed()) {
                case ADD -> {
                    if (intake.add(manager, campaign(step), wish(step), CandidateSource.FORM) instanceof Added added) {
                        candidates.add(added.candidate());
                    }
                }
                case IMPORT -> bringIn(step);
                case CAMPAIGN -> running.add(fixtures.running(manager));
                case END_CAMPAIGN -> {
                    if (running.size() < 2) {
                        return false;
                    }
                    campaigns.end(manager, running.remove(step.first() % running.size()));
                }
                case DAYS_PASS -> {
                    clock.advance(Duration.ofDays(1 + step.first() % 5));
                    jobs.run();
                }
                default -> {
                    return !candidates.isEmpty() && onCandidate(step);
                }
            }
            return true;
        }

        private boolean onCandidate(Step step) {
            var id = candidates.get(step.first() % candidates.size());
            var address = desk.get(id).known().email();
            return switch (step.deed()) {
                case WRITE -> {
                    var outcome = desk.write(manager, id);
                    jobs.run();
                    clock.advance(Duration.ofMinutes(2));
                    jobs.run();
                    yield outcome instanceof CandidateOutcome.Done;
                }
                case OPT_OUT_BY_LINK -> {
                    if (address == null) {
                        yield false;
                    }
                    optedOut.add(address);
                    yield outreach.optOut(fixtures.link(id));
                }
                case OPT_OUT_BY_TELEPHONE -> {
                    var outcome = desk.optOut(manager, id);
                    if (address != null) {
                        optedOut.add(address);
                    }
                    yield outcome instanceof CandidateOutcome.Done;
                }
                case MERGE ->
                    desk.merge(manager, id, candidates.get(step.second() % candidates.size()))
                            instanceof CandidateOutcome.Done;
                case REOPEN -> {
                    desk.reject(manager, id);
                    yield desk.reopen(manager, id) instanceof CandidateOutcome.Done;
                }
                default -> throw new IllegalStateException("No deed on a candidate: " + step);
            };
        }

        /** No mail server takes anything here: what was not taken back would still be waiting. */
        private void check(@Nullable Step step, List<Step> steps) {
            for (var address : optedOut) {
                var mails = jdbc.sql("select count(*) from outbox_mail where recipient = ?")
                        .param(address)
                        .query(Long.class)
                        .single();
                assertThat(mails)
                        .as("mails to %s after %s in %s", address, step, steps)
                        .isZero();
            }
        }

        private void bringIn(Step step) {
            var wish = wish(step);
            var file = "company,country,email\n" + wish.company() + ",DE,"
                    + (wish.email() == null ? "" : wish.email()) + "\nSecond " + wish.company() + ",DE,"
                    + address(step.second()) + "\n";
            try {
                var id = ((Accepted) imports.upload(
                                manager,
                                campaign(step),
                                "list.csv",
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                        .id();
                worker.work();
                jdbc
                        .sql(
                                "select candidate_id from candidate_import_row where import_id = ? and result <> 'REFUSED'")
                        .param(id.id())
                        .query((row, number) -> new CandidateId(row.getObject(1, UUID.class)))
                        .list()
                        .stream()
                        .filter(candidate -> !candidates.contains(candidate))
                        .forEach(candidates::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private CampaignId campaign(Step step) {
            return running.get(step.first() % running.size());
        }

        /** Few names and few addresses, so that the same come again; some without an address, to be merged. */
        private NewCandidate wish(Step step) {
            return new NewCandidate(
                    "Company " + step.first() % 6 + " " + mark,
                    null,
                    "DE",
                    null,
                    step.second() % 3 == 0 ? null : address(step.second()),
                    null,
                    null,
                    CandidateTraits.UNKNOWN);
        }

        private String address(int number) {
            return new EmailAddress(number % ADDRESSES + "-" + mark + "@gmail.com").address();
        }
    }
}
