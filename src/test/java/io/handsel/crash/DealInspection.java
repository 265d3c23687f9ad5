package io.handsel.crash;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compares what people were told of deals with what the database and the mail server hold. */
final class DealInspection {

    private final Inspection inspection;
    private final Findings findings;

    private DealInspection(Inspection inspection) {
        this.inspection = inspection;
        this.findings = inspection.findings();
    }

    static Findings of(Store store, Told told, Mailbox mailbox) {
        return Inspection.of(store, general -> {
            var inspection = new DealInspection(general);
            inspection.deals(told);
            inspection.processes();
            general.engine();
            inspection.mails(told, general.mails(mailbox));
        });
    }

    private void deals(Told told) throws SQLException {
        Map<String, String> status = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (var deal : inspection.rows("select customer, cast(id as varchar(36)), status from deal")) {
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

    private void processes() throws SQLException {
        inspection.stuck("is SUBMITTED", "select customer from deal where status = 'SUBMITTED'");
        inspection.stuck("has no process", """
            select customer from deal where not exists (select 1 from act_hi_procinst p
                where p.business_key_ = cast(deal.id as varchar(36)) and p.proc_def_key_ = 'deal-registration')\
            """);
        inspection.stuck("is open without a running process", """
            select customer from deal where status in ('SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED', 'APPROVED')
                and not exists (select 1 from act_ru_execution e
                    where e.business_key_ = cast(deal.id as varchar(36)) and e.parent_id_ is null)\
            """);
        inspection.stuck("is in review without a task", """
            select customer from deal where status = 'IN_REVIEW' and 1 <> (select count(*) from act_ru_task t
                join act_ru_execution e on e.id_ = t.proc_inst_id_
                join task_entry on task_entry.task_id = t.id_
                where e.business_key_ = cast(deal.id as varchar(36)))\
            """);
        inspection.twice("has more than one process", """
            select business_key_, count(*) from act_hi_procinst where proc_def_key_ = 'deal-registration'
                group by business_key_ having count(*) > 1\
            """);
    }

    private void mails(Told told, Set<String> keys) {
        told.registered().forEach((customer, deal) -> {
            expect(keys, "RECEIVED", deal);
            expect(keys, "REVIEW_WAITING", deal);
            if (told.decided().containsKey(customer)) {
                expect(keys, told.decided().get(customer), deal);
            }
        });
    }

    private void expect(Set<String> keys, String notice, String deal) {
        inspection.once(keys, "deal " + notice + " " + deal + " ");
    }
}
