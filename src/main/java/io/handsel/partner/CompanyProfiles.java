package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.PartnerOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The companies behind the partners: written by the partner's administrator and by whoever looks after the partner. */
@Service
@Transactional
public class CompanyProfiles {

    private final CompanyStore store;
    private final PartnerStore partners;
    private final Partners records;
    private final AuditTrail audit;

    CompanyProfiles(CompanyStore store, PartnerStore partners, Partners records, AuditTrail audit) {
        this.store = store;
        this.partners = partners;
        this.records = records;
        this.audit = audit;
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

    /** Every partner that has not ended, in two statements. */
    @Transactional(readOnly = true)
    public List<KnownCompany> all() {
        var known = store.findAll().stream().collect(Collectors.toMap(Company::partner, Function.identity()));
        return partners.findAllByOrderByName().stream()
                .map(Partner::heading)
                .filter(heading -> heading.standing() != PartnerStanding.ENDED)
                .map(heading -> known.containsKey(heading.partner())
                        ? new KnownCompany(
                                heading.partner(),
                                heading.name(),
                                heading.standing(),
                                known.get(heading.partner()).profile())
                        : heading)
                .toList();
    }

    /**
     * Writes down what is known of the company.
     *
     * @param version the state that was read
     * @throws PartnerNotFound if there is no such partner
     */
    public PartnerOutcome change(Actor by, PartnerId partner, CompanyProfile profile, long version) {
        var view = records.findLocked(partner).orElseThrow(() -> PartnerNotFound.with(partner));
        if (!records.mayLookAfter(by, partner) && !administers(by, partner)) {
            return new Refused(PartnerRefusal.NOT_YOURS);
        }
        if (versionOf(partner) != version) {
            return new Refused(PartnerRefusal.CHANGED_MEANWHILE);
        }
        var company = store.findById(partner).orElseGet(() -> new Company(partner));
        company.become(profile);
        store.saveAndFlush(company);
        audit.record(Partners.reference(partner), by, "company-changed", Map.of());
        return new Done(view);
    }

    private static boolean administers(Actor by, PartnerId partner) {
        return by.is(Role.PARTNER_ADMIN)
                && by.partner().map(PartnerId::of).filter(partner::equals).isPresent();
    }
}
