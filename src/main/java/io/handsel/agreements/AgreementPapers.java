package io.handsel.agreements;

import io.handsel.kernel.ContentHash;
import io.handsel.security.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written once and never changed: the texts of an agreement, its signature, its file. */
@Component
class AgreementPapers {

    private final JdbcClient jdbc;

    AgreementPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(AgreementId agreement, AgreementDocument document) {
        jdbc.sql("""
                        insert into agreement_document (agreement_id, revision, template_key, language,
                            template_version, title, html, sha256, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agreement.id(),
                        document.revision(),
                        document.template(),
                        document.language(),
                        document.templateVersion(),
                        document.title(),
                        document.html(),
                        document.sha256(),
                        Timestamp.from(document.madeAt()))
                .update();
    }

    /** The last one, which is the one that counts. */
    Optional<AgreementDocument> document(AgreementId agreement) {
        return jdbc.sql("select * from agreement_document where agreement_id = ? order by revision desc limit 1")
                .param(agreement.id())
                .query(AgreementPapers::document)
                .optional();
    }

    void keep(AgreementId agreement, UUID partner, int revision, AgreementSignature signature) {
        jdbc.sql("""
                        insert into agreement_signature (agreement_id, revision, document_sha256, partner_id,
                            person_id, name, capacity, authority, address, signed_at)
                        values (?, ?, ?, ?, ?, ?, ?, true, ?, ?)
                        """)
                .params(
                        agreement.id(),
                        revision,
                        signature.document(),
                        partner,
                        signature.person().id(),
                        signature.name(),
                        signature.capacity(),
                        signature.address(),
                        Timestamp.from(signature.signedAt()))
                .update();
    }

    Optional<AgreementSignature> signature(AgreementId agreement) {
        return jdbc.sql("select * from agreement_signature where agreement_id = ?")
                .param(agreement.id())
                .query(AgreementPapers::signature)
                .optional();
    }

    void keep(AgreementId agreement, AgreementFile file) {
        jdbc.sql("insert into agreement_file (agreement_id, sha256, content, made_at) values (?, ?, ?, ?)")
                .params(agreement.id(), file.sha256(), file.content(), Timestamp.from(file.madeAt()))
                .update();
    }

    Optional<AgreementFile> file(AgreementId agreement) {
        return jdbc.sql("select sha256, content, made_at from agreement_file where agreement_id = ?")
                .param(agreement.id())
                .query((row, number) -> new AgreementFile(
                        row.getString("sha256"),
                        row.getBytes("content"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    /** Whose file, or whose signed text, has this hash. */
    Optional<AgreementId> withHash(ContentHash hash) {
        return jdbc.sql("""
                        select agreement_id from agreement_file where sha256 = :hash
                        union
                        select agreement_id from agreement_signature where document_sha256 = :hash
                        limit 1
                        """)
                .param("hash", hash.hex())
                .query((row, number) -> new AgreementId(row.getObject(1, UUID.class)))
                .optional();
    }

    private static AgreementDocument document(ResultSet row, int number) throws SQLException {
        return new AgreementDocument(
                row.getInt("revision"),
                row.getString("template_key"),
                row.getString("language"),
                row.getInt("template_version"),
                row.getString("title"),
                row.getString("html"),
                row.getString("sha256"),
                row.getTimestamp("made_at").toInstant());
    }

    private static AgreementSignature signature(ResultSet row, int number) throws SQLException {
        return new AgreementSignature(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("capacity"),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("address"),
                row.getString("document_sha256"));
    }
}
