package io.handsel.deals;

import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.partner.MatterDecision;
import io.handsel.partner.MatterFate;
import io.handsel.partner.OpenMatter;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerMatters;
import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deals a partner has open. What is approved may run out or be handed on; what is not decided yet is neither. */
@Component
class DealMatters implements PartnerMatters {

    private final Deals deals;
    private final DealNews news;
    private final DealTransfers transfers;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealMatters(Deals deals, DealNews news, DealTransfers transfers, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.deals = deals;
        this.news = news;
        this.transfers = transfers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "deal";
    }

    @Override
    public List<OpenMatter> openFor(PartnerId partner) {
        return jdbc.sql("""
                        select id, deal_number, customer, status,
                            case when extension_keeps_until > protected_until then extension_keeps_until
                                else protected_until end as kept_until
                        from deal
                        where partner_id = :partner and (status in ('SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED')
                            or status = 'APPROVED' and (protected_until is null or protected_until > :now
                                or extension_keeps_until > :now))
                        order by submitted_at, id
                        """)
                .param("partner", partner.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(this::matter)
                .list();
    }

    @Override
    public Optional<String> settle(Actor by, OpenMatter matter, MatterDecision decision, String reason) {
        var id = new DealId(matter.id());
        if (decision.fate() == MatterFate.TRANSFER) {
            var outcome = transfers.handOn(id, Objects.requireNonNull(decision.heir()), by);
            return outcome instanceof Refused refused
                    ? Optional.of("deals.refused." + refused.reason())
                    : Optional.empty();
        }
        var deal = deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
        if (deal.status().isOpen()) {
            deal.withdraw(clock.instant(), reason);
            audit.record(deal.reference(), by, "withdrawn", Map.of("reason", reason));
            news.keep(deal);
        }
        return Optional.empty();
    }

    private OpenMatter matter(ResultSet row, int number) throws SQLException {
        var status = DealStatus.valueOf(row.getString("status"));
        var until = row.getObject("kept_until", OffsetDateTime.class);
        var approved = status == DealStatus.APPROVED;
        return new OpenMatter(
                kind(),
                row.getObject("id", UUID.class),
                row.getString("deal_number") + " · " + row.getString("customer"),
                "deals.status." + status,
                approved && until != null ? until.toInstant() : null,
                approved ? EnumSet.allOf(MatterFate.class) : EnumSet.of(MatterFate.KEEP, MatterFate.RELEASE),
                approved);
    }
}
