package io.handsel.distribution;

import io.handsel.distribution.PartnerLinks.Line;
import io.handsel.kernel.PageEnd;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerType;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is linked with whom: to each side in its own words, to the vendor's people both. */
@Service
@Transactional(readOnly = true)
public class LinkList {

    /** Nobody has more distributors than this; of what is over with them the rest is history. */
    private static final Limit MOST = Limit.of(100);

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final LinkStore store;
    private final Partners partners;
    private final Clock clock;

    LinkList(LinkStore store, Partners partners, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.clock = clock;
    }

    /** Whether the actor's company is a distributor. */
    public boolean isDistributor(Actor actor) {
        return actor.partner()
                .map(PartnerId::of)
                .flatMap(partners::typeOf)
                .filter(PartnerType.DISTRIBUTOR::equals)
                .isPresent();
    }

    /** Whether the actor's company has ever been invited by a distributor. */
    public boolean isReseller(Actor actor) {
        return actor.partner()
                .map(PartnerId::of)
                .filter(store::existsByReseller)
                .isPresent();
    }

    /** What the actor's company, a distributor, has to do with resellers, the latest first. */
    public ResellerPage ofDistributor(Actor actor, @Nullable String after, int size) {
        var own = own(actor);
        var end = PageEnd.read(after);
        var place = end.flatMap(PageEnd::moment).map(moment -> moment.toInstant());
        var found = views(store.findBehind(
                own,
                place.orElse(NEVER),
                place.flatMap(moment -> end).map(PageEnd::row).orElse(LAST),
                Limit.of(size + 1)));
        var shown = found.subList(0, Math.min(size, found.size()));
        var companies = companies(shown);
        return new ResellerPage(
                shown.stream().map(link -> resellerRow(link, companies)).toList(),
                found.size() <= size
                        ? null
                        : new PageEnd(
                                        shown.get(size - 1).invitedAt().toString(),
                                        shown.get(size - 1).id().id())
                                .written());
    }

    /** What the actor's company has to do with distributors: what is open, then what is over, the latest first. */
    public List<DistributorRow> ofReseller(Actor actor) {
        var found = views(store.findOfReseller(own(actor), MOST));
        var companies = companies(found);
        return found.stream()
                .map(link -> distributorRow(link, companies))
                // Nobody can answer as long as one of both is suspended.
                .filter(row -> row.status() != LinkStatus.PENDING || !row.rests())
                .toList();
    }

    /** Invitations that wait for an answer of the actor's. */
    public List<DistributorRow> waitingFor(Actor actor) {
        if (!ResellerLinks.mayDecide(actor)) {
            return List.of();
        }
        var found = views(store.findByResellerAndStatus(own(actor), LinkStatus.PENDING));
        var companies = companies(found);
        return found.stream()
                .map(link -> distributorRow(link, companies))
                .filter(row -> row.status() == LinkStatus.PENDING && !row.rests())
                .toList();
    }

    /** For the partner's record; empty where it has never had to do with any. */
    public Optional<PartnerLinks> ofPartner(PartnerId partner) {
        var found = views(store.findOfPartner(partner, MOST));
        var companies = companies(found);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new PartnerLinks(
                        found.stream()
                                .filter(link -> link.distributor().equals(partner))
                                .map(link -> line(link, link.reseller(), companies))
                                .toList(),
                        found.stream()
                                .filter(link -> partner.equals(link.reseller()))
                                .map(link -> line(link, link.distributor(), companies))
                                .toList()));
    }

    private Line line(LinkView link, @Nullable PartnerId other, Map<PartnerId, PartnerView> companies) {
        return new Line(
                other == null ? link.address() : name(other, companies),
                link.statusAt(clock.instant()),
                Stream.of(link.endedAt(), link.answeredAt())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(link.invitedAt()));
    }

    private ResellerRow resellerRow(LinkView link, Map<PartnerId, PartnerView> companies) {
        var reseller = link.wasAccepted() ? Objects.requireNonNull(link.reseller()) : null;
        return new ResellerRow(
                link.id(),
                link.address(),
                reseller == null ? null : name(reseller, companies),
                link.sentence(),
                link.statusAt(clock.instant()),
                link.invitedAt(),
                link.expiresAt(),
                link.endedAt(),
                link.reason(),
                reseller != null && rests(link, companies),
                link.shared());
    }

    private DistributorRow distributorRow(LinkView link, Map<PartnerId, PartnerView> companies) {
        return new DistributorRow(
                link.id(),
                name(link.distributor(), companies),
                link.sentence(),
                link.statusAt(clock.instant()),
                link.invitedAt(),
                link.expiresAt(),
                link.answeredAt(),
                link.endedAt(),
                link.reason(),
                rests(link, companies),
                link.shared());
    }

    /** Whether one of both is not active now, or the one no distributor any more; of a link that leads to somebody. */
    static boolean rests(LinkView link, Map<PartnerId, PartnerView> companies) {
        var reseller = companies.get(Objects.requireNonNull(link.reseller()));
        return Objects.requireNonNull(reseller).standing() != PartnerStanding.ACTIVE
                || !ResellerInvitations.isDistributing(Objects.requireNonNull(companies.get(link.distributor())));
    }

    private Map<PartnerId, PartnerView> companies(Collection<LinkView> links) {
        return partners.among(links.stream()
                .flatMap(link -> Stream.of(link.distributor(), link.reseller()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static List<LinkView> views(List<ResellerLink> links) {
        return links.stream().map(ResellerLink::view).toList();
    }

    private static String name(PartnerId partner, Map<PartnerId, PartnerView> companies) {
        return Objects.requireNonNull(companies.get(partner)).name();
    }

    private static PartnerId own(Actor actor) {
        return PartnerId.of(actor.partner().orElseThrow());
    }
}
