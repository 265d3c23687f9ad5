package io.handsel.disputes;

import static io.handsel.deals.DealFixtures.aDeal;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.RegisterDeal;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.engine.DueJobs;
import io.handsel.forms.Attachment;
import io.handsel.forms.FormValues;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.TaskDesk;
import io.handsel.territory.TerritoryView;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two partners who both want one customer, and what they do about it. Import it into a Spring test. */
@TestComponent
public class DisputeFixtures {

    private final DealFixtures deals;
    private final DisputeOpening opening;
    private final EvidenceDesk evidence;
    private final TaskDesk tasks;
    private final JdbcClient jdbc;
    private final DueJobs jobs;
    private final MovableClock clock;

    DisputeFixtures(
            DealFixtures deals,
            DisputeOpening opening,
            EvidenceDesk evidence,
            TaskDesk tasks,
            JdbcClient jdbc,
            DueJobs jobs,
            MovableClock clock) {
        this.deals = deals;
        this.opening = opening;
        this.evidence = evidence;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A partner with somebody who sells and the deal that is at stake. */
    public record Party(PartnerView partner, Actor sales, DealId deal) {}

    /** Two partners at odds. */
    public record Case(
            DisputeId dispute, Party challenger, @Nullable Party holder, TerritoryView territory) {

        public Party other() {
            return Objects.requireNonNull(holder);
        }
    }

    /** The one has the customer, the other's registration is rejected because of that. */
    public Case twoPartners() {
        var wish = aDeal();
        var holder = approved(wish.deal());
        clock.advance(Duration.ofMinutes(1));
        var challenger = registered(wish.with("ownReference", "").deal());
        return new Case(DisputeId.create(), challenger, holder, deals.germany());
    }

    /** The same, and the second has opened a dispute. */
    public Case opened() {
        var two = twoPartners();
        return opened(two, "We were there first.");
    }

    public Case opened(Case two, String reason) {
        var outcome = opening.open(two.challenger().sales(), two.challenger().deal(), reason);
        jobs.run();
        if (outcome instanceof Done done) {
            return new Case(done.dispute(), two.challenger(), two.holder(), two.territory());
        }
        throw new AssertionError("Not opened: " + outcome);
    }

    /** Both have said what they have, and the manager is asked. */
    public Case inSettlement() {
        var dispute = opened();
        evidence.done(dispute.challenger().sales(), dispute.dispute());
        evidence.done(dispute.other().sales(), dispute.dispute());
        jobs.run();
        return dispute;
    }

    public Party registered(RegisterDeal wish) {
        var partner = deals.partner();
        var sales = deals.sales(partner);
        var deal = deals.register(sales, wish);
        jobs.run();
        return new Party(partner, sales, deal);
    }

    public Party approved(RegisterDeal wish) {
        var party = registered(wish);
        decide(deals.actor(party.partner().manager()), party.deal().toString(), Map.of("decision", "approve"));
        return party;
    }

    public Party rejected() {
        var party = registered(aDeal().deal());
        decide(
                deals.actor(party.partner().manager()),
                party.deal().toString(),
                Map.of("decision", "reject", "reason", "too-early"));
        return party;
    }

    public Actor manager(Case dispute) {
        return deals.actor(dispute.territory().manager());
    }

    public Actor director(Case dispute) {
        return deals.actor(dispute.territory().director());
    }

    public DeskOutcome settle(Case dispute, Actor by, String verdict) {
        return tryToDecide(by, dispute.dispute().toString(), ruling(verdict));
    }

    public static Map<String, Object> ruling(String verdict) {
        return Map.of("verdict", verdict, "reason", "Looked at both.", "text", "We have looked at everything.");
    }

    public DisputeOutcome put(Actor by, Case dispute, EvidenceKind kind, String words, @Nullable String fileName) {
        return evidence.put(
                by,
                dispute.dispute(),
                new PutEvidence(kind, LocalDate.of(2026, 2, 20), "Carla Customer", words),
                fileName == null ? null : pdf(fileName));
    }

    public static Attachment pdf(String name) {
        var content = "%PDF-1.7 evidence".getBytes(StandardCharsets.US_ASCII);
        return Attachment.received(name, "application/pdf", content.length, () -> new ByteArrayInputStream(content));
    }

    /** Decides the one open task of a case, and expects it to be taken. */
    public void decide(Actor by, String caseKey, Map<String, Object> answers) {
        var outcome = tryToDecide(by, caseKey, answers);
        if (!(outcome instanceof DeskOutcome.Done)) {
            throw new AssertionError("Not decided: " + outcome);
        }
    }

    public DeskOutcome tryToDecide(Actor by, String caseKey, Map<String, Object> answers) {
        var task = jdbc.sql("select task_id, version from task_entry where case_key = ?")
                .param(caseKey)
                .query((row, number) -> Map.entry(row.getString("task_id"), row.getLong("version")))
                .single();
        var outcome = tasks.decide(by, task.getKey(), task.getValue(), new FormValues(answers), Map.of());
        jobs.run();
        return outcome;
    }

    /** What people are asked to do for this case, by the task's name. */
    public List<String> waiting(Case dispute) {
        return jdbc.sql("select name from task_entry where case_key = ? order by name")
                .param(dispute.dispute().toString())
                .query(String.class)
                .list();
    }

    /** Time passes, and what is due happens. */
    public void itIs(Instant moment) {
        clock.moveTo(moment);
        jobs.run();
    }

    public void itIs(String moment) {
        itIs(Instant.parse(moment));
    }
}
