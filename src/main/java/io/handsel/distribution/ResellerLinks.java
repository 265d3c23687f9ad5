package io.handsel.distribution;

import io.handsel.audit.AuditTrail;
import io.handsel.distribution.LinkOutcome.Done;
import io.handsel.distribution.LinkOutcome.Refused;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandingChanged;
import io.handsel.partner.PartnerType;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reseller answers, what it lets its distributors read, and how a link ends. */
@Service
@Transactional
public class ResellerLinks {

    private static final int LONGEST = 500;

    private final LinkStore store;
    private final LinkNotices notices;
    private final Partners partners;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResellerLinks(
            LinkStore store,
            LinkNotices notices,
            Partners partners,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.partners = partners;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws LinkNotFound if the actor's company was not invited by it */
    public LinkOutcome accept(Actor by, LinkId id, Set<SharedPart> shared) {
        var link = asReseller(by, id);
        if (!mayDecide(by) || !mayBeLinked(link)) {
            return new Refused(LinkRefusal.NOT_POSSIBLE);
        }
        if (!link.waitsAt(clock.instant())) {
            return new Refused(LinkRefusal.ANSWERED_MEANWHILE);
        }
        link.accept(by.person(), shared, clock.instant());
        audit.record(link.reference(), by, "accepted", written(shared));
        events.publishEvent(new InvitationAccepted(id));
        return new Done(id);
    }

    /** @throws LinkNotFound if the actor's company was not invited by it */
    public LinkOutcome reject(Actor by, LinkId id) {
        var link = asReseller(by, id);
        if (!mayDecide(by)) {
            return new Refused(LinkRefusal.NOT_POSSIBLE);
        }
        if (!link.waitsAt(clock.instant())) {
            return new Refused(LinkRefusal.ANSWERED_MEANWHILE);
        }
        link.reject(by.person(), clock.instant());
        audit.record(link.reference(), by, "rejected", Map.of());
        events.publishEvent(new InvitationRejected(id));
        return new Done(id);
    }

    /**
     * From now on the distributor reads this and nothing else, but for deals bought through it.
     *
     * @throws LinkNotFound if the actor's company has no such link
     */
    public LinkOutcome share(Actor by, LinkId id, Set<SharedPart> shared) {
        var link = asReseller(by, id);
        if (!mayDecide(by)) {
            return new Refused(LinkRefusal.NOT_POSSIBLE);
        }
        if (link.status() != LinkStatus.ACCEPTED) {
            return new Refused(LinkRefusal.ANSWERED_MEANWHILE);
        }
        link.share(shared);
        audit.record(link.reference(), by, "shared", written(shared));
        return new Done(id);
    }

    /**
     * The reseller ends a link.
     *
     * @param reason told to the other side; may be empty
     * @throws LinkNotFound if the actor's company is not the reseller of such a link
     */
    public LinkOutcome endAsReseller(Actor by, LinkId id, String reason) {
        return end(by, asReseller(by, id), reason, LinkNotice.ENDED_BY_RESELLER);
    }

    /**
     * The distributor ends a link.
     *
     * @param reason told to the other side; may be empty
     * @throws LinkNotFound if the actor's company is not the distributor of such a link
     */
    public LinkOutcome endAsDistributor(Actor by, LinkId id, String reason) {
        var own = PartnerId.of(by.partner().orElseThrow());
        var link = store.findLockedOfDistributor(id, own).orElseThrow(() -> LinkNotFound.of(id));
        return end(by, link, reason, LinkNotice.ENDED_BY_DISTRIBUTOR);
    }

    private LinkOutcome end(Actor by, ResellerLink link, String reason, LinkNotice told) {
        if (!mayDecide(by)) {
            return new Refused(LinkRefusal.NOT_POSSIBLE);
        }
        if (link.status() != LinkStatus.ACCEPTED) {
            return new Refused(LinkRefusal.ANSWERED_MEANWHILE);
        }
        var why = reason.strip();
        if (why.length() > LONGEST) {
            return new Refused(LinkRefusal.TOO_LONG, "reason");
        }
        link.end(by.person(), why.isEmpty() ? null : why, clock.instant());
        audit.record(link.reference(), by, "ended", Map.of("reason", why));
        notices.tell(link.id(), told, "ended");
        return new Done(link.id());
    }

    /**
     * With a partner end its links. What a reseller has not answered stays as it is and expires: its distributor is not
     * to learn from the end of an invitation that there was a partner.
     */
    @EventListener
    void on(PartnerStandingChanged event) {
        if (event.standing() == PartnerStanding.ENDED) {
            store.findLocked(event.partner(), EnumSet.of(LinkStatus.PENDING, LinkStatus.ACCEPTED))
                    .forEach(link -> endWith(event.partner(), link));
        }
    }

    private void endWith(PartnerId ended, ResellerLink link) {
        var byDistributor = link.distributor().equals(ended);
        if (link.status() == LinkStatus.ACCEPTED) {
            link.end(null, null, clock.instant());
            audit.recordBySystem(link.reference(), "ended", Map.of());
            notices.tell(
                    link.id(),
                    byDistributor ? LinkNotice.ENDED_BY_DISTRIBUTOR : LinkNotice.ENDED_BY_RESELLER,
                    "partner ended");
        } else if (byDistributor && link.waitsAt(clock.instant())) {
            link.cancel();
            audit.recordBySystem(link.reference(), "cancelled", Map.of());
            events.publishEvent(new InvitationCancelled(link.id()));
        }
    }

    /** What is not meant for the actor's company is not there. */
    private ResellerLink asReseller(Actor by, LinkId id) {
        var own = PartnerId.of(by.partner().orElseThrow());
        return store.findLockedOfReseller(id, own).orElseThrow(() -> LinkNotFound.of(id));
    }

    /** Only whoever administers the whole company; nobody of the vendor, who works for none. */
    public static boolean mayDecide(Actor by) {
        return by.is(Role.PARTNER_ADMIN) && by.isOfAllLocations();
    }

    /** Both are as they were when the invitation was possible. */
    private boolean mayBeLinked(ResellerLink link) {
        var reseller = partners.get(link.reseller().orElseThrow());
        return ResellerInvitations.isDistributing(partners.get(link.distributor()))
                && reseller.standing() == PartnerStanding.ACTIVE
                && !reseller.type().equals(PartnerType.DISTRIBUTOR);
    }

    private static Map<String, String> written(Set<SharedPart> shared) {
        return Map.of("shared", shared.stream().map(SharedPart::name).sorted().collect(Collectors.joining(", ")));
    }
}
