package io.handsel.crash;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what people were told of partners and agreements with what the database and the mail server hold. */
final class PartnerInspection {

    private final Inspection inspection;

    private PartnerInspection(Inspection inspection) {
        this.inspection = inspection;
    }

    /** What must be so at every moment, also when the application has just fallen. */
    static Findings atAnyMoment(Store store, Applicants applicants, ToldPartners told) {
        return Inspection.of(store, general -> new PartnerInspection(general).always(applicants, told));
    }

    /** What must be so besides, once everything that was going on has come to its end. */
    static Findings settled(Store store, Applicants applicants, ToldPartners told, Mailbox mailbox) {
        return Inspection.of(store, general -> {
            var inspection = new PartnerInspection(general);
            inspection.always(applicants, told);
            inspection.nothingWaits();
            general.engine();
            inspection.mails(general.mails(mailbox));
        });
    }

    private void always(Applicants applicants, ToldPartners told) throws SQLException {
        partners();
        signatures();
        told(
                "was approved",
                told.approved(),
                "select business_name from partner_application where status = 'APPROVED'");
        told(
                "was recommended",
                told.recommended(),
                "select business_name from partner_application where status in ('SECOND_REVIEW', 'APPROVED')");
        told("has a password", told.arrived(), """
            select partner.name from partner join person on person.organisation_id = partner.id
                where password_hash is not null\
            """);
        told("has signed", told.signed(), ofAgreements("signature_of is not null"));
        told("was counter-signed", told.counterSigned(), ofAgreements("status = 'IN_FORCE'"));
        Predicate<String> alone = company -> !applicants.distributors().contains(company);
        told(
                "is in force with one signature",
                told.signed().stream().filter(alone).collect(Collectors.toSet()),
                ofAgreements("status = 'IN_FORCE'"));
    }

    /** Each partner whole: never one without what belongs to it, and nothing of it twice. */
    private void partners() throws SQLException {
        inspection.lost("is a partner without an application that was approved", """
            select name from partner where not exists
                (select 1 from partner_application a where a.partner_id = partner.id and a.status = 'APPROVED')\
            """);
        inspection.twice(
                "is a company with two partners",
                "select name, count(*) from partner group by name having count(*) > 1");
        inspection.twice("is a partner of two applications", """
            select partner_id, count(*) from partner_application where partner_id is not null
                group by partner_id having count(*) > 1\
            """);
        inspection.twice("is an application approved so often", """
            select a.business_name, count(*) from partner_application a
                join audit_entry e on e.subject_id = a.id and e.action = 'approved'
                group by a.business_name having count(*) > 1\
            """);
        inspection.lost("is approved, and nobody has written it down", """
            select business_name from partner_application a where status = 'APPROVED' and not exists
                (select 1 from audit_entry e where e.subject_id = a.id and e.action = 'approved')\
            """);
        inspection.lost("is in onboarding and has another standing", """
            select name, standing from partner where standing not in ('ONBOARDING', 'ACTIVE')\
            """);
        one("agreement", "agreement g where g.partner_id = p.id");
        one("agreement that counts", "agreement g where g.current_for = p.id");
        one("onboarding", "onboarding o where o.partner_id = p.id");
        one("company", "partner_company c where c.partner_id = p.id");
        one("person", "person h where h.organisation_id = p.id");
        one("administrator", """
            person h join person_role r on r.person_id = h.id
                where h.organisation_id = p.id and h.active and r.role = 'PARTNER_ADMIN'\
            """);
        one("manager", """
            person h join person_role r on r.person_id = h.id
                where h.id = p.manager_id and h.active and r.role = 'MANAGER'\
            """);
        one("process of its agreement", """
            act_hi_procinst i join agreement g on i.business_key_ = cast(g.id as varchar(36))
                where g.partner_id = p.id and i.proc_def_key_ = 'agreement'\
            """);
        one("process of its onboarding", """
            act_hi_procinst i join onboarding o on i.business_key_ = cast(o.id as varchar(36))
                where o.partner_id = p.id and i.proc_def_key_ = 'partner-onboarding'\
            """);
    }

    private void one(String what, String from) throws SQLException {
        inspection.lost(
                "has not exactly one " + what,
                "select p.name, (select count(*) from " + from + ") from partner p where 1 <> (select count(*) from "
                        + from + ")");
    }

    /** What is signed is the text that was shown; what is in force has its file, whole. */
    private void signatures() throws SQLException {
        inspection.lost("is signed without a signature on its text", """
            select agreement_number from agreement g where status in ('SIGNED', 'IN_FORCE') and 1 <>
                (select count(*) from agreement_signature s join agreement_document d
                    on d.agreement_id = s.agreement_id and d.revision = s.revision
                    where s.agreement_id = g.id and d.revision = g.revision and s.document_sha256 = d.sha256
                        and d.sha256 = encode(sha256(convert_to(d.html, 'UTF8')), 'hex'))\
            """);
        inspection.lost("has a signature and is not signed", """
            select agreement_number from agreement g where status not in ('SIGNED', 'IN_FORCE')
                and exists (select 1 from agreement_signature s where s.agreement_id = g.id)\
            """);
        inspection.lost("is in force without its file", """
            select agreement_number from agreement g where status = 'IN_FORCE' and 1 <>
                (select count(*) from agreement_file f where f.agreement_id = g.id
                    and f.sha256 = encode(sha256(f.content), 'hex')
                    and substring(f.content from 1 for 5) = convert_to('%PDF-', 'UTF8'))\
            """);
        inspection.lost("has a file and is not in force", """
            select agreement_number from agreement g where status <> 'IN_FORCE'
                and exists (select 1 from agreement_file f where f.agreement_id = g.id)\
            """);
        inspection.lost("is in force, and its step of the onboarding is not done", """
            select agreement_number from agreement g where status = 'IN_FORCE' and not exists
                (select 1 from onboarding o join onboarding_step s on s.onboarding_id = o.id
                    where o.partner_id = g.partner_id and s.kind = 'SIGN' and s.done_at is not null)\
            """);
    }

    private void nothingWaits() throws SQLException {
        inspection.stuck("is an application under review without a task", """
            select business_name from partner_application a where status in ('IN_REVIEW', 'SECOND_REVIEW')
                and 1 <> (select count(*) from task_entry where case_key = cast(a.id as varchar(36)))\
            """);
        inspection.stuck("is decided and still has a task", """
            select business_name from partner_application a where status in ('APPROVED', 'REJECTED', 'WITHDRAWN')
                and exists (select 1 from task_entry where case_key = cast(a.id as varchar(36)))\
            """);
        inspection.stuck("is decided and its vetting runs", """
            select business_name from partner_application a where status = 'APPROVED' and exists
                (select 1 from act_ru_execution e where e.business_key_ = cast(a.id as varchar(36)))\
            """);
        inspection.stuck("is an agreement that waits for nobody", """
            select agreement_number from agreement g where status in ('ASKED', 'SIGNED') and not exists
                (select 1 from act_ru_execution e where e.business_key_ = cast(g.id as varchar(36)))\
            """);
        inspection.stuck("is signed and waits for no signature of ours", """
            select agreement_number from agreement g where status = 'SIGNED'
                and 1 <> (select count(*) from task_entry where case_key = cast(g.id as varchar(36)))\
            """);
        inspection.stuck("is in force and its process runs", """
            select agreement_number from agreement g where status = 'IN_FORCE' and exists
                (select 1 from act_ru_execution e where e.business_key_ = cast(g.id as varchar(36)))\
            """);
        inspection.stuck("is an onboarding that does not run", """
            select id from onboarding o where status = 'RUNNING' and not exists
                (select 1 from act_ru_execution e where e.business_key_ = cast(o.id as varchar(36)))\
            """);
    }

    private void mails(Set<String> keys) throws SQLException {
        for (var approved : inspection.rows("select id from partner_application where status = 'APPROVED'")) {
            inspection.once(keys, "application APPROVED " + approved.get(0) + " ");
        }
        inspection.lost("has not exactly one invitation", """
            select p.name from partner p join person h on h.organisation_id = p.id
                where 1 <> (select count(*) from outbox_mail m
                    where m.recipient = h.email and m.once_key like 'password-link %')\
            """);
    }

    private void told(String what, Set<String> companies, String query) throws SQLException {
        // Before anything is looked up: what is told meanwhile may have happened since.
        var expected = Set.copyOf(companies);
        var there = inspection.rows(query).stream().map(row -> row.get(0)).collect(Collectors.toSet());
        expected.stream()
                .filter(company -> !there.contains(company))
                .forEach(company ->
                        inspection.findings().lost().add(company + ", somebody was told, " + what + ", and is not"));
    }

    private static String ofAgreements(String standing) {
        return "select partner.name from partner join agreement on agreement.partner_id = partner.id where " + standing;
    }
}
