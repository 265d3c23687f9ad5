package io.handsel.deals;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ReceiptsTests {

    private static final DealContent CONTENT = DealContent.of(aDeal().deal());

    private DataSource database;
    private Receipts receipts;

    @BeforeEach
    void begin() {
        database = database();
        receipts = node(database);
    }

    @Test
    void anybody_can_verify_a_receipt_without_us() throws GeneralSecurityException {
        var receipt = receipts.sign("HD-2026-000007", CONTENT);

        assertThat(receipt.registeredAt()).isEqualTo(MovableClock.START);
        assertThat(receipt.hash()).isEqualTo(sha256(CONTENT.canonical()));
        var signed = "handsel-receipt-1\nHD-2026-000007\n2026-03-02T09:00:00Z\n" + receipt.hash();
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey(receipts.publicKey()));
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getDecoder().decode(receipt.signature())))
                .isTrue();
    }

    @Test
    void a_receipt_is_genuine_however_it_was_copied() {
        var receipt = receipts.sign("HD-2026-000007", CONTENT);
        var text = receipt.text();

        assertThat(receipts.verify(text)).isEqualTo(new ReceiptCheck.Genuine(receipt));
        assertThat(receipts.verify("\n  " + text.replace(" ", "\r\n   ") + "\t"))
                .isEqualTo(new ReceiptCheck.Genuine(receipt));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whoever_changes_number_time_hash_or_signature_is_found_out(int part) {
        var genuine = receipts.sign("HD-2026-000007", CONTENT).text().split(" ");
        var other = receipts.sign("HD-2025-000008", DealContent.of(aDeal().deal()))
                .text()
                .split(" ");
        other[1] = "2026-03-01T09:00:00Z";

        genuine[part] = other[part];

        assertThat(receipts.verify(String.join(" ", genuine))).isInstanceOf(ReceiptCheck.Forged.class);
    }

    @Test
    void one_changed_digit_of_the_hash_is_found_out() {
        var receipt = receipts.sign("HD-2026-000007", CONTENT);
        var hash = receipt.hash();
        for (int at = 0; at < hash.length(); at++) {
            var digit = hash.charAt(at) == '0' ? '1' : '0';
            var forged = hash.substring(0, at) + digit + hash.substring(at + 1);

            assertThat(receipts.verify(receipt.text().replace(hash, forged))).isInstanceOf(ReceiptCheck.Forged.class);
        }
    }

    @Test
    void the_hash_tells_every_change_of_the_content() {
        var others = Map.<String, Object>ofEntries(
                Map.entry("customer", "Another"),
                Map.entry("website", "another.de"),
                Map.entry("country", "AT"),
                Map.entry("state", "BE"),
                Map.entry("postcode", "10116"),
                Map.entry("city", "Bonn"),
                Map.entry("duns", "123456789"),
                Map.entry("contactName", "Another Contact"),
                Map.entry("contactEmail", "other@another.de"),
                Map.entry("products", List.of("storage")),
                Map.entry("amount", new BigDecimal("30000.01")),
                Map.entry("currency", "USD"),
                Map.entry("expectedClose", LocalDate.of(2026, 7, 1)),
                Map.entry("need", "A firewall for the head office."),
                Map.entry("source", "event"),
                Map.entry("quantity", 3),
                Map.entry("rfp", true),
                Map.entry("rfpPublished", LocalDate.of(2026, 5, 1)),
                Map.entry("evidence", List.of("demo")),
                Map.entry("ownReference", "A-1"),
                Map.entry("answers", Map.of("street", "Hauptstraße 1")));
        var wish = aDeal();
        var hash = receipts.sign("HD-2026-000007", DealContent.of(wish.deal())).hash();

        others.forEach((field, other) -> {
            var changed = DealContent.of(wish.with(field, other).deal());
            assertThat(receipts.sign("HD-2026-000007", changed).hash())
                    .as(field)
                    .isNotEqualTo(hash);
        });
        // The program is told by the number, which is signed beside the hash.
        assertThat(RegisterDeal.class.getRecordComponents()).hasSize(others.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "HD-2026-000007", "HD-2026-000007 yesterday abc def"})
    void what_is_no_receipt_is_unreadable(String text) {
        assertThat(receipts.verify(text)).isInstanceOf(ReceiptCheck.Unreadable.class);
    }

    @Test
    void a_time_that_cannot_be_and_a_text_without_end_are_unreadable() {
        var receipt = receipts.sign("HD-2026-000007", CONTENT).text();

        assertThat(receipts.verify(receipt.replace("2026-03-02T09:00:00Z", "2026-13-02T09:00:00Z")))
                .isInstanceOf(ReceiptCheck.Unreadable.class);
        assertThat(receipts.verify(receipt + " ".repeat(1000))).isInstanceOf(ReceiptCheck.Unreadable.class);
    }

    @Test
    void every_node_knows_the_receipts_of_the_others_and_a_restart_changes_nothing() {
        var receipt = receipts.sign("HD-2026-000007", CONTENT);
        var another = node(database);

        assertThat(another.verify(receipt.text())).isEqualTo(new ReceiptCheck.Genuine(receipt));
        assertThat(another.publicKey()).isEqualTo(receipts.publicKey());
    }

    @Test
    void another_vendors_receipts_are_not_ours() {
        var theirs = node(database()).sign("HD-2026-000007", CONTENT);

        assertThat(receipts.verify(theirs.text())).isInstanceOf(ReceiptCheck.Forged.class);
    }

    private static Receipts node(DataSource database) {
        var clock = Clock.fixed(MovableClock.START, ZoneOffset.UTC);
        return new Receipts(JdbcClient.create(database), clock, new JdbcTransactionManager(database));
    }

    private static DataSource database() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcClient.create(database).sql("""
                        create table deal_receipt_key (id integer primary key, public_key varchar(200),
                            private_key varchar(400), created_at timestamp with time zone)
                        """).update();
        return database;
    }

    private static PublicKey publicKey(String pem) throws GeneralSecurityException {
        var body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
