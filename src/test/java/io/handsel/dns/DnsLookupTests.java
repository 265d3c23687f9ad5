package io.handsel.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.dns.DnsReply.Known;
import io.handsel.dns.DnsReply.NoSuchName;
import io.handsel.dns.DnsReply.Unknown;
import io.handsel.dns.DnsServer.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** What is made of the answers of a real name server, and of its silence. */
class DnsLookupTests {

    private static final Duration SHORT = Duration.ofMillis(250);

    static DnsServer server;
    static DnsLookup dns;

    @BeforeAll
    static void begin() throws IOException {
        server = new DnsServer();
        dns = DnsConfiguration.lookup(new DnsSettings(List.of(server.address()), SHORT, 2));
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() {
        server.forget();
    }

    @Test
    void records_are_answered_as_they_are() {
        server.text("acme.example", "v=spf1 -all", "handsel-verification=abc");

        assertThat(texts(dns.ask("acme.example", Type.TXT)))
                .containsExactlyInAnyOrder("v=spf1 -all", "handsel-verification=abc");
        assertThat(dns.ask("acme.example", Type.MX))
                .as("the name is there, such a record is not")
                .isEqualTo(new Known(List.of()));
    }

    @Test
    void a_name_that_does_not_exist_is_an_answer() {
        assertThat(dns.ask("nobody.example", Type.NS)).isEqualTo(new NoSuchName());
        server.trouble("gone.example", Trouble.NXDOMAIN);
        assertThat(dns.ask("gone.example", Type.TXT)).isEqualTo(new NoSuchName());
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT,               NO ANSWER",
        "SERVFAIL,             SERVFAIL",
        "REFUSED,              REFUSED",
        "LAME,                 LAME",
        "WRONG_ID,             NO ANSWER",
        "OTHER_QUESTION,       NO ANSWER",
        "TRUNCATED_AND_SILENT, NO ANSWER",
        "TRUNCATED_FOR_GOOD,   CUT OFF",
        "NO_DNS_AT_ALL,        NO ANSWER"
    })
    void whatever_is_no_plain_answer_is_unknown_and_asked_again(Trouble trouble, String why) {
        server.text("acme.example", "handsel-verification=abc").trouble("acme.example", trouble);

        assertThat(dns.ask("acme.example", Type.TXT)).isEqualTo(new Unknown(why));
        assertThat(server.asked().stream().filter(question -> question.startsWith("udp")))
                .hasSize(2);
    }

    @Test
    void whoever_is_silent_once_is_asked_again_at_once() {
        server.text("acme.example", "handsel-verification=abc").failing(1);

        assertThat(texts(dns.ask("acme.example", Type.TXT))).containsExactly("handsel-verification=abc");
    }

    @Test
    void an_answer_that_does_not_fit_is_fetched_over_tcp() {
        var large = "x".repeat(3000);
        server.text("acme.example", large, "handsel-verification=abc").trouble("acme.example", Trouble.TRUNCATED);

        assertThat(texts(dns.ask("acme.example", Type.TXT)))
                .containsExactlyInAnyOrder(large, "handsel-verification=abc");
        assertThat(server.asked()).containsExactly("udp TXT acme.example.", "tcp TXT acme.example.");
    }

    @Test
    void aliases_are_followed_to_their_end_and_never_in_a_circle() {
        server.alias("www.example", "middle.example")
                .alias("middle.example", "end.example")
                .text("end.example", "here");
        assertThat(texts(dns.ask("www.example", Type.TXT))).containsExactly("here");

        server.alias("one.example", "two.example").alias("two.example", "one.example");
        assertThat(dns.ask("one.example", Type.TXT)).isEqualTo(new Unknown("ALIASES IN A CIRCLE"));
        server.alias("self.example", "self.example");
        assertThat(dns.ask("self.example", Type.TXT)).isEqualTo(new Unknown("ALIASES IN A CIRCLE"));
        for (int i = 0; i < 30; i++) {
            server.alias("n" + i + ".example", "n" + (i + 1) + ".example");
        }
        assertThat(dns.ask("n0.example", Type.TXT)).isEqualTo(new Unknown("TOO MANY ALIASES"));
        server.alias("lost.example", "nowhere.example");
        assertThat(dns.ask("lost.example", Type.TXT)).isEqualTo(new NoSuchName());
    }

    @Test
    void the_next_resolver_is_asked_where_one_is_silent() throws IOException {
        try (var other = new DnsServer()) {
            var both = DnsConfiguration.lookup(new DnsSettings(List.of(server.address(), other.address()), SHORT, 1));
            server.trouble("acme.example", Trouble.SERVFAIL);
            other.text("acme.example", "handsel-verification=abc");

            assertThat(texts(both.ask("acme.example", Type.TXT))).containsExactly("handsel-verification=abc");
        }
    }

    @Test
    void what_is_no_name_at_all_is_asked_nobody() {
        assertThat(dns.ask("a..b", Type.NS)).isEqualTo(new NoSuchName());
        assertThat(server.asked()).isEmpty();
    }

    private static List<String> texts(DnsReply reply) {
        assertThat(reply).isInstanceOf(Known.class);
        return ((Known) reply).records().stream().map(DnsLookupTests::text).toList();
    }

    private static String text(Record record) {
        return String.join("", ((TXTRecord) record).getStrings());
    }
}
