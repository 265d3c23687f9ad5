package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.AccountStore.DesignationRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** Whether a person's word at the node {@code a} or above it counts on a day; takes the day twice. */
    static final String PERSONS_WORD_ABOVE = """
            exists (select 1 from account_designation p join account b on b.id = p.account_id
                where b.root_id = a.root_id and a.path like b.path || '%' and p.source = 'PERSON'
                and p.valid_from <= ? and (p.withdrawn_from is null or p.withdrawn_from > ?))
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
     * a claim there are told as long beforehand as the table says; what only takes back what nobody has heard of is told
     * to nobody.
     */
    void lay(AccountView account, DesignationRow word) {
        var noticeDays =
                table.about(profiles.find(account.id()), account.country()).noticeDays();
        var before = accounts.designationOf(account, word.from()).orElse(null);
        insert(word);
        var after = accounts.designationOf(account, word.from()).orElse(null);
        if (same(before, after)) {
            return;
        }
        var dayBefore =
                accounts.designationOf(account, word.from().minusDays(1)).orElse(null);
        if (same(dayBefore, after) && (before == null || !isTold(before.id()))) {
            return;
        }
        jdbc.sql("update account_designation set tell_from = ?, replaced_partner_id = ? where id = ?")
                .params(Arrays.asList(
                        word.from().minusDays(noticeDays),
                        before == null || before.partner() == null
                                ? null
                                : before.partner().id(),
                        word.id()))
                .update();
    }

    private boolean isTold(UUID word) {
        return jdbc.sql("select count(*) from account_designation_notice where designation_id = ?")
                        .param(word)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(DesignationRow word) {
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

    /** The same word holds on, until it is looked at another time. */
    void reviewAgain(UUID word, LocalDate day) {
        jdbc.sql("update account_designation set review_on = ?, review_told_at = null where id = ?")
                .params(day, word)
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

    /** A word that partners are told of. */
    Optional<Told> find(UUID word) {
        return jdbc.sql("select " + AccountStore.DESIGNATION_COLUMNS
                        + ", d.tell_from from account_designation d where d.id = ?")
                .param(word)
                .query((row, number) ->
                        new Told(AccountStore.designation(row, number), row.getObject("tell_from", LocalDate.class)))
                .optional();
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

    /** @param tellFrom from which day on partners are told; null where there is nothing to tell */
    record Told(DesignationRow row, @Nullable LocalDate tellFrom) {

        /** Whether it was laid down with less notice than partners are promised. */
        boolean isLate() {
            return tellFrom != null
                    && LocalDate.ofInstant(row.recordedAt(), ZoneOffset.UTC).isAfter(tellFrom);
        }
    }
}
