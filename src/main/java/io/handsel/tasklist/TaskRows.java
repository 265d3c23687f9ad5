package io.handsel.tasklist;

import io.handsel.engine.ProcessKey;
import io.handsel.kernel.Money;
import io.handsel.security.OrganisationId;
import io.handsel.security.PersonId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tasks are written in and read from the read model's tables. */
final class TaskRows {

    static final String COLUMNS = """
            e.task_id, e.process, e.element, e.name, e.case_key, e.title, e.partner_id, e.partner_name, e.territory,
            e.value_amount, e.value_currency, e.program, e.candidates, e.assignee, e.assignee_name, e.created, e.due,
            e.clock, e.follow_up, e.priority, e.version, e.changed""";

    private TaskRows() {}

    static TaskEntry entry(ResultSet row, int number) throws SQLException {
        var partner = row.getObject("partner_id", UUID.class);
        var assignee = row.getObject("assignee", UUID.class);
        var amount = row.getBigDecimal("value_amount");
        return new TaskEntry(
                row.getString("task_id"),
                ProcessKey.of(row.getString("process")),
                row.getString("element"),
                row.getString("name"),
                row.getString("case_key"),
                row.getString("title"),
                partner == null ? null : new OrganisationId(partner),
                row.getString("partner_name"),
                row.getString("territory"),
                money(amount, row.getString("value_currency")),
                row.getString("program"),
                names(row.getString("candidates")),
                assignee == null ? null : new PersonId(assignee),
                row.getString("assignee_name"),
                instant(row, "created"),
                optionalInstant(row, "due"),
                optionalInstant(row, "follow_up"),
                row.getInt("priority"),
                row.getLong("version"),
                instant(row, "changed"));
    }

    static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, Currency.getInstance(currency));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime written(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Sorted, so that the same groups are always written alike. */
    static String written(Collection<String> names) {
        return String.join(",", new TreeSet<>(names));
    }

    static Set<String> names(String written) {
        return Arrays.stream(written.split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
