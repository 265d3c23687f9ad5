package io.handsel.demo;

import io.handsel.engine.DueJobs;
import io.handsel.kernel.Money;
import io.handsel.recruitment.CampaignBrief;
import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.CampaignOutcome;
import io.handsel.recruitment.CampaignPlan;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateDesk;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.CandidateImports;
import io.handsel.recruitment.CandidateIntake;
import io.handsel.recruitment.CandidateOutcome;
import io.handsel.recruitment.CandidateSource;
import io.handsel.recruitment.CandidateTraits;
import io.handsel.recruitment.Candidates;
import io.handsel.recruitment.NewCandidate;
import io.handsel.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One campaign of two weeks: whom it has found, who has answered, applied, become a partner, or wants no more. */
@Component
@Profile("demo")
class DemoRecruitment {

    private static final Duration AGE = Duration.ofDays(15);
    private static final List<String> NAMES = List.of(
            "Alpenblick Systemhaus",
            "Birkenfeld Digital",
            "Castell Networks",
            "Donau Datentechnik",
            "Eichhorn IT",
            "Falkensee Cloud",
            "Gotthard Informatik",
            "Hansen & Petersen",
            "Isar Softwarehaus",
            "Jura Managed Services",
            "Kranich Consulting",
            "Lindau Systems",
            "Moselwerk",
            "Neckar Networks",
            "Oderbruch IT",
            "Pilatus Data",
            "Quellstein",
            "Rheinufer Technik",
            "Salzach Solutions",
            "Tannhof Systemhaus",
            "Uckermark Digital",
            "Voralpen Cloud",
            "Weserbogen IT",
            "Xanten Software",
            "Ybbs Informatik",
            "Zugspitz Systems",
            "Ammersee Data",
            "Bodensee Managed",
            "Chiemgau Services",
            "Dachstein IT",
            "Ems Digital",
            "Fichtelberg");
    private static final List<String> SEGMENTS = List.of("manufacturing", "health", "retail", "public-sector");
    private static final List<String> COUNTRIES = List.of("DE", "DE", "AT", "CH", "PL");
    /** New ones, one that is there already, one that wants no mails, and one of a country that does not exist. */
    private static final String BROUGHT_FROM_A_FAIR = """
            Company;Country;Domain;E-mail;Segment;Employees
            Grenzland Rechenzentrum;DE;grenzland-rz.example;hallo@grenzland-rz.example;public-sector;85
            Hochrhein Software;CH;hochrhein-software.example;post@hochrhein-software.example;health;24
            Innviertel Netze;AT;innviertel-netze.example;office@innviertel-netze.example;manufacturing;41
            Alpenblick Systemhaus;DE;;info@alpenblick-systemhaus.example;manufacturing;8
            Messestand Nord;DE;messestand-nord.example;info@donau-datentechnik.example;retail;12
            Ohne Land;XX;ohne-land.example;info@ohne-land.example;retail;5
            """;

    private final Campaigns campaigns;
    private final CandidateIntake intake;
    private final CandidateImports imports;
    private final CandidateDesk desk;
    private final Candidates candidates;
    private final DueJobs jobs;
    private final DemoClock clock;

    DemoRecruitment(
            Campaigns campaigns,
            CandidateIntake intake,
            CandidateImports imports,
            CandidateDesk desk,
            Candidates candidates,
            DueJobs jobs,
            DemoClock clock) {
        this.campaigns = campaigns;
        this.intake = intake;
        this.imports = imports;
        this.desk = desk;
        this.candidates = candidates;
        this.jobs = jobs;
        this.clock = clock;
    }

    void liveThrough(DemoPeople people) {
        var today = clock.instant();
        var begin = today.minus(AGE);
        var manager = people.actor("manager");
        goTo(begin);
        var campaign = campaign(manager, LocalDate.ofInstant(begin, ZoneOffset.UTC));
        var found = new ArrayList<CandidateId>();
        for (int number = 0; number < NAMES.size(); number++) {
            found.add(add(manager, campaign, number));
        }
        partners(manager, campaign, today);
        found.subList(0, 20).forEach(candidate -> desk.write(manager, candidate));
        goTo(begin.plus(Duration.ofHours(1)));
        goTo(begin.plus(Duration.ofDays(2)));
        found.subList(0, 3).forEach(candidate -> desk.answered(manager, candidate));
        desk.optOut(manager, found.get(3));
        desk.optOut(manager, found.get(4));
        goTo(begin.plus(Duration.ofDays(5)));
        found.subList(5, 7).forEach(candidate -> desk.answered(manager, candidate));
        desk.withdraw(manager, found.get(7));
        found.subList(8, 10).forEach(candidates::applied);
        desk.reject(manager, found.get(30));
        goTo(begin.plus(Duration.ofDays(11)));
        found.subList(20, 24).forEach(candidate -> desk.write(manager, candidate));
        campaigns.spent(manager, campaign, new BigDecimal("4200.00"));
        publicPage();
        bringIn(manager, campaign);
        clock.comeHome();
        jobs.run();
    }

    private CampaignId campaign(Actor manager, LocalDate today) {
        var plan = new CampaignPlan(
                "Alpine resellers", today, today.plusDays(90), Money.euros("20000"), "de", manager.person());
        var id = ((CampaignOutcome.Done) campaigns.plan(manager, plan)).campaign();
        campaigns.writeBrief(manager, id, brief(today));
        campaigns.start(manager, id);
        return id;
    }

    private static CampaignBrief brief(LocalDate today) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("reason", "We sell well in the north. South of the Danube nobody of ours is near the customer.");
        answers.put(
                "presentPartners",
                "Their registered deals stay theirs. New partners start where nobody of ours sells today.");
        answers.put("context", "Two rivals left the region last year; their resellers look for something new.");
        answers.put("work", "Find mid-sized manufacturers and hospitals, sell, install, and look after them.");
        answers.put("recruits", 12);
        answers.put("activated", 6);
        answers.put("revenue", 600_000);
        answers.put("targetsBy", today.plusDays(180).toString());
        answers.put("businessPlans", "Written with the channel manager in the first month, looked at every quarter.");
        answers.put("markets", List.of("DE", "AT", "CH"));
        answers.put("segments", List.of("manufacturing", "health"));
        answers.put("resources", "A technician for the first two installations, a demonstration system, 500 euros.");
        answers.put("learning", "Two days of training with a certificate that rivals recognise, too.");
        answers.put("earning", "25 percent margin, an incentive for each registered deal, and their own services.");
        answers.put("benefits", "Leads from our campaigns, a reference page, a seat at the yearly meeting.");
        answers.put("management", "The channel manager, with a day a week for it and the director's help.");
        answers.put("review", "Every month: contacts, applications, first deals. The director is there.");
        answers.put("reward", "Early tiers for who sells early. Who does nothing in 90 days is asked, then let go.");
        answers.put("duties", "We answer in two working days and protect deals. They train people and report.");
        answers.put("rivals", "Your deal is yours, and you can see the clock that proves it.");
        return new CampaignBrief(answers);
    }

    /** The better ones first, with fewer facts the further down the list. */
    private CandidateId add(Actor manager, CampaignId campaign, int number) {
        var name = NAMES.get(number);
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        var traits = new CandidateTraits(
                SEGMENTS.get(number % SEGMENTS.size()),
                number < 26 ? 8 + number * 13 : null,
                number % 3 == 2 ? null : number % 5,
                number % 4 != 3,
                number % 2 == 0,
                number % 9 == 8 ? Boolean.TRUE : null);
        var wish = new NewCandidate(
                name,
                null,
                COUNTRIES.get(number % COUNTRIES.size()),
                number % 3 == 0 ? "Kim " + name.split("[ &]")[0] : null,
                number < 28 ? "info@" + slug + ".example" : null,
                null,
                null,
                traits);
        var source = number % 4 == 1 ? CandidateSource.FORM : CandidateSource.CSV;
        return ((CandidateOutcome.Added) intake.add(manager, campaign, wish, source)).candidate();
    }

    /** The partners of the demonstration once were candidates, too. */
    private void partners(Actor manager, CampaignId campaign, Instant today) {
        var known = Map.of("Adler Systems", true, "Whitfield & Sons", true, "Keller Netzwerke", false);
        known.forEach((name, sells) -> {
            var wish = new NewCandidate(
                    name,
                    null,
                    name.startsWith("Whitfield") ? "GB" : "DE",
                    null,
                    null,
                    null,
                    null,
                    new CandidateTraits("health", 60, 4, true, true, null));
            var id = ((CandidateOutcome.Added) intake.add(manager, campaign, wish, CandidateSource.FORM)).candidate();
            candidates.applied(id);
            candidates.approved(id);
            if (sells) {
                candidates.activated(id, today.minus(Duration.ofDays(3)));
            }
        });
    }

    private void publicPage() {
        for (var country : List.of("DE", "BR")) {
            intake.fromPublicPage(new NewCandidate(
                    country.equals("DE") ? "Wiesental Technik" : "Ipanema Tecnologia",
                    null,
                    country,
                    "Sam Sender",
                    "sam@" + country.toLowerCase(Locale.ROOT) + "-caller.example",
                    null,
                    null,
                    new CandidateTraits("manufacturing", 30, 2, true, null, null)));
        }
    }

    /** The rows are taken in once the application is up. */
    private void bringIn(Actor manager, CampaignId campaign) {
        var rows = BROUGHT_FROM_A_FAIR.getBytes(StandardCharsets.UTF_8);
        try {
            imports.upload(manager, campaign, "fair.csv", new ByteArrayInputStream(rows));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void goTo(Instant moment) {
        clock.moveTo(moment);
        jobs.run();
    }
}
