package io.handsel.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.applications.ApplicationOutcome.Done;
import io.handsel.deals.DealFixtures;
import io.handsel.dns.CodeOutcome;
import io.handsel.dns.DnsServer;
import io.handsel.engine.DueJobs;
import io.handsel.forms.FormValues;
import io.handsel.security.Actor;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.TaskDesk;
import io.handsel.territory.TerritoryView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies that apply, and what becomes of them. Import it into a Spring test. */
@TestComponent
public class ApplicationFixtures {

    private static final AtomicInteger DOMAINS = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("\\b[2-9A-HJ-NP-Z]{8}\\b");
    private static final Pattern LINK = Pattern.compile("/apply/([A-Za-z0-9_-]{43})");

    private final Applying applying;
    private final DealFixtures deals;
    private final DnsServer dns;
    private final TaskDesk tasks;
    private final JdbcClient jdbc;
    private final DueJobs jobs;
    private final MovableClock clock;

    ApplicationFixtures(
            Applying applying,
            DealFixtures deals,
            DnsServer dns,
            TaskDesk tasks,
            JdbcClient jdbc,
            DueJobs jobs,
            MovableClock clock) {
        this.applying = applying;
        this.deals = deals;
        this.dns = dns;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What the form asks, as a browser sends it; a company and a domain of its own each time. */
    public static Map<String, Object> answers() {
        var domain = "applicant-" + DOMAINS.incrementAndGet() + ".com";
        Map<String, Object> answers = new TreeMap<>();
        answers.put("businessName", CompanyNames.next());
        answers.put("street", "Hauptstraße 1");
        answers.put("postcode", "10115");
        answers.put("city", "Berlin");
        answers.put("country", "DE");
        answers.put("telephone", "+49 30 123456");
        answers.put("contactName", "Carla Contact");
        answers.put("contactEmail", "carla@" + domain);
        answers.put("domain", domain);
        answers.put("primaryDns", "ns1." + domain);
        answers.put("secondaryDns", "ns2." + domain);
        answers.put("products", List.of("platform"));
        answers.put("partnerType", "reseller");
        answers.put("serviceLevel", "standard");
        answers.put("size", "10-49");
        return answers;
    }

    public static ApplyAsPartner wish(Map<String, Object> answers) {
        return new ApplyAsPartner(
                text(answers, "businessName"),
                text(answers, "street"),
                text(answers, "postcode"),
                text(answers, "city"),
                text(answers, "country"),
                text(answers, "telephone"),
                text(answers, "contactName"),
                text(answers, "contactEmail"),
                null,
                text(answers, "domain"),
                text(answers, "primaryDns"),
                text(answers, "secondaryDns"),
                List.of("platform"),
                text(answers, "partnerType"),
                text(answers, "serviceLevel"),
                text(answers, "size"),
                null,
                answers.containsKey("vat") ? text(answers, "vat") : null,
                answers.containsKey("duns") ? text(answers, "duns") : null,
                null,
                "{}",
                Locale.UK);
    }

    public ApplicationId applied() {
        return applied(answers());
    }

    /** Applied, with a domain that is in order and proven by a code. */
    public ApplicationId applied(Map<String, Object> answers) {
        var domain = registrable(answers);
        dns.nameServers(domain, text(answers, "primaryDns"), text(answers, "secondaryDns"))
                .mail(domain, "mail." + domain);
        var application = appliedUnproven(answers);
        var link = link(text(answers, "contactEmail"));
        if (applying.sendCode(link, "postmaster") == CodeOutcome.SENT) {
            assertThat(applying.enterCode(link, code("postmaster@" + domain))).isEqualTo(CodeOutcome.PROVEN);
        }
        jobs.run();
        return application;
    }

    private static String registrable(Map<String, Object> answers) {
        return text(answers, "domain").replaceFirst("^www\\.", "");
    }

    /** The newest code that has been mailed to this address. */
    public String code(String address) {
        var code = CODE.matcher(mail(address));
        assertThat(code.find()).as("a code in %s", mail(address)).isTrue();
        return code.group();
    }

    /** Applied, and everything that follows at once has happened. */
    public ApplicationId appliedUnproven(Map<String, Object> answers) {
        germany();
        var outcome = applying.submit(wish(answers));
        if (!(outcome instanceof Done done)) {
            throw new AssertionError("Not taken: " + outcome);
        }
        jobs.run();
        return done.application();
    }

    /** The territory of the applicants, with its manager and its director. */
    public TerritoryView germany() {
        return deals.germany();
    }

    /** Who decides about the applicants first. */
    public Actor manager() {
        return deals.actor(germany().manager());
    }

    /** Who decides about them second. */
    public Actor director() {
        return deals.actor(germany().director());
    }

    /** The newest private link that has been mailed to this address. */
    public String link(String address) {
        var mails = jdbc.sql("select text_body from outbox_mail where recipient = ? order by position desc")
                .param(address)
                .query(String.class)
                .list();
        for (var mail : mails) {
            var link = LINK.matcher(mail);
            if (link.find()) {
                return link.group(1);
            }
        }
        throw new AssertionError("No link has been mailed to " + address + ": " + mails);
    }

    public List<String> subjects(String address) {
        return jdbc.sql("select subject from outbox_mail where recipient = ? order by position")
                .param(address)
                .query(String.class)
                .list();
    }

    /** The text of the newest mail to this address. */
    public String mail(String address) {
        return jdbc.sql("select text_body from outbox_mail where recipient = ? order by position desc limit 1")
                .param(address)
                .query(String.class)
                .single();
    }

    /** What people are asked to do about this application, by the task's name. */
    public List<String> waiting(ApplicationId application) {
        return jdbc.sql("select name from task_entry where case_key = ? order by name")
                .param(application.toString())
                .query(String.class)
                .list();
    }

    /** Decides the one open task of an application. */
    public DeskOutcome decide(Actor by, ApplicationId application, Map<String, Object> answers) {
        var task = jdbc.sql("select task_id, version from task_entry where case_key = ?")
                .param(application.toString())
                .query((row, number) -> Map.entry(row.getString("task_id"), row.getLong("version")))
                .single();
        var outcome = tasks.decide(by, task.getKey(), task.getValue(), new FormValues(answers), Map.of());
        jobs.run();
        return outcome;
    }

    public void jobs() {
        jobs.run();
    }

    /** Time passes, and what is due happens. */
    public void itIs(Instant moment) {
        clock.moveTo(moment);
        jobs.run();
    }

    public void itIs(String moment) {
        itIs(Instant.parse(moment));
    }

    private static String text(Map<String, Object> answers, String key) {
        return String.valueOf(answers.get(key));
    }
}
