package io.handsel.deals.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static io.handsel.deals.DealNotice.ANSWER_OVERDUE;
import static io.handsel.deals.DealNotice.APPROVED;
import static io.handsel.deals.DealNotice.DECISION_REMINDER;
import static io.handsel.deals.DealNotice.DECISION_WAITING;
import static io.handsel.deals.DealNotice.EXPIRED;
import static io.handsel.deals.DealNotice.EXTENSION_GRANTED;
import static io.handsel.deals.DealNotice.INFORMATION_NEEDED;
import static io.handsel.deals.DealNotice.INFORMATION_PROVIDED;
import static io.handsel.deals.DealNotice.LAPSED;
import static io.handsel.deals.DealNotice.PLACE_LOST;
import static io.handsel.deals.DealNotice.RECEIVED;
import static io.handsel.deals.DealNotice.REJECTED;
import static io.handsel.deals.DealNotice.REVIEW_ESCALATED;
import static io.handsel.deals.DealNotice.REVIEW_REMINDER;
import static io.handsel.deals.DealNotice.REVIEW_WAITING;
import static io.handsel.deals.DealNotice.UPDATE_DUE;
import static io.handsel.deals.DealNotice.WITHDRAWN;
import static io.handsel.deals.DealNotice.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealNotice;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealProtection;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.RequestExtension;
import io.handsel.deals.WinDeal;
import io.handsel.deals.process.DealDesk.Registered;
import io.handsel.kernel.EmailAddress;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.territory.Territories;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Whoever waits for a step hears of it by mail, in their own language: from the outbox through a real mail server into
 * the box of the person.
 */
@SpringBootTest(properties = {"spring.mail.host=127.0.0.1", "handsel.notifications.sending=true"})
@ActiveProfiles("test")
@Import({MovableClock.class, DealFixtures.class, DealDesk.class})
class DealMailsIT {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
        SERVER.start();
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    DealDesk desk;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealRegistration registration;

    @Autowired
    DealProtection protection;

    @Autowired
    DealClosing closing;

    @Autowired
    DealOverview overview;

    @Autowired
    Territories territories;

    @Autowired
    People people;

    @Autowired
    MessageSource messages;

    @Autowired
    MovableClock clock;

    private static int count;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void partner_and_manager_hear_of_every_step_up_to_the_order(Locale language) {
        var wish = aDeal();
        var deal = registered(language, wish);
        var manager = desk.managerOf(deal);
        assertThat(isTold(deal, deal.sales(), RECEIVED)).contains("/deals/" + deal.deal());
        assertThat(isTold(deal, manager, REVIEW_WAITING)).contains("/tasks", "30");

        desk.managerAsks(deal, "contactName");
        assertThat(isTold(deal, deal.sales(), INFORMATION_NEEDED)).contains("Who decides there?");
        done(registration.provideInformation(
                deal.sales(),
                deal.deal(),
                wish.with("contactName", "Dora Decider").deal()));
        isTold(deal, manager, INFORMATION_PROVIDED);

        desk.managerApproves(deal);
        isTold(deal, deal.sales(), APPROVED);
        done(protection.requestExtension(
                deal.sales(), deal.deal(), new RequestExtension("The board meets in May.", LocalDate.of(2026, 7, 15))));
        desk.itIs(MovableClock.START);
        desk.managerApproves(deal);
        isTold(deal, deal.sales(), EXTENSION_GRANTED);

        done(closing.win(
                deal.sales(),
                deal.deal(),
                new WinDeal("PO-1", LocalDate.of(2026, 3, 2), new BigDecimal("31000"), "EUR")));
        desk.itIs(MovableClock.START);
        isTold(deal, manager, WON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void a_refusal_is_told_with_its_reason_and_a_withdrawal_to_who_was_to_decide(Locale language) {
        var rejected = registered(language, aDeal());
        desk.review(rejected, desk.managerOf(rejected), "reject", "too-early");
        assertThat(isTold(rejected, rejected.sales(), REJECTED))
                .contains(messages.getMessage("deals.rejected.TOO_EARLY", null, language));

        var withdrawn = registered(language, aDeal());
        done(registration.withdraw(withdrawn.sales(), withdrawn.deal(), "Postponed."));
        desk.itIs(MovableClock.START);
        isTold(withdrawn, desk.managerOf(withdrawn), WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void silence_is_told_to_who_is_silent_to_their_director_and_to_who_waits(Locale language) {
        var deal = registered(language, aDeal());

        desk.itIs("2026-03-03T09:00:00Z");
        isTold(deal, desk.managerOf(deal), REVIEW_REMINDER);
        desk.itIs("2026-03-04T09:00:00Z");
        isTold(deal, director(deal), REVIEW_ESCALATED);
        isTold(deal, deal.sales(), ANSWER_OVERDUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void who_has_a_protected_customer_is_told_before_it_ends_and_when(Locale language) {
        var deal = registered(language, aDeal().worth("5000"));
        isTold(deal, deal.sales(), APPROVED);

        desk.itIs("2026-03-25T23:00:00Z");
        isTold(deal, deal.sales(), UPDATE_DUE);
        desk.itIs("2026-04-01T22:00:00Z");
        isTold(deal, deal.sales(), EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void who_does_not_complete_a_registration_is_told_what_that_costs(Locale language) {
        var deal = registered(language, aDeal());
        desk.managerAsks(deal, "contactName");

        desk.itIs("2026-03-05T09:00:00Z");
        isTold(deal, deal.sales(), PLACE_LOST);
        desk.itIs("2026-03-30T12:00:00Z");
        isTold(deal, deal.sales(), LAPSED);
    }

    @Test
    void a_very_large_deal_is_told_to_director_and_finance() {
        var finance = fixtures.vendor(Role.FINANCE);
        var deal = registered(Locale.GERMAN, aDeal().worth("150000"));

        isTold(deal, director(deal), DECISION_WAITING);
        isTold(deal, finance, DECISION_WAITING);
        desk.itIs("2026-03-04T09:00:00Z");
        isTold(deal, finance, DECISION_REMINDER);
    }

    /** Of a partner whose seller and whose manager read this language. */
    private Registered registered(Locale language, DealFixtures.Wish wish) {
        var manager =
                people.register(NewPerson.ofVendor("m" + ++count, "Mona Meier", address("m" + count), Role.MANAGER)
                        .speaking(language));
        var partner = fixtures.partner(company -> company.managedBy(manager.id()));
        var seller = people.register(NewPerson.ofPartner(
                        partner.id().organisation(),
                        "s" + count,
                        "Sven Sommer",
                        address("s" + count),
                        Role.PARTNER_SALES)
                .speaking(language));
        return desk.register(partner, seller.actor(), wish.deal());
    }

    private static EmailAddress address(String name) {
        return EmailAddress.parse(name + "@mail.example");
    }

    private Actor director(Registered deal) {
        return fixtures.actor(
                territories.get(deal.partner().territories().iterator().next()).director());
    }

    private static void done(DealOutcome outcome) {
        assertThat(outcome).isInstanceOf(DealOutcome.Done.class);
    }

    /** Waits for the mail about this step in the person's box, with the subject in their language, and reads it. */
    private String isTold(Registered deal, Actor person, DealNotice notice) {
        var reader = people.get(person.person());
        var details = overview.details(deal.sales(), deal.deal());
        var subject = messages.getMessage(
                "deals.mail." + notice.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".subject",
                new Object[] {
                    details.number(),
                    details.registration().customer(),
                    "",
                    deal.partner().name(),
                    "",
                    ""
                },
                reader.locale());
        return await(notice + " to " + reader.email())
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Arrays.stream(SERVER.getReceivedMessages())
                                .filter(mail -> header(mail, "To")
                                        .contains(reader.email().toString()))
                                .filter(mail -> header(mail, "Subject").equals(subject))
                                .map(DealMailsIT::text)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return name.equals("Subject") ? mail.getSubject() : mail.getHeader(name, ",");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                var text = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    text.append(text(parts.getBodyPart(i)));
                }
                return text.toString();
            }
            return part.getContent().toString();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
