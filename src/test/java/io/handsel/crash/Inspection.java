package io.handsel.crash;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Looks into the database and the mail server; what must be so whatever people were doing, it knows itself. */
final class Inspection {

    private final Connection database;
    private final Findings findings = new Findings();

    private Inspection(Connection database) {
        this.database = database;
    }

    /** What is looked at. */
    interface Look {

        void at(Inspection inspection) throws SQLException;
    }

    static Findings of(Store store, Look look) {
        try (var connection = store.connect()) {
            var inspection = new Inspection(connection);
            look.at(inspection);
            return inspection.findings;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Findings findings() {
        return findings;
    }

    /** Every process waits where somebody or the clock will find it. */
    void engine() throws SQLException {
        stuck("is a task nobody sees", """
            select id_ from act_ru_task where not exists (select 1 from task_entry where task_id = id_)\
            """);
        stuck("is a line of the task list without its task", """
            select title from task_entry where not exists (select 1 from act_ru_task where task_id = id_)\
            """);
        stuck("is an incident", "select incident_msg_ from act_ru_incident");
        stuck("is a continuation that was not run", "select handler_type_ from act_ru_job where type_ = 'message'");
        stuck("is a job that failed", """
            select coalesce(exception_msg_, handler_type_) from act_ru_job
                where retries_ < 1 or exception_msg_ is not null\
            """);
    }

    /** Whatever the query finds is not there as it was told. */
    void lost(String what, String query) throws SQLException {
        find(findings.lost(), what, query);
    }

    /** Whatever the query finds is there too often. */
    void twice(String what, String query) throws SQLException {
        find(findings.twice(), what, query);
    }

    /** Whatever the query finds still waits. */
    void stuck(String what, String query) throws SQLException {
        find(findings.stuck(), what, query);
    }

    private void find(List<String> found, String what, String query) throws SQLException {
        for (var row : rows(query)) {
            found.add(row + " " + what);
        }
    }

    /**
     * Every mail has arrived, and none but those.
     *
     * @return their keys
     */
    Set<String> mails(Mailbox mailbox) throws SQLException {
        var received = mailbox.contents();
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (var mail : rows("select once_key, state from outbox_mail")) {
            var id = "<" + UUID.nameUUIDFromBytes(mail.get(0).getBytes(StandardCharsets.UTF_8)) + "@localhost>";
            keys.add(mail.get(0));
            ids.add(id);
            if (!mail.get(1).equals("SENT") || !received.containsKey(id)) {
                findings.mails().add(mail + " did not arrive");
            }
        }
        received.forEach((id, contents) -> {
            if (!ids.contains(id)) {
                findings.mails().add("A mail without a key came: " + contents.get(0));
            }
            if (new HashSet<>(contents).size() > 1) {
                findings.mails().add("One key, several contents: " + contents);
            }
        });
        return keys;
    }

    /** Exactly one mail has a key that begins so. */
    void once(Set<String> keys, String beginning) {
        long count = keys.stream().filter(key -> key.startsWith(beginning)).count();
        if (count != 1) {
            findings.mails().add(beginning + "was told " + count + " times");
        }
    }

    List<List<String>> rows(String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (var statement = database.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
