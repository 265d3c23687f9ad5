package io.handsel.agreements;

import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.partner.MatterDecision;
import io.handsel.partner.MatterFate;
import io.handsel.partner.OpenMatter;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerMatters;
import io.handsel.security.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The agreement a partner has not signed, or the vendor not yet; with its partner it ends too. */
@Component
class AgreementMatters implements PartnerMatters {

    private final AgreementStore store;
    private final AgreementConclusion conclusion;

    AgreementMatters(AgreementStore store, AgreementConclusion conclusion) {
        this.store = store;
        this.conclusion = conclusion;
    }

    @Override
    public String kind() {
        return "agreement";
    }

    @Override
    public List<OpenMatter> openFor(PartnerId partner) {
        return store
                .findByCurrentFor(partner.id())
                .filter(agreement -> agreement.status().mayBecome(AgreementStatus.DECLINED))
                .map(agreement -> new OpenMatter(
                        kind(),
                        agreement.id().id(),
                        agreement.number(),
                        "agreements.status." + agreement.status(),
                        null,
                        EnumSet.of(MatterFate.KEEP, MatterFate.RELEASE),
                        false))
                .stream()
                .toList();
    }

    @Override
    public Optional<String> settle(Actor by, OpenMatter matter, MatterDecision decision, String reason) {
        var outcome = conclusion.withdraw(by, new AgreementId(matter.id()), reason);
        return outcome instanceof Refused refused
                ? Optional.of("agreements.refused." + refused.reason())
                : Optional.empty();
    }
}
