package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.audit.AuditTrail;
import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of accounts that decides whose they are. */
@Service
@Transactional
public class AccountProfiles {

    static final String COLUMNS = "p.segment, p.employees, p.industry, p.existing_customer";

    private final AccountStore accounts;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    AccountProfiles(AccountStore accounts, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty where nobody has written anything. */
    @Transactional(readOnly = true)
    public AccountProfile find(AccountId account) {
        return jdbc.sql("select " + COLUMNS + " from account_profile p where p.account_id = ?")
                .param(account.id())
                .query(AccountProfiles::profile)
                .optional()
                .orElseGet(AccountProfile::empty);
    }

    /** Writes the profile of an account there is; what the table then says of it is applied by nobody but a person. */
    public void write(Actor actor, AccountId account, AccountProfile profile) {
        accounts.lock(account);
        if (profile.equals(find(account))) {
            return;
        }
        var parameters = Arrays.asList(
                profile.segment(),
                profile.employees(),
                profile.industry(),
                profile.existingCustomer(),
                moment(clock.instant()),
                account.id());
        int changed = jdbc.sql("""
                        update account_profile set segment = ?, employees = ?, industry = ?, existing_customer = ?,
                            written_at = ?
                        where account_id = ?
                        """).params(parameters).update();
        if (changed == 0) {
            jdbc.sql("""
                            insert into account_profile (segment, employees, industry, existing_customer, written_at,
                                account_id)
                            values (?, ?, ?, ?, ?, ?)
                            """).params(parameters).update();
        }
        audit.record(AccountRegister.reference(account), actor, "profiled", Map.of("profile", profile.toString()));
    }

    static AccountProfile profile(ResultSet row, int number) throws SQLException {
        var employees = row.getLong("employees");
        return new AccountProfile(
                row.getString("segment"),
                row.wasNull() ? null : employees,
                row.getString("industry"),
                row.getBoolean("existing_customer"));
    }
}
