package io.handsel.dns;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proofs of domains: begun, looked for hourly by a process, or made by a code; each for one subject. */
@Service
@Transactional
public class DomainProofs {

    static final DecisionKey RULES = DecisionKey.of("domain-proof");

    private static final String MAIL = "dns.mail.";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    /** Letters and digits nobody mistakes for one another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 8;
    private static final int ANSWERS_SHOWN = 30;

    private final DomainProofStore store;
    private final DomainAnswers answers;
    private final Decisions decisions;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DomainProofs(
            DomainProofStore store,
            DomainAnswers answers,
            Decisions decisions,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.answers = answers;
        this.decisions = decisions;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins to look; the second call for a subject finds it begun, and begins once more where its time was over.
     *
     * @param subject what it is for
     * @param purpose the kind of subject, by which the table {@code domain-proof} may differ
     * @param servers the name servers the domain is said to have
     */
    public void begin(String subject, String purpose, DomainName domain, List<DomainName> servers) {
        var known = store.findBySubject(subject);
        if (known.filter(proof -> !proof.is(ProofStatus.EXPIRED)).isPresent()) {
            return;
        }
        known.ifPresent(proof -> proof.beginAgain(clock.instant()));
        var proof = store.saveAndFlush(
                known.orElseGet(() -> new DomainProof(subject, purpose, domain, servers, token(), clock.instant())));
        audit.recordBySystem(reference(proof), "begun", Map.of("domain", domain.name()));
        events.publishEvent(new DomainProofBegun(proof.id()));
    }

    @Transactional(readOnly = true)
    public Optional<DomainProofView> find(String subject) {
        return store.findBySubject(subject).map(proof -> proof.view(answers.newest(proof.id(), ANSWERS_SHOWN)));
    }

    /** Nobody needs it any more. */
    public void drop(String subject) {
        store.findBySubject(subject)
                .filter(proof -> !proof.is(ProofStatus.DROPPED))
                .ifPresent(proof -> {
                    proof.drop();
                    store.saveAndFlush(proof);
                    events.publishEvent(new DomainProofDropped(proof.id()));
                });
    }

    /**
     * Mails a code to an address at the domain; those mailed before are good for nothing any more.
     *
     * @throws IllegalStateException if nothing was begun for the subject
     */
    public CodeOutcome sendCode(String subject, EmailAddress address, Locale locale, ZoneId zone) {
        var proof = load(subject);
        var rules = rules(proof);
        if (!proof.is(ProofStatus.PENDING)) {
            return CodeOutcome.NOT_PENDING;
        }
        if (!isAt(address, proof.domain())) {
            return CodeOutcome.NOT_AT_DOMAIN;
        }
        if (proof.codesSent() >= rules.mostCodes()) {
            return CodeOutcome.TOO_MANY_CODES;
        }
        var code = code();
        var until = clock.instant().plus(rules.codeLasts());
        proof.sendCode(code, until);
        audit.recordBySystem(reference(proof), "code-sent", Map.of());
        notifications.send(Notice.toAddress(address, locale, zone)
                .about(MAIL + "code", proof.domain().name(), code, until)
                .inConfidence()
                .once("domain-code " + proof.id() + " " + proof.codesSent() + " " + clock.instant()));
        return CodeOutcome.SENT;
    }

    /** @throws IllegalStateException if nothing was begun for the subject */
    public CodeOutcome enterCode(String subject, String typed) {
        var proof = load(subject);
        if (!proof.is(ProofStatus.PENDING)) {
            return CodeOutcome.NOT_PENDING;
        }
        if (proof.isCodeOver(clock.instant())) {
            return CodeOutcome.ENDED;
        }
        if (proof.codeTries() >= rules(proof).codeTries()) {
            return CodeOutcome.TOO_MANY_TRIES;
        }
        if (!proof.tryCode(typed.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT))) {
            return CodeOutcome.WRONG;
        }
        prove(proof, ProofMeans.CODE);
        return CodeOutcome.PROVEN;
    }

    /** Sets until when the record is looked for. */
    public Instant planProof(DomainProofId id) {
        var proof = load(id);
        var until = clock.instant().plus(rules(proof).lasts());
        proof.lookUntil(until);
        return until;
    }

    /** What {@link DomainCheck} has to know before it asks. */
    @Transactional(readOnly = true)
    AskedDomain asked(DomainProofId id) {
        var proof = load(id);
        return new AskedDomain(proof.domain().name(), proof.nameServers(), proof.record());
    }

    /** Keeps what was answered; a record that was found is the proof. */
    CheckResult keep(DomainProofId id, List<DomainAnswer> found) {
        var proof = load(id);
        answers.keep(id, found);
        found.stream()
                .filter(answer -> answer.question() == DnsQuestion.PROOF && answer.finding() == DnsFinding.FOUND)
                .findAny()
                .ifPresent(answer -> prove(proof, ProofMeans.RECORD));
        var known = found.stream().noneMatch(answer -> answer.finding() == DnsFinding.UNKNOWN);
        return new CheckResult(
                !proof.is(ProofStatus.PENDING) && known,
                clock.instant().plus(rules(proof).every()));
    }

    /** Its time is over. */
    public void expire(DomainProofId id) {
        var proof = load(id);
        proof.expire();
        audit.recordBySystem(reference(proof), "time-over", Map.of());
    }

    private void prove(DomainProof proof, ProofMeans means) {
        if (proof.is(ProofStatus.PENDING)) {
            proof.prove(means, clock.instant());
            store.saveAndFlush(proof);
            audit.recordBySystem(reference(proof), "proven", Map.of("means", means.name()));
            events.publishEvent(new DomainProven(proof.id(), proof.subject()));
        }
    }

    private ProofRules rules(DomainProof proof) {
        return ProofRules.of(decisions.one(RULES, Facts.of("purpose", proof.purpose())));
    }

    /** At the domain itself, or at a part of it: whoever can read there can also write the record. */
    private static boolean isAt(EmailAddress address, DomainName domain) {
        return DomainName.find(address.host())
                .filter(host -> host.equals(domain) || host.name().endsWith("." + domain.name()))
                .isPresent();
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String code() {
        return RANDOM.ints(CODE_LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                .collect(Collectors.joining());
    }

    private DomainProof load(String subject) {
        return store.findBySubject(subject)
                .orElseThrow(() -> new IllegalStateException("No domain is to be proven for " + subject));
    }

    private DomainProof load(DomainProofId id) {
        return store.findById(id).orElseThrow(() -> new IllegalStateException("There is no proof " + id));
    }

    private static CaseReference reference(DomainProof proof) {
        return new CaseReference("domain-proof", proof.id().id());
    }
}
