package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.handsel.PostgresDatabase;
import io.handsel.dns.DnsServer;
import io.handsel.dns.DnsServerConfiguration;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A company becomes a partner: it applies, proves its domain by mail and by real DNS, is approved by a person, signs,
 * and finds the portal opening step by step. Mail goes through a real server, in both languages.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // Cheap hashes; production takes the defaults.
            "handsel.security.argon2-memory-in-kib=64",
            "handsel.base-url=https://partners.example"
        })
@ActiveProfiles("demo")
@Import(DnsServerConfiguration.class)
@ExtendWith(Visitors.Browsers.class)
class NewPartnerJourneyIT {

    private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final String LINK = "https://partners\\.example(/%s/[\\w-]+)";
    private static final Pattern CODE = Pattern.compile("\\b([A-Z0-9]{4}-?[A-Z0-9]{4})\\b");

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
        MAIL.start();
        registry.add("spring.mail.host", () -> "localhost");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @Autowired
    DnsServer dns;

    @Test
    void a_company_applies_proves_its_domain_signs_and_begins(Visitors visitors) {
        zone("kestrel-systems.de");
        var nora = visitors.anybody().open("/apply");
        apply(nora, "Kestrel Systems", "Nora Kestrel", "kestrel-systems.de", "Germany");
        nora.press("Send").reads("We have written to the contact person");

        nora.open(inMailTo("nora.kestrel@kestrel-systems.de", LINK.formatted("apply")));
        nora.waitsToRead("ns1.kestrel-systems.de").reads("handsel-verification=");
        nora.press("Send a code");
        nora.find("#code").fill(code("postmaster@kestrel-systems.de"));
        nora.press("Show it").waitsToRead("proven");

        approve(visitors, "Kestrel Systems");
        nora.waitsToRead("Approved");

        nora.open(inMailTo("nora.kestrel@kestrel-systems.de", LINK.formatted("invitation")));
        nora.find("#password").fill(Visitor.PASSWORD);
        nora.find("#repeatedPassword").fill(Visitor.PASSWORD);
        nora.press("Save and go to the sign-in").reads("Your password is saved.");
        nora.signIn("nora.kestrel@kestrel-systems.de").open("/deals/new");
        assertThat(nora.page().url()).contains("/agreements/");
        sign(nora, "Nora Kestrel", "Managing director");

        nora.open("/home").reads("Next:");
        nora.open("/onboarding");
        PlaywrightAssertions.assertThat(nora.find("#step-sign")).hasAttribute("data-tone", "good");
        nora.open("/deals/new");
        assertThat(nora.page().url()).contains("/onboarding?closed=");
    }

    private void zone(String domain) {
        dns.nameServers(domain, "ns1." + domain + ".", "ns2." + domain + ".").mail(domain, "mx." + domain + ".");
    }

    private static void apply(Visitor applicant, String company, String person, String domain, String country) {
        applicant.field("businessName").fill(company);
        applicant.field("street").fill("Hauptstraße 1");
        applicant.field("postcode").fill("10115");
        applicant.field("city").fill("Berlin");
        applicant.field("country").fill(country);
        applicant.field("telephone").fill("+49 30 123456");
        applicant.field("contactName").fill(person);
        applicant.field("contactEmail").fill(person.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + domain);
        applicant.field("domain").fill(domain);
        applicant.field("primaryDns").fill("ns1." + domain);
        applicant.field("secondaryDns").fill("ns2." + domain);
        applicant.field("products").locator("input[type=checkbox]").first().check();
        applicant.field("partnerType").selectOption("reseller");
        applicant.field("serviceLevel").selectOption("standard");
        applicant.field("size").selectOption("10-49");
    }

    private static void approve(Visitors visitors, String company) {
        var marta = visitors.signedIn("manager").open("/tasks");
        marta.find("#search").fill(company);
        marta.waitsToSee(marta.find("#task-list a.cover").getByText(company)).click();
        marta.reads("Your decision").key("a").isTold("Your decision counts.");
    }

    private static void sign(Visitor signer, String name, String capacity) {
        signer.waitsToRead("Sign");
        signer.find("#name").fill(name);
        signer.find("#capacity").fill(capacity);
        signer.find("input[name=authority]").check();
        signer.find("#sign button.primary").click();
        signer.waitsToRead("In force");
    }

    /** The path of the newest link of this kind that came to this address. */
    private static String inMailTo(String address, String link) {
        return found(address, Pattern.compile(link));
    }

    private static String code(String address) {
        return found(address, CODE);
    }

    private static String found(String address, Pattern pattern) {
        return await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Arrays.stream(MAIL.getReceivedMessages())
                                .filter(mail -> isTo(mail, address))
                                .flatMap(mail -> pattern.matcher(text(mail)).results())
                                .map(match -> match.group(1))
                                .reduce((one, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isTo(Message mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(one -> one.toString().contains(address));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Everything a mail says, in all its parts. */
    private static String text(Part part) {
        try {
            var content = part.getContent();
            if (!(content instanceof Multipart parts)) {
                return String.valueOf(content);
            }
            var all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
