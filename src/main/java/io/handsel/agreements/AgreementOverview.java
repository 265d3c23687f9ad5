package io.handsel.agreements;

import io.handsel.audit.AuditTrail;
import io.handsel.kernel.ContentHash;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreements as pages show them: to a partner its own, to the vendor's people all, to whoever holds a file that one. */
@Service
@Transactional(readOnly = true)
public class AgreementOverview {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String BETWEEN = "~";

    private final AgreementStore store;
    private final AgreementPapers papers;
    private final Partners partners;
    private final People people;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    AgreementOverview(
            AgreementStore store,
            AgreementPapers papers,
            Partners partners,
            People people,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.store = store;
        this.papers = papers;
        this.partners = partners;
        this.people = people;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @throws AgreementNotFound if there is no such agreement, or if it is another partner's */
    public AgreementDetails details(Actor reader, AgreementId id) {
        var agreement = find(reader, id).orElseThrow(() -> AgreementNotFound.of(id));
        var person = people.find(reader.person());
        return new AgreementDetails(
                agreement.view(),
                partners.get(agreement.partner()).name(),
                people.get(agreement.signer()).name(),
                papers.document(id).orElse(null),
                papers.signature(id).orElse(null),
                agreement
                        .counterSignedBy()
                        .flatMap(people::find)
                        .map(PersonView::name)
                        .orElse(null),
                papers.file(id).map(AgreementFile::sha256).orElse(null),
                agreement.status() == AgreementStatus.ASKED
                        && person.filter(one -> AgreementSigning.maySign(agreement, one))
                                .isPresent(),
                !reader.isPartner() && partners.mayLookAfter(reader, agreement.partner()),
                reader.isPartner() ? List.of() : audit.of(agreement.reference()));
    }

    /** For the task list, whoever reads it. */
    public Optional<AgreementView> find(AgreementId id) {
        return store.findById(id).map(Agreement::view);
    }

    /** @throws AgreementNotFound if there is no such agreement, or if it is another partner's */
    public Optional<AgreementFile> file(Actor reader, AgreementId id) {
        return papers.file(
                find(reader, id).orElseThrow(() -> AgreementNotFound.of(id)).id());
    }

    /** @param text SHA-256 in hexadecimal, of the PDF or of the text that was signed, however it was copied */
    public Optional<VerifiedAgreement> verify(String text) {
        var hash = text.strip().toLowerCase(Locale.ROOT);
        return HASH.matcher(hash).matches()
                ? papers.withHash(new ContentHash(hash))
                        .flatMap(store::findById)
                        .map(this::verified)
                : Optional.empty();
    }

    private VerifiedAgreement verified(Agreement agreement) {
        return new VerifiedAgreement(
                agreement.number(),
                papers.document(agreement.id()).orElseThrow().title(),
                papers.signature(agreement.id()).orElseThrow().signedAt(),
                agreement.view().inForceAt());
    }

    /** All agreements, the latest first, in one statement. */
    public AgreementPage page(@Nullable AgreementStatus status, @Nullable String after, int size) {
        var cursor = Cursor.read(after);
        var rows = jdbc.sql("""
                        select a.id, a.agreement_number, a.status, a.asked_at, a.in_force_at, p.name
                        from agreement a join partner p on p.id = a.partner_id
                        where (cast(:status as varchar(20)) is null or a.status = :status)
                            and a.asked_at <= :at and (a.asked_at < :at or a.id < :id)
                        order by a.asked_at desc, a.id desc limit :limit
                        """)
                .param("status", status == null ? null : status.name(), Types.VARCHAR)
                .param("at", Timestamp.from(cursor.at()))
                .param("id", cursor.id())
                .param("limit", size + 1)
                .query(AgreementOverview::row)
                .list();
        if (rows.size() <= size) {
            return new AgreementPage(rows, null);
        }
        var last = rows.get(size - 1);
        return new AgreementPage(
                rows.subList(0, size), last.askedAt() + BETWEEN + last.id().id());
    }

    private Optional<Agreement> find(Actor reader, AgreementId id) {
        return reader.isPartner()
                ? reader.partner().map(PartnerId::of).flatMap(partner -> store.findByIdAndPartner(id, partner))
                : store.findById(id);
    }

    private static AgreementRow row(ResultSet row, int number) throws SQLException {
        var inForce = row.getTimestamp("in_force_at");
        return new AgreementRow(
                new AgreementId(row.getObject("id", UUID.class)),
                row.getString("agreement_number"),
                row.getString("name"),
                AgreementStatus.valueOf(row.getString("status")),
                row.getTimestamp("asked_at").toInstant(),
                inForce == null ? null : inForce.toInstant());
    }

    /** Where a page begins. */
    private record Cursor(Instant at, UUID id) {

        private static final Cursor BEGINNING = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

        private static Cursor read(@Nullable String text) {
            try {
                var parts = text == null ? new String[0] : text.split(BETWEEN);
                return parts.length == 2 ? new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1])) : BEGINNING;
            } catch (DateTimeParseException | IllegalArgumentException noPlace) {
                return BEGINNING;
            }
        }
    }
}
