package io.handsel.accounts;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What this module does by itself: working imports off, making lapsed claims known, telling of new designations,
 * forgetting old questions. On threads of its own, so that a long import holds nobody else's work up.
 */
@Component
@ConditionalOnProperty(name = "handsel.engine.jobs", havingValue = "true", matchIfMissing = true)
class AccountBackground implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountBackground.class);
    private static final int TREES_AT_ONCE = 100;
    private static final int NOTICES_AT_ONCE = 100;
    private static final int QUESTIONS_AT_ONCE = 1000;
    private static final int THREADS = 2;
    private static final int SECONDS_TO_STOP = 20;

    private final AccountImportWorker imports;
    private final AccountClaims claims;
    private final NameIndex names;
    private final DesignationNotices notices;
    private final QuestionLog questions;
    private final Clock clock;
    private @Nullable ScheduledExecutorService threads;

    AccountBackground(
            AccountImportWorker imports,
            AccountClaims claims,
            NameIndex names,
            DesignationNotices notices,
            QuestionLog questions,
            Clock clock) {
        this.imports = imports;
        this.claims = claims;
        this.names = names;
        this.notices = notices;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public void start() {
        var executor = Executors.newScheduledThreadPool(THREADS);
        executor.scheduleWithFixedDelay(() -> safely(imports::work), 1, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> safely(this::endLapsed), 30, 30, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> safely(names::tidy), 1, 60, TimeUnit.MINUTES);
        executor.scheduleWithFixedDelay(() -> safely(this::tell), 60, 60, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> safely(this::forget), 10, 60, TimeUnit.MINUTES);
        threads = executor;
    }

    private void endLapsed() {
        while (claims.endLapsed(TREES_AT_ONCE) == TREES_AT_ONCE) {
            // The rest.
        }
    }

    private void tell() {
        while (notices.tellPartners(NOTICES_AT_ONCE) == NOTICES_AT_ONCE) {
            // The rest.
        }
        while (notices.tellOwners(NOTICES_AT_ONCE) == NOTICES_AT_ONCE) {
            // The rest.
        }
    }

    private void forget() {
        while (questions.forget(clock.instant(), QUESTIONS_AT_ONCE) == QUESTIONS_AT_ONCE) {
            // The rest.
        }
    }

    /** A failure must not end the schedule; the next turn tries again. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("ACCOUNT-020 background work failed and is tried again", failure);
        }
    }

    /** Lets the batch at hand be finished: an interrupt in the middle would only lose it. */
    @Override
    public void stop() {
        var executor = threads;
        if (executor == null) {
            return;
        }
        imports.stop();
        executor.shutdown();
        try {
            executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
