package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What has changed in the register of accounts, in the order in which it was committed. Whoever creates, renames, moves,
 * merges or removes accounts takes the one lock first; so the numbers of the changes have no gaps that are filled later,
 * and whoever holds the lock sees everything that could speak against a new account.
 *
 * <p>The order of locks is: partner, this, identifiers, roots of trees in the order of their ids.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccountChanges {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    AccountChanges(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Waits until nobody else writes the register, and keeps others waiting until this transaction ends. */
    void lock() {
        lock(last -> {});
    }

    /**
     * The same, and tells the number of the newest change others have made; only the first time in a transaction,
     * because afterwards there may be changes that are rolled back.
     */
    void lock(LongConsumer newest) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        long last = jdbc.sql("select last from account_change_head where id = 1 for update")
                .query(Long.class)
                .single();
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new Held());
        newest.accept(last);
    }

    /** Writes down which accounts are new or different; takes the lock if that has not been done. */
    void changed(AccountId... accounts) {
        changed(List.of(accounts));
    }

    void changed(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        lock();
        long last = last();
        var now = moment(clock.instant());
        var rows = new ArrayList<Object[]>();
        for (var account : accounts) {
            rows.add(new Object[] {++last, account.id(), now});
        }
        batches.batchUpdate("insert into account_change (position, account_id, changed_at) values (?, ?, ?)", rows);
        jdbc.sql("update account_change_head set last = ? where id = 1")
                .param(last)
                .update();
    }

    /** The number of the newest change. */
    long last() {
        return jdbc.sql("select last from account_change_head where id = 1")
                .query(Long.class)
                .single();
    }

    /** The accounts changed after one number up to another, each once, and whether some of them are no longer known. */
    Following after(long seen, long last) {
        long oldest = jdbc.sql("select coalesce(min(position), 0) from account_change")
                .query(Long.class)
                .single();
        var accounts = jdbc.sql("select distinct account_id from account_change where position > ? and position <= ?")
                .params(seen, last)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
        return new Following(accounts, last > seen && (oldest == 0 || oldest > seen + 1));
    }

    /** Takes away what every node that is alive has followed long since. */
    int forgetBefore(Instant before) {
        return jdbc.sql("delete from account_change where changed_at < ?")
                .param(moment(before))
                .update();
    }

    /** @param incomplete some changes have been taken away already: everything must be read again */
    record Following(List<AccountId> accounts, boolean incomplete) {}

    /** The mark that this transaction, and no other of the thread, holds the lock. */
    private final class Held implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AccountChanges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AccountChanges.this, Boolean.TRUE);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AccountChanges.this);
        }
    }
}
