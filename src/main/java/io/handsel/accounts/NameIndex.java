package io.handsel.accounts;

import io.handsel.accounts.AccountChanges.Following;
import io.handsel.accounts.matching.LiveIndex;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This node's index of every name of every account: read from the database when the node starts, then following the
 * changes all nodes write. It may be late, so it decides nothing alone: before an account is made for a customer it does
 * not know, the register is locked and the index follows to the newest change there is.
 */
@Component
class NameIndex implements AccountRecogniser.Names, SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(NameIndex.class);
    private static final int PROGRESS = 100_000;
    /** More changes than this are quicker read by reading everything again. */
    private static final int MOST_FOLLOWED = 5_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final NameReading reading;
    private final AccountChanges changes;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final ReentrantLock following = new ReentrantLock();
    /** Only one asker at a time takes a second connection to follow: all of them together could empty the pool. */
    private final AtomicBoolean asked = new AtomicBoolean();

    private volatile CompletableFuture<LiveIndex> index = new CompletableFuture<>();
    private volatile long readSoFar;
    private volatile long seen;
    private volatile @Nullable Thread builder;

    NameIndex(NameReading reading, AccountChanges changes, PlatformTransactionManager transactions, Clock clock) {
        this.reading = reading;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
    }

    /**
     * Waits a little for an index that is being read; then whoever asks is told that nobody can say yet. Changes others
     * have committed are followed first.
     */
    @Override
    public Optional<LiveIndex> ready() {
        try {
            var ready = index.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            follow();
            return Optional.of(ready);
        } catch (TimeoutException reading) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Follows what has been committed, unless somebody else is doing so: who asks gets the answer of a moment ago rather
     * than wait, and who grants follows with the register locked.
     */
    void follow() {
        if (index.isDone() && changes.last() > seen && asked.compareAndSet(false, true)) {
            try {
                // The connection first, then the lock: whoever holds the lock waits for nobody.
                apart.executeWithoutResult(status -> followHolding(changes.last()));
            } finally {
                asked.set(false);
            }
        }
    }

    /** Follows up to a change, in the transaction of whoever has the register locked. */
    void follow(long last) {
        if (index.isDone()) {
            followHolding(last);
        }
    }

    private void followHolding(long last) {
        following.lock();
        try {
            followTo(last);
        } finally {
            following.unlock();
        }
    }

    private void followTo(long last) {
        if (last <= seen) {
            return;
        }
        Following changed = changes.after(seen, last);
        var ready = index.join();
        if (changed.incomplete() || changed.accounts().size() > MOST_FOLLOWED) {
            index = CompletableFuture.completedFuture(reading.all(this::progress));
        } else {
            changed.accounts()
                    .forEach(id -> reading.one(id).ifPresentOrElse(ready::put, () -> ready.remove(id.toString())));
        }
        seen = last;
    }

    /** Takes away the changes that every node has followed long since. */
    void tidy() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> changes.forgetBefore(clock.instant().minus(KEPT)));
    }

    private void read() {
        while (builder != null) {
            try {
                var began = System.nanoTime();
                apart.executeWithoutResult(status -> {
                    // First the number, then the accounts: what changes in between is followed once more.
                    long last = changes.last();
                    var read = reading.all(this::progress);
                    seen = last;
                    index.complete(read);
                });
                LOG.info(
                        "ACCOUNT-030 {} accounts can be found by name, read in {} ms",
                        readSoFar,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                return;
            } catch (DataAccessException | TransactionException absent) {
                LOG.warn("ACCOUNT-031 the index of names cannot be read yet: {}", absent.getMessage());
                pause();
            }
        }
    }

    private void progress(long accounts) {
        readSoFar = accounts;
        if (accounts % PROGRESS == 0) {
            LOG.info("ACCOUNT-032 {} accounts read for the index of names", accounts);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not up until the names can be found: a balancer sends questions to nodes that can answer them. */
    @Override
    public Health health() {
        var health = index.isDone() ? Health.up() : Health.outOfService();
        return health.withDetail("accounts", readSoFar)
                .withDetail("change", seen)
                .build();
    }

    @Override
    public void start() {
        var thread = new Thread(this::read, "account-names");
        thread.setDaemon(true);
        builder = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = builder;
        builder = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return builder != null;
    }

    /** Before those who ask while the application still starts, such as the demonstration: they would wait for nothing. */
    @Override
    public int getPhase() {
        return 0;
    }
}
