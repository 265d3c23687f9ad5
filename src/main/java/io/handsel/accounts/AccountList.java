package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.shell.HarmlessCsv;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists accounts, for the vendor's people; a page goes on behind the last account of the one before. */
@Service
@Transactional(readOnly = true)
public class AccountList {

    private static final int EXPORT_PAGE = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page of accounts by name, or by an identifier if the text is one. */
    public List<AccountSummary> page(AccountFilter filter, int most) {
        var conditions = new ArrayList<String>();
        conditions.add("a.merged_into is null");
        var parameters = new ArrayList<Object>();
        var now = clock.instant();
        parameters.add(moment(now));
        // The newest word on the node itself; what an ancestor lays down is shown on the account's page.
        parameters.add(now.atZone(ZoneOffset.UTC).toLocalDate());
        parameters.add(now.atZone(ZoneOffset.UTC).toLocalDate());
        if (filter.text() != null) {
            var key = AccountNameKey.plain(filter.text());
            conditions.add("((a.search_key >= ? and a.search_key < ?)"
                    + " or a.id in (select i.account_id from account_identity i where i.identifier in (?, ?, ?)"
                    + " and i.kind in ('DUNS', 'VAT', 'REGISTRY', 'DOMAIN', 'NAME')))");
            parameters.add(key);
            parameters.add(key + "\uffff");
            parameters.add(
                    Identifier.domain(filter.text()).map(Identifier::text).orElse(key));
            parameters.add(Identifier.duns(filter.text()).map(Identifier::text).orElse(key));
            parameters.add(Identifier.vat(filter.text(), filter.country())
                    .map(Identifier::text)
                    .orElse(key));
        }
        if (filter.country() != null) {
            conditions.add("a.country = ?");
            parameters.add(filter.country());
        }
        if (filter.designation() != null) {
            conditions.add("coalesce(d.designation, 'OPEN') = ?");
            parameters.add(filter.designation().name());
        }
        if (filter.claimed()) {
            conditions.add("exists (select 1 from account_claim c where c.account_id = a.id and c.ended_at is null"
                    + " and c.until > ?)");
            parameters.add(moment(now));
        }
        if (filter.after() != null) {
            conditions.add("(a.search_key, a.id) > (select b.search_key, b.id from account b where b.id = ?)");
            parameters.add(filter.after().id());
        }
        parameters.add(most);
        return jdbc.sql("select " + AccountStore.COLUMNS
                        + ", coalesce(d.designation, 'OPEN') as designation,"
                        + " (select count(*) from account_claim c where c.account_id = a.id and c.ended_at is null"
                        + " and c.until > ?) as claims"
                        + " from account a left join account_designation d on d.account_id = a.id and d.id ="
                        + " (" + DesignationStore.NEWEST_WORD_ON_NODE + ")"
                        + " where " + String.join(" and ", conditions)
                        + " order by a.search_key, a.id limit ?")
                .params(parameters)
                .query((row, number) -> new AccountSummary(
                        AccountStore.account(row, number),
                        Designation.valueOf(row.getString("designation")),
                        row.getLong("claims")))
                .list();
    }

    /** Every account the filter shows, as CSV that no spreadsheet takes for formulas. */
    public void export(AccountFilter filter, Appendable out) {
        var csv = new HarmlessCsv(out, "id", "name", "kind", "country", "city", "designation", "claims");
        var page = page(filter, EXPORT_PAGE);
        while (!page.isEmpty()) {
            for (var line : page) {
                var account = line.account();
                csv.row(
                        account.id(),
                        account.name(),
                        account.kind(),
                        account.country(),
                        account.city(),
                        line.designation(),
                        line.claims());
            }
            page = page.size() < EXPORT_PAGE
                    ? List.of()
                    : page(filter.after(page.get(page.size() - 1).account().id()), EXPORT_PAGE);
        }
    }
}
