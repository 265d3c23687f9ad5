package io.handsel.applications;

import io.handsel.dns.CodeOutcome;
import io.handsel.dns.DnsQuestion;
import io.handsel.dns.DomainProofView;
import io.handsel.dns.DomainProofs;
import io.handsel.dns.ProofStatus;
import io.handsel.engine.Facts;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import io.handsel.territory.TerritoryView;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The domains of applicants: asked about and proven by {@code dns}, judged by the table {@code domain-policy}. */
@Component
class ApplicationDomains {

    private static final String PURPOSE = "application";

    private final DomainProofs proofs;
    private final ApplicationTables tables;
    private final ApplicationTerritories territories;

    ApplicationDomains(DomainProofs proofs, ApplicationTables tables, ApplicationTerritories territories) {
        this.proofs = proofs;
        this.tables = tables;
        this.territories = territories;
    }

    /** Of the registrable domain: whoever has that has every part of it. */
    void begin(PartnerApplication application) {
        var domain = new DomainName(
                Objects.requireNonNull(application.applicant().marks().domain()));
        proofs.begin(
                subject(application), PURPOSE, domain, application.applicant().nameServers());
    }

    void drop(PartnerApplication application) {
        proofs.drop(subject(application));
    }

    Optional<DomainProofView> proof(PartnerApplication application) {
        return proofs.find(subject(application));
    }

    DomainStanding standing(PartnerApplication application) {
        var proof = proof(application);
        return tables.domain(Facts.of(
                        "proof", proof.map(DomainProofView::status).orElse(ProofStatus.PENDING))
                .and(
                        "nameServers",
                        proof.map(known -> known.finding(DnsQuestion.NAME_SERVERS))
                                .orElse(null))
                .and(
                        "mailServers",
                        proof.map(known -> known.finding(DnsQuestion.MAIL_SERVERS))
                                .orElse(null)));
    }

    CodeOutcome sendCode(PartnerApplication application, EmailAddress address) {
        return isLookedFor(application)
                ? proofs.sendCode(
                        subject(application),
                        address,
                        application.applicant().locale(),
                        territories.of(application).map(TerritoryView::zone).orElse(ZoneOffset.UTC))
                : CodeOutcome.NOT_PENDING;
    }

    CodeOutcome enterCode(PartnerApplication application, String code) {
        return isLookedFor(application) ? proofs.enterCode(subject(application), code) : CodeOutcome.NOT_PENDING;
    }

    private boolean isLookedFor(PartnerApplication application) {
        return application.status().isRunning() && proof(application).isPresent();
    }

    /** The application a domain was to be proven for; empty where it was for something else. */
    static Optional<ApplicationId> subject(String subject) {
        return subject.startsWith(PURPOSE + " ")
                ? Optional.of(ApplicationId.parse(subject.substring(PURPOSE.length() + 1)))
                : Optional.empty();
    }

    private static String subject(PartnerApplication application) {
        return PURPOSE + " " + application.id();
    }
}
