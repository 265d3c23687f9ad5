package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of the partner companies. */
@Service
@Transactional
public class Partners {

    private final PartnerStore store;
    private final AuditTrail audit;

    Partners(PartnerStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** @throws PartnerNotFound if there is no such partner */
    @Transactional(readOnly = true)
    public PartnerView get(PartnerId id) {
        return find(id).orElseThrow(() -> PartnerNotFound.with(id));
    }

    @Transactional(readOnly = true)
    public Optional<PartnerView> find(PartnerId id) {
        return store.findById(id).map(Partner::view);
    }

    /** Every partner by name. */
    @Transactional(readOnly = true)
    public List<PartnerView> list() {
        return store.findAllByOrderByName().stream().map(Partner::view).toList();
    }

    public PartnerView register(NewPartner wanted) {
        var partner = store.save(new Partner(wanted));
        audit.recordBySystem(reference(partner.id()), "registered", Map.of("name", wanted.name()));
        return partner.view();
    }

    /**
     * Moves a partner on; whether that is possible says {@link PartnerStanding#mayBecome}.
     *
     * @throws IllegalStateException if it is not
     */
    public PartnerView become(Actor by, PartnerId id, PartnerStanding next) {
        var partner = store.findById(id).orElseThrow(() -> PartnerNotFound.with(id));
        partner.become(next);
        audit.record(reference(id), by, "became", Map.of("standing", next.name()));
        return partner.view();
    }

    static CaseReference reference(PartnerId id) {
        return new CaseReference("partner", id.id());
    }
}
