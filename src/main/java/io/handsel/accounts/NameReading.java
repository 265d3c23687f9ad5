package io.handsel.accounts;

import io.handsel.accounts.matching.KnownAccount;
import io.handsel.accounts.matching.LiveIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The names of accounts as the index of names learns them, read as a stream: a million accounts are not held twice. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NameReading {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final String NAMES = """
            select a.id, a.country, a.city, a.name as first_name, n.name as other_name
            from account a left join account_name n on n.account_id = a.id
            where a.merged_into is null
            """;

    private final JdbcTemplate jdbc;

    NameReading(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
    }

    LiveIndex all(LongConsumer readSoFar) {
        try (var rows = jdbc.queryForStream(NAMES + " order by a.id", NameReading::row)) {
            return LiveIndex.of(new ByAccount(rows.iterator()), readSoFar);
        }
    }

    Optional<KnownAccount> one(AccountId id) {
        try (Stream<Row> rows = jdbc.queryForStream(NAMES + " and a.id = ?", NameReading::row, id.id())) {
            var accounts = new ByAccount(rows.iterator());
            return accounts.hasNext() ? Optional.of(accounts.next()) : Optional.empty();
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("country"),
                row.getString("city"),
                row.getString("first_name"),
                row.getString("other_name"));
    }

    private record Row(
            UUID id,
            @Nullable String country,
            @Nullable String city,
            String name,
            @Nullable String otherName) {}

    /** Puts the rows of one account, which follow each other, together. */
    private static final class ByAccount implements Iterator<KnownAccount> {

        private final Iterator<Row> rows;
        private @Nullable Row next;

        ByAccount(Iterator<Row> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public KnownAccount next() {
            var first = next;
            if (first == null) {
                throw new NoSuchElementException();
            }
            var names = new LinkedHashSet<String>();
            names.add(first.name());
            while (next != null && next.id().equals(first.id())) {
                if (next.otherName() != null) {
                    names.add(next.otherName());
                }
                next = rows.hasNext() ? rows.next() : null;
            }
            return new KnownAccount(
                    first.id().toString(), List.copyOf(names), text(first.country()), text(first.city()));
        }

        private static String text(@Nullable String place) {
            return place == null ? "" : place;
        }
    }
}
