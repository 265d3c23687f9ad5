package io.handsel.deals;

import io.handsel.kernel.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs receipts and tells genuine ones from others. The key is made when the first receipt needs it and kept in the
 * database, so that every node signs alike and a restored backup still knows its receipts.
 */
@Service
public class Receipts {

    private static final Pattern SHAPE =
            Pattern.compile("(HD-\\d{4}-\\d{6,12}) (\\S{20,30}) ([0-9a-f]{64}) ([A-Za-z0-9+/]{86}==)");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private volatile @Nullable Keys keys;

    Receipts(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Signs that this content was registered under this number now. */
    @Transactional(propagation = Propagation.MANDATORY)
    DealReceipt sign(String number, DealContent content) {
        var at = clock.instant();
        var hash = ContentHash.of(content.canonical()).hex();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys().privateKey());
            signature.update(signed(number, at, hash));
            return new DealReceipt(number, at, hash, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot sign a receipt", broken);
        }
    }

    /** Checks the text of a receipt, however it was copied: line breaks and spaces around its parts do not matter. */
    @Transactional
    public ReceiptCheck verify(String text) {
        var parts = SHAPE.matcher(text.strip().replaceAll("\\s+", " "));
        if (text.length() > 1000 || !parts.matches()) {
            return new ReceiptCheck.Unreadable();
        }
        try {
            var receipt =
                    new DealReceipt(parts.group(1), Instant.parse(parts.group(2)), parts.group(3), parts.group(4));
            return isGenuine(receipt) ? new ReceiptCheck.Genuine(receipt) : new ReceiptCheck.Forged();
        } catch (DateTimeParseException noTime) {
            return new ReceiptCheck.Unreadable();
        }
    }

    /** The key to check signatures without us, in PEM. */
    @Transactional
    public String publicKey() {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys().publicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private boolean isGenuine(DealReceipt receipt) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(keys().publicKey());
            signature.update(signed(receipt.number(), receipt.registeredAt(), receipt.hash()));
            return signature.verify(Base64.getDecoder().decode(receipt.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    private static byte[] signed(String number, Instant at, String hash) {
        return String.join("\n", "handsel-receipt-1", number, at.toString(), hash)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Keys keys() {
        var known = keys;
        if (known == null) {
            known = load().orElseGet(this::create);
            keys = known;
        }
        return known;
    }

    private Optional<Keys> load() {
        return jdbc.sql("select public_key, private_key from deal_receipt_key where id = 1")
                .query((row, count) -> Keys.decode(row.getString("public_key"), row.getString("private_key")))
                .optional();
    }

    /** In a transaction of its own, so that no rollback takes the key away from receipts that were given out. */
    private Keys create() {
        try {
            ownTransaction.executeWithoutResult(status -> insert());
        } catch (DuplicateKeyException another) {
            // Another node was first: its key counts.
            return load().orElseThrow();
        }
        return load().orElseThrow();
    }

    private void insert() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoder = Base64.getEncoder();
            jdbc.sql("""
                            insert into deal_receipt_key (id, public_key, private_key, created_at)
                            values (1, ?, ?, ?)
                            """)
                    .params(
                            encoder.encodeToString(pair.getPublic().getEncoded()),
                            encoder.encodeToString(pair.getPrivate().getEncoded()),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot make a key for receipts", broken);
        }
    }

    private record Keys(PublicKey publicKey, PrivateKey privateKey) {

        static Keys decode(String publicKey, String privateKey) {
            try {
                var factory = KeyFactory.getInstance("Ed25519");
                var decoder = Base64.getDecoder();
                return new Keys(
                        factory.generatePublic(new X509EncodedKeySpec(decoder.decode(publicKey))),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(privateKey))));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("The key for receipts cannot be read", broken);
            }
        }
    }
}
