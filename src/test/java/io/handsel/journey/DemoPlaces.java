package io.handsel.journey;

import io.handsel.routes.Routes.Route;
import io.handsel.security.PersonView;
import java.sql.Types;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes into the variables of a path, and after its question mark, when somebody looks around the demonstration. */
class DemoPlaces {

    /** Questions about ids, by the pattern up to its last variable; {@code :company} is the reader's. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry(
                    "/accounts/{id}",
                    "(select id from account order by id limit 1) union (select account_id from account_designation"
                            + " limit 1) union (select account_id from account_claim limit 1)"),
            Map.entry(
                    "/accounts/imports/{id}", "select distinct on (status) id from account_import order by status, id"),
            Map.entry(
                    "/agreements/{id}",
                    "select distinct on (status) id from agreement where cast(:company as uuid) is null"
                            + " or partner_id = :company order by status, agreement_number"),
            Map.entry("/agreements/templates/{name}", "select 'reseller-en'"),
            // The links of applicants are in their mails only, which wait as long as there is no mail server.
            Map.entry(
                    "/apply/{token}",
                    "select substring(text_body from '/apply/([A-Za-z0-9_-]{43})') from outbox_mail where subject like"
                            + " 'APP-%' and text_body like '%/apply/%' order by position desc limit 2"),
            Map.entry("/campaigns/{id}", "select id from campaign order by created_at limit 1"),
            Map.entry(
                    "/candidates/{id}",
                    "select distinct on (state) id from candidate where merged_into is null order by state, id"),
            Map.entry(
                    "/candidates/imports/{id}",
                    "select distinct on (status) id from candidate_import order by status, uploaded_at"),
            Map.entry("/cases/start/{process}", "select 'request-sample'"),
            Map.entry(
                    "/deals/{id}",
                    // The demonstration's own come first; what others did to theirs does not decide what is seen.
                    "(select distinct on (status) id from deal where partner_id = :company and deal_number like 'HD-%'"
                            + " order by status, deal_number) union (select id from deal where partner_id = :company"
                            + " and status = 'APPROVED' and deal_number like 'HD-%' order by deal_number limit 2)"
                            + " union (select id from deal where cast(:company as uuid) is null"
                            + " and status = 'IN_REVIEW' and deal_number like 'HD-%' order by deal_number limit 2)"),
            Map.entry(
                    "/disputes/{id}",
                    "(select id from dispute where cast(:company as uuid) is null order by dispute_number limit 2)"
                            + " union (select id from dispute where :company in (challenger_partner_id, holder_partner_id) order by"
                            + " dispute_number limit 2)"),
            Map.entry(
                    "/distributors/{id}",
                    "select id from reseller_link where reseller_id = :company order by invited_at limit 2"),
            Map.entry(
                    "/resellers/{id}",
                    "select id from reseller_link where distributor_id = :company and status = 'ACCEPTED'"
                            + " order by invited_at limit 1"),
            Map.entry("/onboarding/partners/{id}", "select partner_id from onboarding order by started_at limit 1"),
            Map.entry("/training/{course}", "select 'portal'"),
            Map.entry("/training/{course}/lessons/{place}", "select 'portal/1'"),
            Map.entry("/training/certificates/{id}", "select id from training_certificate"),
            Map.entry("/operations/mail/{position}", "select position from outbox_mail order by position limit 1"),
            Map.entry(
                    "/operations/questions/{asker}",
                    "(select person_id from account_question order by id limit 1)"
                            + " union (select id from partner order by name limit 1)"),
            // As the links of applicants, those to say "no more mails" are in mails only.
            Map.entry(
                    "/opt-out/{token}",
                    "select substring(text_body from '/opt-out/([A-Za-z0-9_-]+)') from outbox_mail where text_body like"
                            + " '%/opt-out/%' order by position limit 1"),
            Map.entry("/partners/{id}", "select id from partner order by name limit 2"),
            Map.entry(
                    "/tasks/{id}",
                    "select distinct on (element, assignee) task_id from task_entry order by element, assignee,"
                            + " created"),
            Map.entry(
                    "/territories/{id}", "select id from territory where parent_id is not null order by name limit 1"),
            Map.entry("/operations/people/{id}", "select id from person order by sign_in_name limit 2"),
            Map.entry(
                    "/partner/locations/{location}",
                    "select id from partner_location where partner_id = :company order by name_key limit 1"),
            Map.entry(
                    "/partners/{id}/locations/{location}",
                    "select partner_id || '/' || id from partner_location order by name_key limit 1"),
            Map.entry(
                    "/partner/people/{id}",
                    "select id from person where organisation_id = :company order by sign_in_name limit 2"));

    /** What makes a page show more, or less, than when it is opened. */
    private static final Map<String, List<String>> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("/accounts", List.of("", "?search=nothing+of+that+name"));
        QUESTIONS.put("/accounts/house", List.of("", "?show=due", "?show=coming"));
        QUESTIONS.put("/accounts/check", List.of("", "?name=Wanderheim+Kassel", "?name=Bavarian+State+Library"));
        QUESTIONS.put("/agreements", List.of("", "?status=DECLINED"));
        QUESTIONS.put("/agreements/verify", List.of("", "?hash=none"));
        QUESTIONS.put("/apply", List.of("", "?invitation=nobody-s"));
        QUESTIONS.put("/deals", List.of("", "?search=nothing+of+that+name"));
        QUESTIONS.put("/disputes", List.of("", "?search=nothing+of+that+name"));
        QUESTIONS.put("/operations/questions", List.of("", "?by=partner", "?show=blocked"));
        QUESTIONS.put("/partners", List.of("", "?search=nothing+of+that+name"));
        QUESTIONS.put("/receipts", List.of("", "?receipt=none"));
        QUESTIONS.put("/sign-in", List.of("", "?news=out"));
        QUESTIONS.put("/tasks", List.of("", "?search=nothing+of+that+name", "?said=tasklist.said.decided"));
    }

    private final JdbcClient jdbc;
    private final Map<String, String> known = new HashMap<>();

    DemoPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What no question to the database answers: keys that are kept as hashes only. */
    void know(String subject, String id) {
        known.put(subject, id);
    }

    /** Addresses a reader may try; whether they lead anywhere depends on who it is. */
    List<String> of(Route route, @Nullable PersonView reader) {
        var questions = QUESTIONS.getOrDefault(route.pattern(), List.of(""));
        return ids(route, reader)
                .map(route::path)
                .flatMap(path -> questions.stream().map(path::concat))
                .toList();
    }

    private Stream<List<String>> ids(Route route, @Nullable PersonView reader) {
        if (!route.hasVariables()) {
            return Stream.of(List.of());
        }
        if (known.containsKey(route.subject())) {
            return Stream.of(List.of(known.get(route.subject())));
        }
        var question = IDS.get(route.subject());
        if (question == null) {
            return Stream.empty();
        }
        var company = reader == null || reader.organisation() == null
                ? null
                : reader.organisation().id();
        return jdbc
                .sql(question)
                .param("company", company, Types.OTHER)
                .query((row, number) -> List.of(row.getString(1).split("/")))
                .list()
                .stream();
    }
}
