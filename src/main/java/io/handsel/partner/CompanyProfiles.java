package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.kernel.DomainName;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.PartnerOutcome.Refused;
import io.handsel.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The companies behind the partners: written by the partner's administrator and by whoever looks after the partner. */
@Service
@Transactional
public class CompanyProfiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CompanyStore store;
    private final PartnerStore partners;
    private final Partners records;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;

    CompanyProfiles(
            CompanyStore store,
            PartnerStore partners,
            Partners records,
            AuditTrail audit,
            ApplicationEventPublisher news) {
        this.store = store;
        this.partners = partners;
        this.records = records;
        this.audit = audit;
        this.news = news;
    }

    /** What is known; nothing where nobody has written anything down. */
    @Transactional(readOnly = true)
    public CompanyProfile of(PartnerId partner) {
        return store.findById(partner).map(Company::profile).orElse(CompanyProfile.UNKNOWN);
    }

    /** Which state of the record a change is meant for. */
    @Transactional(readOnly = true)
    public long versionOf(PartnerId partner) {
        return store.findById(partner).map(Company::version).orElse(-1L);
    }

    /** What the company says about itself, by the keys of the form; empty where it has said nothing. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> portraitOf(PartnerId partner) {
        return store.findById(partner)
                .flatMap(Company::portrait)
                .map(said -> JSON.readValue(said, new TypeReference<Map<String, @Nullable Object>>() {}))
                .orElse(Map.of());
    }

    /** What is known of one partner's company. */
    @Transactional(readOnly = true)
    public Optional<KnownCompany> find(PartnerId partner) {
        return partners.findById(partner)
                .map(Partner::heading)
                .map(heading -> store.findById(partner)
                        .map(company ->
                                new KnownCompany(partner, heading.name(), heading.standing(), company.profile()))
                        .orElse(heading));
    }

    /** Of this partner and those that have this domain the active ones, but of one type none; one statement in any case. */
    @Transactional(readOnly = true)
    public List<PartnerId> activeOnes(PartnerId named, DomainName domain, PartnerType butNot) {
        return partners.findActive(named, domain.name(), butNot.name());
    }

    /**
     * Writes down what is known of the company.
     *
     * @param version the state that was read
     * @throws PartnerNotFound if there is no such partner
     */
    public PartnerOutcome change(Actor by, PartnerId partner, CompanyProfile profile, long version) {
        var view = records.findLocked(partner).orElseThrow(() -> PartnerNotFound.with(partner));
        if (!records.mayLookAfter(by, partner) && !Partners.administers(by, partner)) {
            return new Refused(PartnerRefusal.NOT_YOURS);
        }
        if (versionOf(partner) != version) {
            return new Refused(PartnerRefusal.CHANGED_MEANWHILE);
        }
        keep(by, store.findById(partner).orElseGet(() -> new Company(partner)), profile);
        return new Done(view);
    }

    /**
     * Writes down what is known of the company of a partner that has just come in.
     *
     * @param by whoever has let the partner in
     * @throws IllegalStateException if somebody has written something down already
     */
    public void begin(Actor by, PartnerId partner, CompanyProfile profile) {
        if (store.findById(partner).isPresent()) {
            throw new IllegalStateException("The company of partner " + partner + " is known already");
        }
        keep(by, new Company(partner), profile);
    }

    private void keep(Actor by, Company company, CompanyProfile profile) {
        company.become(profile);
        store.saveAndFlush(company);
        audit.record(Partners.reference(company.partner()), by, "company-changed", Map.of());
        news.publishEvent(new CompanyChanged(company.partner()));
    }

    /**
     * Writes down what the actor's own company says about itself: everything its form asks for is there.
     *
     * @return why not; empty where it is written
     */
    public Optional<PartnerRefusal> describe(Actor by, Map<String, @Nullable Object> answers) {
        var partner = PartnerId.of(by.partner().orElseThrow());
        if (!by.isOfAllLocations()) {
            return Optional.of(PartnerRefusal.NOT_YOURS);
        }
        records.findLocked(partner);
        var company = store.findById(partner).orElseGet(() -> new Company(partner));
        company.describe(JSON.writeValueAsString(answers));
        store.saveAndFlush(company);
        audit.record(Partners.reference(partner), by, "profile", Map.of());
        news.publishEvent(new CompanyDescribed(partner, by.person()));
        return Optional.empty();
    }
}
