package io.handsel.dns;

import io.handsel.kernel.ContentHash;
import io.handsel.kernel.DomainName;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The proof that somebody has a domain: a record only its owner can write, or a code mailed to an address at it. */
@Entity
@Table(name = "domain_proof")
public class DomainProof {

    static final String RECORD = "handsel-verification=";

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private DomainProofId id;

    @Version
    private @Nullable Long version;

    private String subject;
    private String purpose;
    private String domain;
    private String nameServers;
    private String token;

    @Enumerated(EnumType.STRING)
    private ProofStatus status;

    private Instant begunAt;
    private @Nullable Instant proofUntil;
    private @Nullable Instant provenAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ProofMeans provenBy;

    private @Nullable String codeHash;
    private @Nullable Instant codeUntil;
    private int codeTries;
    private int codesSent;

    @SuppressWarnings("NullAway.Init")
    protected DomainProof() {}

    DomainProof(String subject, String purpose, DomainName domain, List<DomainName> servers, String token, Instant at) {
        this.id = DomainProofId.create();
        this.subject = subject;
        this.purpose = purpose;
        this.domain = domain.name();
        this.nameServers = servers.stream().map(DomainName::name).collect(Collectors.joining(" "));
        this.token = token;
        this.status = ProofStatus.PENDING;
        this.begunAt = at;
    }

    /** Once more, after its time was over. */
    void beginAgain(Instant at) {
        status = ProofStatus.PENDING;
        begunAt = at;
        codeHash = null;
        codeUntil = null;
        codesSent = 0;
    }

    void lookUntil(Instant until) {
        proofUntil = until;
    }

    void prove(ProofMeans means, Instant at) {
        if (status == ProofStatus.PENDING) {
            status = ProofStatus.PROVEN;
            provenBy = means;
            provenAt = at;
            codeHash = null;
        }
    }

    void expire() {
        if (status == ProofStatus.PENDING) {
            status = ProofStatus.EXPIRED;
            codeHash = null;
        }
    }

    void drop() {
        if (status == ProofStatus.PENDING) {
            status = ProofStatus.DROPPED;
            codeHash = null;
        }
    }

    /** The codes before are good for nothing any more. */
    void sendCode(String code, Instant until) {
        codeHash = hash(code);
        codeUntil = until;
        codeTries = 0;
        codesSent++;
    }

    /** Counts the try before it is looked at. */
    boolean tryCode(String code) {
        codeTries++;
        return hash(code).equals(codeHash);
    }

    /** With the proof's own id, so that equal codes of two proofs look different. */
    private String hash(String code) {
        return ContentHash.of(id + " " + code).hex();
    }

    DomainProofId id() {
        return id;
    }

    String subject() {
        return subject;
    }

    String purpose() {
        return purpose;
    }

    DomainName domain() {
        return new DomainName(domain);
    }

    List<String> nameServers() {
        return Arrays.asList(nameServers.split(" "));
    }

    String record() {
        return RECORD + token;
    }

    boolean is(ProofStatus wanted) {
        return status == wanted;
    }

    boolean hasCode() {
        return codeHash != null;
    }

    boolean isCodeOver(Instant now) {
        return codeUntil == null || !codeUntil.isAfter(now);
    }

    int codeTries() {
        return codeTries;
    }

    int codesSent() {
        return codesSent;
    }

    Optional<Instant> until() {
        return Optional.ofNullable(proofUntil);
    }

    DomainProofView view(List<DomainAnswer> answers) {
        var newest = answers.stream()
                .collect(Collectors.toMap(DomainAnswer::question, answer -> answer, (newer, older) -> newer));
        return new DomainProofView(
                domain(), record(), status, proofUntil, provenAt, provenBy, hasCode(), newest, answers);
    }
}
