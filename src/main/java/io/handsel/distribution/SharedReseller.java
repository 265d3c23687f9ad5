package io.handsel.distribution;

import io.handsel.deals.DealId;
import io.handsel.deals.SharedDealPage;
import io.handsel.deals.SharedDeals;
import io.handsel.distribution.ResellerView.Certificate;
import io.handsel.distribution.ResellerView.Contact;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.training.Training;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way for a distributor to read anything of a reseller. What is shared is asked anew each time, so that a change
 * or an end takes effect at once.
 */
@Service
@Transactional(readOnly = true)
public class SharedReseller {

    private final LinkStore store;
    private final Partners partners;
    private final People people;
    private final Training training;
    private final SharedDeals deals;
    private final JdbcClient jdbc;
    private final Clock clock;

    SharedReseller(
            LinkStore store,
            Partners partners,
            People people,
            Training training,
            SharedDeals deals,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.partners = partners;
        this.people = people;
        this.training = training;
        this.deals = deals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws LinkNotFound if the actor's company has no such reseller, or may read nothing of it now */
    public ResellerView read(Actor actor, LinkId id) {
        var link = readable(actor, id);
        var reseller = Objects.requireNonNull(link.reseller());
        var shared = link.shared();
        var showsNobody = !shared.contains(SharedPart.CONTACTS) && !shared.contains(SharedPart.CERTIFICATES);
        var active = showsNobody
                ? List.<PersonView>of()
                : people.ofOrganisation(reseller.organisation()).stream()
                        .filter(PersonView::active)
                        .toList();
        return new ResellerView(
                id,
                partners.get(reseller).name(),
                link.answeredAt(),
                shared,
                shared.contains(SharedPart.CONTACTS)
                        ? active.stream()
                                .map(person -> new Contact(
                                        person.name(),
                                        person.roles(),
                                        person.email().address()))
                                .toList()
                        : List.of(),
                shared.contains(SharedPart.CERTIFICATES)
                        ? certificates(reseller, active, shared.contains(SharedPart.CONTACTS))
                        : List.of(),
                maySeeDeals(actor));
    }

    /**
     * All deals where they are shared, else those that are bought through the actor's company.
     *
     * @throws LinkNotFound if the actor's company has no such reseller, or may read nothing of it now
     */
    public SharedDealPage deals(Actor actor, LinkId id, @Nullable String after, int size) {
        var link = readable(actor, id);
        var reseller = Objects.requireNonNull(link.reseller());
        if (!maySeeDeals(actor)) {
            return SharedDealPage.NOTHING;
        }
        return link.shared().contains(SharedPart.DEALS)
                ? deals.all(reseller, after, size)
                : deals.among(reseller, boughtThrough(id), after, size);
    }

    private Set<DealId> boughtThrough(LinkId id) {
        return jdbc
                .sql("select deal_id from reseller_link_deal where link_id = ?")
                .param(id.id())
                .query(UUID.class)
                .stream()
                .map(DealId::new)
                .collect(Collectors.toSet());
    }

    private List<Certificate> certificates(PartnerId reseller, List<PersonView> active, boolean named) {
        var holders = active.stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
        return training.ofPartner(reseller).stream()
                .filter(held -> held.isValidAt(clock.instant()) && holders.containsKey(held.holder()))
                .map(held -> new Certificate(
                        held.course(),
                        named
                                ? Objects.requireNonNull(holders.get(held.holder()))
                                        .name()
                                : null,
                        held.expiresAt()))
                .toList();
    }

    private LinkView readable(Actor actor, LinkId id) {
        return actor.partner()
                .map(PartnerId::of)
                .flatMap(own -> store.findByIdAndDistributorAndStatus(id, own, LinkStatus.ACCEPTED))
                .map(ResellerLink::view)
                .filter(link -> !LinkList.rests(
                        link, partners.among(Set.of(link.distributor(), Objects.requireNonNull(link.reseller())))))
                .orElseThrow(() -> LinkNotFound.of(id));
    }

    private static boolean maySeeDeals(Actor actor) {
        return actor.is(Role.PARTNER_ADMIN) || actor.is(Role.PARTNER_SALES);
    }
}
