package io.handsel.recruitment;

import jakarta.mail.MessagingException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What this module does by itself, on threads of its own, so that a long file holds nobody else's work up. */
@Component
@ConditionalOnProperty(name = "handsel.engine.jobs", havingValue = "true", matchIfMissing = true)
class RecruitmentBackground implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecruitmentBackground.class);
    private static final int THREADS = 2;
    private static final int SECONDS_TO_STOP = 20;

    private final CandidateImportWorker imports;
    private final OutreachMailbox mailbox;
    private @Nullable ScheduledExecutorService threads;

    RecruitmentBackground(CandidateImportWorker imports, OutreachMailbox mailbox) {
        this.imports = imports;
        this.mailbox = mailbox;
    }

    @Override
    public void start() {
        var executor = Executors.newScheduledThreadPool(THREADS);
        executor.scheduleWithFixedDelay(() -> safely(imports::work), 1, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> safely(this::readMail), 20, 60, TimeUnit.SECONDS);
        threads = executor;
    }

    private void readMail() {
        try {
            mailbox.read();
        } catch (MessagingException unreachable) {
            LOG.warn("RECRUIT-021 the mailbox cannot be read and is tried again", unreachable);
        }
    }

    /** A failure must not end the schedule; the next turn tries again. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("RECRUIT-020 background work failed and is tried again", failure);
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
