package io.handsel.demo;

import io.handsel.deals.DealClosing;
import io.handsel.deals.DealId;
import io.handsel.deals.DealProtection;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStage;
import io.handsel.deals.LoseDeal;
import io.handsel.deals.LossReason;
import io.handsel.deals.RegisterDeal;
import io.handsel.deals.RegistrationOutcome;
import io.handsel.deals.UpdateDeal;
import io.handsel.deals.WinDeal;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeOpening;
import io.handsel.disputes.DisputeOutcome;
import io.handsel.disputes.EvidenceDesk;
import io.handsel.disputes.EvidenceKind;
import io.handsel.disputes.PutEvidence;
import io.handsel.engine.DueJobs;
import io.handsel.forms.FormValues;
import io.handsel.security.Actor;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.TaskDesk;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Deals of the last weeks, in every state a deal can stand in, and disputes about some of them, made by the people of the demonstration themselves. */
@Component
@Profile("demo")
class DemoDeals {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final int MOST_TASKS = 100;

    private final DealRegistration registration;
    private final DealProtection protection;
    private final DealClosing closing;
    private final DisputeOpening disputes;
    private final EvidenceDesk evidence;
    private final TaskInbox inbox;
    private final TaskDesk desk;
    private final DueJobs jobs;
    private final DemoClock clock;

    DemoDeals(
            DealRegistration registration,
            DealProtection protection,
            DealClosing closing,
            DisputeOpening disputes,
            EvidenceDesk evidence,
            TaskInbox inbox,
            TaskDesk desk,
            DueJobs jobs,
            DemoClock clock) {
        this.registration = registration;
        this.protection = protection;
        this.closing = closing;
        this.disputes = disputes;
        this.evidence = evidence;
        this.inbox = inbox;
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** How a story goes on after it was registered. */
    private enum Turn {
        WAITS,
        APPROVED,
        FORGOTTEN,
        REJECTED,
        ASKED,
        WITHDRAWN,
        WON,
        LOST,
        /** Refused because another partner has the customer, and disputed since. */
        DISPUTED,
        /** Disputed, and settled in its favour; the other one may still appeal. */
        SETTLED
    }

    private record Story(
            int daysAgo, String seller, String customer, String website, String country, int euros, Turn turn) {}

    private static final List<Story> STORIES = List.of(
            new Story(
                    64, "partner-a-sales", "Elbe Kliniken Stade-Buxtehude", "elbekliniken.de", "DE", 38_000, Turn.WON),
            new Story(58, "partner-a-sales", "Global Crop Diversity Trust", "croptrust.org", "DE", 14_500, Turn.LOST),
            new Story(
                    52, "partner-b-sales", "Garfield Weston Foundation", "garfieldweston.org", "GB", 22_000, Turn.WON),
            new Story(45, "partner-a-sales", "European Astronaut Centre", "esa.int", "DE", 48_000, Turn.FORGOTTEN),
            new Story(
                    27,
                    "partner-a-admin",
                    "Evangelisches Krankenhaus Bielefeld",
                    "evkb.de",
                    "DE",
                    31_000,
                    Turn.APPROVED),
            new Story(
                    21,
                    "partner-b-sales",
                    "Borneo Nature Foundation International",
                    "borneonaturefoundation.org",
                    "GB",
                    12_000,
                    Turn.REJECTED),
            new Story(
                    16, "partner-a-sales", "Deutsche Gesellschaft für Ernährung", "dge.de", "DE", 8_400, Turn.APPROVED),
            new Story(
                    12, "partner-b-sales", "Deutsche Gesellschaft für Ernährung", "dge.de", "DE", 9_800, Turn.SETTLED),
            new Story(
                    12,
                    "partner-a-sales",
                    "Fraunhofer Institute for Cognitive Systems",
                    "fraunhofer.de",
                    "DE",
                    46_000,
                    Turn.WITHDRAWN),
            new Story(9, "partner-b-sales", "ELIXIR", "elixir-europe.org", "GB", 27_500, Turn.APPROVED),
            new Story(
                    6,
                    "partner-a-vienna",
                    "Semmering Thermen",
                    "semmering-thermen.example",
                    "AT",
                    14_500,
                    Turn.APPROVED),
            new Story(
                    4,
                    "partner-a-sales",
                    "Mediathek Brandenburg",
                    "mediathek-brandenburg.example",
                    "DE",
                    17_000,
                    Turn.REJECTED),
            new Story(3, "partner-a-sales", "ELIXIR", "elixir-europe.org", "GB", 31_500, Turn.DISPUTED),
            new Story(1, "partner-a-sales", "Senckenberg Museum", "senckenberg.de", "DE", 19_900, Turn.ASKED),
            new Story(1, "partner-b-sales", "Royal Horticultural Society", "rhs.org.uk", "GB", 64_000, Turn.WAITS),
            new Story(1, "partner-a-sales", "Helios Kliniken", "helios-gesundheit.de", "DE", 120_000, Turn.WAITS),
            new Story(0, "partner-a-admin", "Bavarian State Library", "bsb-muenchen.de", "DE", 24_000, Turn.WAITS),
            // The same customer under another address: two registrations wait for somebody to compare them.
            new Story(0, "partner-b-sales", "Bavarian State Library", "bsb-digital.de", "DE", 21_000, Turn.WAITS),
            new Story(0, "partner-b-sales", "Natural History Museum Bern", "nmbe.ch", "CH", 33_000, Turn.WAITS));

    void liveThrough(DemoPeople people) {
        var today = clock.instant();
        for (var story : STORIES) {
            goTo(today, story.daysAgo(), 0);
            tell(people, story, today);
        }
        clock.comeHome();
        jobs.run();
    }

    private void tell(DemoPeople people, Story story, Instant today) {
        var seller = people.actor(story.seller());
        if (!(registration.submit(seller, registrationOf(story))
                instanceof RegistrationOutcome.Registered registered)) {
            throw new IllegalStateException("The demonstration cannot register " + story);
        }
        var deal = registered.deal();
        jobs.run();
        switch (story.turn()) {
            case WAITS -> {
                // The manager has not looked at it yet.
            }
            case APPROVED -> {
                decide(people, deal, Map.of("decision", "approve"));
                protection.update(
                        seller, deal, new UpdateDeal(DealStage.PROPOSE, "Send the proposal", null, null, null));
            }
            case FORGOTTEN -> decide(people, deal, Map.of("decision", "approve"));
            case REJECTED ->
                decide(
                        people,
                        deal,
                        Map.of(
                                "decision", "reject",
                                "reason", "too-early",
                                "text", "Please come back when the budget for next year is known."));
            case ASKED ->
                decide(
                        people,
                        deal,
                        Map.of(
                                "decision", "ask-for-information",
                                "marked", List.of("contactName", "need"),
                                "text", "Who decides there, and what is to be replaced?"));
            case WITHDRAWN -> registration.withdraw(seller, deal, "The customer has postponed the project.");
            case WON -> {
                decide(people, deal, Map.of("decision", "approve"));
                goTo(today, story.daysAgo(), 20);
                closing.win(
                        seller,
                        deal,
                        new WinDeal(
                                "PO-" + story.daysAgo() + "417",
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                                BigDecimal.valueOf(story.euros()),
                                "EUR"));
            }
            case LOST -> {
                decide(people, deal, Map.of("decision", "approve"));
                goTo(today, story.daysAgo(), 14);
                closing.lose(seller, deal, new LoseDeal(LossReason.PRICE, null));
            }
            case DISPUTED -> dispute(people, seller, deal);
            case SETTLED -> {
                var dispute = dispute(people, seller, deal);
                evidence.done(seller, dispute);
                evidence.done(people.actor(other(story.seller())), dispute);
                jobs.run();
                goTo(today, story.daysAgo(), story.daysAgo() - 1);
                decide(
                        people,
                        dispute.toString(),
                        Map.of(
                                "verdict", "challenger-gets",
                                "reason", "The customer has ordered from the challenger.",
                                "text", "We have weighed what both of you have shown."));
            }
        }
        jobs.run();
    }

    private DisputeId dispute(DemoPeople people, Actor seller, DealId deal) {
        if (!(disputes.open(seller, deal, "We have been talking to them since last year.")
                instanceof DisputeOutcome.Done opened)) {
            throw new IllegalStateException("The demonstration cannot dispute " + deal);
        }
        var met = LocalDate.ofInstant(clock.instant(), OFFICE).minusDays(6);
        evidence.put(
                seller,
                opened.dispute(),
                new PutEvidence(EvidenceKind.CUSTOMER_ORDER, met, "Kim", "They have asked us for an offer by mail."),
                null);
        jobs.run();
        return opened.dispute();
    }

    private static String other(String seller) {
        return seller.equals("partner-b-sales") ? "partner-a-sales" : "partner-b-sales";
    }

    private void decide(DemoPeople people, DealId deal, Map<String, ?> answers) {
        decide(people, deal.toString(), answers);
    }

    private void decide(DemoPeople people, String caseKey, Map<String, ?> answers) {
        var manager = people.actor("manager");
        inbox.all(manager, TaskFilter.ALL, MOST_TASKS).stream()
                .filter(task -> task.caseKey().equals(caseKey))
                .forEach(task -> {
                    desk.claim(manager, task.id());
                    var claimed = inbox.find(manager, task.id()).orElseThrow();
                    var outcome = desk.decide(manager, task.id(), claimed.version(), new FormValues(answers), Map.of());
                    if (!(outcome instanceof DeskOutcome.Done)) {
                        throw new IllegalStateException("The demonstration cannot decide " + task + ": " + outcome);
                    }
                });
        jobs.run();
    }

    /** Half past ten in the office, so many days before today and so many days later again. */
    private void goTo(Instant today, int daysAgo, int daysLater) {
        var day = today.atZone(OFFICE).toLocalDate().minusDays(daysAgo).plusDays(daysLater);
        var moment = day.atTime(LocalTime.of(10, 30)).atZone(OFFICE).toInstant();
        clock.moveTo(moment.isAfter(today) ? today : moment);
        jobs.run();
    }

    private RegisterDeal registrationOf(Story story) {
        var slug = story.website().replaceFirst("\\..*", "");
        return new RegisterDeal(
                RegisterDeal.STANDARD,
                story.customer(),
                story.website(),
                story.country(),
                "",
                "",
                "",
                "",
                "Kim " + Character.toUpperCase(slug.charAt(0)) + slug.substring(1),
                "kim@" + story.website(),
                List.of("platform"),
                BigDecimal.valueOf(story.euros()),
                "EUR",
                LocalDate.ofInstant(clock.instant(), OFFICE).plusDays(60),
                "Replaces a system at the end of its life for about " + story.euros() / 400 + " people.",
                "own-research",
                null,
                false,
                null,
                List.of("meeting"),
                "",
                Map.of());
    }
}
