package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.AccountStore.DesignationRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been laid down for accounts, word by word. What of it counts says {@link AccountStore#designationOf}. */
@Repository
class DesignationStore {

    /** The id of the word that counts on a day among those on the node {@code a} itself; takes the day twice. */
    static final String NEWEST_WORD_ON_NODE = """
            select e.id from account_designation e
            where e.account_id = a.id and e.valid_from <= ? and (e.withdrawn_from is null or e.withdrawn_from > ?)
            order by e.source, e.valid_from desc, e.recorded_at desc limit 1
            """;

    private final AccountStore accounts;
    private final AccountProfiles profiles;
    private final DesignationTable table;
    private final JdbcClient jdbc;

    DesignationStore(AccountStore accounts, AccountProfiles profiles, DesignationTable table, JdbcClient jdbc) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.table = table;
        this.jdbc = jdbc;
    }

    /**
     * Writes a word down. Where it says something else than what would count on its first day without it, partners with
     * a claim there are told as long beforehand as the table says.
     */
    void lay(AccountView account, DesignationRow word) {
        var noticeDays =
                table.about(profiles.find(account.id()), account.country()).noticeDays();
        var before = accounts.designationOf(account, word.from()).orElse(null);
        insert(word);
        var after = accounts.designationOf(account, word.from()).orElse(null);
        if (!same(before, after)) {
            jdbc.sql("update account_designation set tell_from = ? where id = ?")
                    .params(word.from().minusDays(noticeDays), word.id())
                    .update();
        }
    }

    /** Writes a word down that changes nothing for any partner, such as another day to look at it again. */
    void insert(DesignationRow word) {
        jdbc.sql("""
                        insert into account_designation (id, account_id, designation, partner_id, owner_id, reason,
                            help_paid, valid_from, review_on, recorded_at, source)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        word.id(),
                        word.account().id(),
                        word.designation().name(),
                        word.partner() == null ? null : word.partner().id(),
                        word.owner(),
                        word.reason(),
                        word.helpPaid(),
                        word.from(),
                        word.review(),
                        moment(word.recordedAt()),
                        word.source().name()))
                .update();
    }

    /** Every word ever spoken about this node, the newest first. */
    List<DesignationRow> of(AccountId account) {
        return jdbc.sql("select " + AccountStore.DESIGNATION_COLUMNS + " from account_designation d"
                        + " where d.account_id = ? order by d.valid_from desc, d.recorded_at desc")
                .param(account.id())
                .query(AccountStore::designation)
                .list();
    }

    /** What the table has said last about the node itself, for this day. */
    Optional<DesignationRow> tablesWordOn(AccountId account, LocalDate day) {
        return of(account).stream()
                .filter(word ->
                        word.source() == DesignationSource.TABLE && !word.from().isAfter(day))
                .findFirst();
    }

    private static boolean same(@Nullable DesignationRow before, @Nullable DesignationRow after) {
        if (before == null || after == null) {
            var word = before == null ? after : before;
            return word == null || word.designation() == Designation.OPEN;
        }
        return before.saysTheSameAs(after);
    }
}
