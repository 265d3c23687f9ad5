package io.handsel.accounts;

import io.handsel.PostgresDatabase;
import io.handsel.accounts.MatchingBench.Answer;
import io.handsel.accounts.matching.KnownAccount;
import io.handsel.accounts.matching.MatchingFiles.Question;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * What PostgreSQL does alone: names without case, accents and legal form in a table with a trigram index, the most
 * similar first, those of the same country before others. Its bounds were tuned on the development questions
 * (docs/matching.md).
 */
final class TrigramContestant implements MatchingBench.Contestant {

    private static final float TAKEN_FROM = Float.parseFloat(System.getProperty("trgm.taken", "0.78"));
    private static final float FREE_BELOW = Float.parseFloat(System.getProperty("trgm.free", "0.62"));
    private static final float SAME_COUNTRY = 0.1f;
    private static final int ROWS_AT_ONCE = 20_000;

    private final PreparedStatement select;
    private final List<String> refs = new ArrayList<>();
    private float score;

    TrigramContestant(List<KnownAccount> accounts) {
        try {
            long started = System.nanoTime();
            var connection =
                    DriverManager.getConnection(PostgresDatabase.create().url());
            try (var statement = connection.createStatement()) {
                statement.execute("create extension if not exists pg_trgm");
                statement.execute("create table known (id text not null, name text not null, country text not null)");
                copy(connection, accounts);
                statement.execute("create index known_name on known using gin (name gin_trgm_ops)");
                statement.execute("vacuum analyze known");
                try (var version = statement.executeQuery("select version()")) {
                    version.next();
                    System.out.println(version.getString(1));
                }
            }
            System.out.printf(
                    "%d accounts in PostgreSQL in %d ms%n", accounts.size(), (System.nanoTime() - started) / 1_000_000);
            select = connection.prepareStatement("""
                    select id, least(1, similarity(name, ?) + case when country = ? then ? else 0 end) as likeness
                    from known where name % ? order by likeness desc, id limit 5
                    """);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Connection connection, List<KnownAccount> accounts) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (int from = 0; from < accounts.size(); from += ROWS_AT_ONCE) {
            var rows = new StringBuilder();
            for (var account : accounts.subList(from, Math.min(accounts.size(), from + ROWS_AT_ONCE))) {
                for (var name : account.names()) {
                    rows.append(account.id())
                            .append('\t')
                            .append(AccountNameKey.of(name))
                            .append('\t')
                            .append(account.country())
                            .append('\n');
                }
            }
            copy.copyIn("copy known from stdin", new StringReader(rows.toString()));
        }
    }

    @Override
    public void ask(Question question) {
        var name = AccountNameKey.of(question.asked().name());
        refs.clear();
        score = 0;
        try {
            select.setString(1, name);
            select.setString(2, question.asked().country());
            select.setFloat(3, SAME_COUNTRY);
            select.setString(4, name);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    score = refs.isEmpty() ? rows.getFloat(2) : score;
                    refs.add(rows.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public Answer answer(Question question) {
        var verdict = score >= TAKEN_FROM ? "taken" : score < FREE_BELOW ? "free" : "review";
        return new Answer(verdict, score, List.copyOf(refs));
    }
}
