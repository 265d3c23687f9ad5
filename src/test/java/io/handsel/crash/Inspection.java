package io.handsel.crash;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what people were told with what the database and the mail server hold. */
final class Inspection {

    private final Connection database;
    private final Findings findings = new Findings();

    private Inspection(Connection database) {
        this.database = database;
    }

    static Findings of(Store store, Told told, Mailbox mailbox) {
        try (var connection = store.connect()) {
            var inspection = new Inspection(connection);
            inspection.deals(told);
            inspection.processes();
            inspection.mails(told, mailbox.contents());
            return inspection.findings;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void deals(Told told) throws SQLException {
        Map<String, String> status = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (var deal : rows("select customer, cast(id as varchar(36)), status from deal")) {
            if (!known.add(deal.get(0))) {
                findings.twice().add(deal + " is there twice");
            }
            status.put(deal.get(0) + " " + deal.get(1), deal.get(2));
        }
        told.registered().forEach((customer, id) -> {
            var stands = status.get(customer + " " + id);
            if (stands == null) {
                findings.lost().add(customer + " " + id + " was accepted and is not there");
            } else if (told.decided().containsKey(customer)
                    && !stands.equals(told.decided().get(customer))) {
                findings.stuck().add(customer + " " + id + " was decided and is " + stands);
            }
        });
        known.removeAll(told.registered().keySet());
        known.forEach(customer -> findings.twice().add(customer + " is there and nobody was told"));
    }

    /** Every deal has one process, and every process waits where somebody or the clock will find it. */
    private void processes() throws SQLException {
        stuck("is SUBMITTED", "select customer from deal where status = 'SUBMITTED'");
        stuck("has no process", """
            select customer from deal where not exists (select 1 from act_hi_procinst p
                where p.business_key_ = cast(deal.id as varchar(36)) and p.proc_def_key_ = 'deal-registration')\
            """);
        stuck("is open without a running process", """
            select customer from deal where status in ('SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED', 'APPROVED')
                and not exists (select 1 from act_ru_execution e
                    where e.business_key_ = cast(deal.id as varchar(36)) and e.parent_id_ is null)\
            """);
        stuck("is in review without a task", """
            select customer from deal where status = 'IN_REVIEW' and 1 <> (select count(*) from act_ru_task t
                join act_ru_execution e on e.id_ = t.proc_inst_id_
                join task_entry on task_entry.task_id = t.id_
                where e.business_key_ = cast(deal.id as varchar(36)))\
            """);
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
        for (var deal : rows("""
            select business_key_, count(*) from act_hi_procinst where proc_def_key_ = 'deal-registration'
                group by business_key_ having count(*) > 1\
            """)) {
            findings.twice().add(deal + " has more than one process");
        }
    }

    private void stuck(String what, String query) throws SQLException {
        for (var row : rows(query)) {
            findings.stuck().add(row + " " + what);
        }
    }

    private void mails(Told told, Map<String, List<String>> received) throws SQLException {
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
        told.registered().forEach((customer, deal) -> {
            expect(keys, "RECEIVED", deal);
            expect(keys, "REVIEW_WAITING", deal);
            if (told.decided().containsKey(customer)) {
                expect(keys, told.decided().get(customer), deal);
            }
        });
    }

    private void expect(Set<String> keys, String notice, String deal) {
        long count = keys.stream()
                .filter(key -> key.startsWith("deal " + notice + " " + deal + " "))
                .count();
        if (count != 1) {
            findings.mails().add(notice + " was told " + count + " times of " + deal);
        }
    }

    private List<List<String>> rows(String query) throws SQLException {
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
