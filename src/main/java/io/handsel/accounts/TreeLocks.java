package io.handsel.accounts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One lock for each account tree, on its root, held until the transaction ends: whoever decides about claims and
 * designations in a tree or changes its shape does so alone. It comes after the locks on partner, register and
 * identifiers, and several trees are locked in the order of their roots' ids.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TreeLocks {

    private final AccountStore accounts;
    private final JdbcClient jdbc;

    TreeLocks(AccountStore accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** The account with its tree locked, as it is then. */
    AccountView lock(AccountView account) {
        lock(List.of(account.id()));
        return accounts.find(account.id()).orElseThrow();
    }

    /**
     * Locks the trees these accounts are in. While one waits an account may move to another tree: then that is the one to
     * be locked.
     *
     * @return their roots
     */
    List<AccountId> lock(Collection<AccountId> nodes) {
        while (true) {
            var roots = rootsOf(nodes);
            jdbc.sql("savepoint account_tree").update();
            roots.forEach(accounts::lock);
            if (rootsOf(nodes).equals(roots)) {
                jdbc.sql("release savepoint account_tree").update();
                return roots;
            }
            // Whoever moves it again wants both trees: to wait for one with the other locked would be a deadlock.
            jdbc.sql("rollback to savepoint account_tree").update();
        }
    }

    /** Sorted here, because databases differ in how ids are ordered. */
    private List<AccountId> rootsOf(Collection<AccountId> nodes) {
        return nodes.isEmpty()
                ? List.of()
                : jdbc
                        .sql("select distinct present.root_id from account a"
                                + " join account present on present.id = coalesce(a.merged_into, a.id)"
                                + " where a.id in (:nodes)")
                        .param("nodes", nodes.stream().map(AccountId::id).toList())
                        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(AccountId::id))
                        .toList();
    }
}
