package io.handsel.disputes;

import io.handsel.audit.AuditTrail;
import io.handsel.partner.MatterDecision;
import io.handsel.partner.MatterFate;
import io.handsel.partner.OpenMatter;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerMatters;
import io.handsel.security.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The disputes a partner has a side in. What it opened itself may end with it; what is settled waits for its end. */
@Component
class DisputeMatters implements PartnerMatters {

    private final Disputes disputes;
    private final DisputeNews news;
    private final AuditTrail audit;
    private final Clock clock;

    DisputeMatters(Disputes disputes, DisputeNews news, AuditTrail audit, Clock clock) {
        this.disputes = disputes;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "dispute";
    }

    @Override
    public List<OpenMatter> openFor(PartnerId partner) {
        return disputes.findOpen(partner).stream()
                .map(dispute -> matter(dispute, partner))
                .toList();
    }

    private OpenMatter matter(Dispute dispute, PartnerId partner) {
        var own = dispute.parties()
                .filter(party -> party.partner().equals(partner))
                .findFirst()
                .orElseThrow();
        var mayTakeBack = own.equals(dispute.challenger()) && dispute.status().mayBecome(DisputeStatus.WITHDRAWN);
        return new OpenMatter(
                kind(),
                dispute.id().id(),
                dispute.number() + " · " + own.customer(),
                "disputes.status." + dispute.status(),
                null,
                mayTakeBack ? EnumSet.of(MatterFate.KEEP, MatterFate.RELEASE) : EnumSet.of(MatterFate.KEEP),
                true);
    }

    @Override
    public Optional<String> settle(Actor by, OpenMatter matter, MatterDecision decision, String reason) {
        var dispute = disputes.findById(new DisputeId(matter.id())).orElseThrow();
        if (dispute.status().mayBecome(DisputeStatus.WITHDRAWN)) {
            dispute.withdraw(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            audit.record(dispute.reference(), by, "withdrawn", Map.of("reason", reason));
            news.keep(dispute);
        }
        return Optional.empty();
    }
}
