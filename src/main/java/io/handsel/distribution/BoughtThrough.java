package io.handsel.distribution;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOverview;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Through which of its distributors a reseller buys for a deal; that distributor reads the deal's row then. */
@Service
@Transactional
public class BoughtThrough {

    private final LinkStore store;
    private final Partners partners;
    private final DealOverview deals;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    BoughtThrough(
            LinkStore store, Partners partners, DealOverview deals, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.deals = deals;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where the deal's partner, the actor's own, has no distributor to buy through. */
    @Transactional(readOnly = true)
    public Optional<BoughtThroughView> of(Actor actor, DealDetails deal) {
        var distributors = distributors(PartnerId.of(actor.partner().orElseThrow()));
        if (distributors.isEmpty()) {
            return Optional.empty();
        }
        var chosen = chosen(deal.id()).filter(distributors::containsKey).orElse(null);
        return Optional.of(new BoughtThroughView(deal.id(), distributors, chosen, mayChoose(actor)));
    }

    /** The name of the distributor, for whoever decides the deal; empty where it is bought directly. */
    @Transactional(readOnly = true)
    public Optional<String> nameOf(DealId deal) {
        return chosen(deal)
                .flatMap(store::findById)
                .filter(link -> link.status() == LinkStatus.ACCEPTED)
                .map(link -> partners.get(link.distributor()).name());
    }

    /**
     * From now on the deal is bought through this distributor, which reads its row, and no other does.
     *
     * @param through null if it is bought directly
     * @return why not; empty if it is
     * @throws io.handsel.deals.DealNotFound if it is no deal of the actor's
     */
    public Optional<LinkRefusal> choose(Actor by, DealId id, @Nullable LinkId through) {
        var deal = deals.details(by, id);
        if (!mayChoose(by)) {
            return Optional.of(LinkRefusal.NOT_POSSIBLE);
        }
        var own = PartnerId.of(by.partner().orElseThrow());
        if (through == null) {
            jdbc.sql("delete from reseller_link_deal where deal_id = ?")
                    .param(deal.id().id())
                    .update();
            audit.record(reference(id), by, "bought-directly", Map.of());
            return Optional.empty();
        }
        var name = distributors(own).get(through);
        if (name == null) {
            return Optional.of(LinkRefusal.ANSWERED_MEANWHILE);
        }
        keep(by, id, own, through);
        audit.record(reference(id), by, "bought-through", Map.of("distributor", name));
        return Optional.empty();
    }

    /** Of two who choose at once the later one counts. */
    private void keep(Actor by, DealId deal, PartnerId own, LinkId through) {
        var isNew = jdbc.sql("""
                                insert into reseller_link_deal (deal_id, reseller_id, link_id, chosen_by, chosen_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(deal.id(), own.id(), through.id(), by.person().id(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (!isNew) {
            jdbc.sql("update reseller_link_deal set link_id = ?, chosen_by = ?, chosen_at = ? where deal_id = ?")
                    .params(through.id(), by.person().id(), Timestamp.from(clock.instant()), deal.id())
                    .update();
        }
    }

    /** Those of a reseller's distributors that can be bought through now, by name. */
    private Map<LinkId, String> distributors(PartnerId reseller) {
        var links = store.findByResellerAndStatus(reseller, LinkStatus.ACCEPTED).stream()
                .map(ResellerLink::view)
                .toList();
        Map<PartnerId, PartnerView> companies = partners.among(links.stream()
                .flatMap(link -> Stream.of(link.distributor(), reseller))
                .collect(Collectors.toSet()));
        Map<LinkId, String> found = new LinkedHashMap<>();
        links.stream()
                .filter(link -> !LinkList.rests(link, companies))
                .sorted(Comparator.comparing(link -> name(link, companies)))
                .forEach(link -> found.put(link.id(), name(link, companies)));
        return found;
    }

    private static String name(LinkView link, Map<PartnerId, PartnerView> companies) {
        return Objects.requireNonNull(companies.get(link.distributor())).name();
    }

    private Optional<LinkId> chosen(DealId deal) {
        return jdbc.sql("select link_id from reseller_link_deal where deal_id = ?")
                .param(deal.id())
                .query(UUID.class)
                .optional()
                .map(LinkId::new);
    }

    private static boolean mayChoose(Actor actor) {
        return actor.is(Role.PARTNER_ADMIN) || actor.is(Role.PARTNER_SALES);
    }

    private static CaseReference reference(DealId id) {
        return new CaseReference("deal", id.id());
    }
}
