package io.handsel.distribution;

import io.handsel.audit.AuditTrail;
import io.handsel.distribution.LinkOutcome.Done;
import io.handsel.distribution.LinkOutcome.Refused;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerType;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.territory.PartnerDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a distributor invites resellers. What it is answered goes by what it has typed and done itself, never by whom an
 * address leads to: an invitation that leads to nobody is kept, waits and expires like any other, and takes the same
 * statements.
 */
@Service
@Transactional
public class ResellerInvitations {

    static final DecisionKey RULES = DecisionKey.of("link-rules");

    private static final int LONGEST = 500;

    private final LinkStore store;
    private final Partners partners;
    private final CompanyProfiles companies;
    private final People people;
    private final Decisions decisions;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResellerInvitations(
            LinkStore store,
            Partners partners,
            CompanyProfiles companies,
            People people,
            Decisions decisions,
            AuditTrail audit,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.partners = partners;
        this.companies = companies;
        this.people = people;
        this.decisions = decisions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Invites a company to buy through the actor's own.
     *
     * @param typed its domain, or the mail address of somebody there
     * @param sentence to whoever reads the invitation
     */
    public LinkOutcome invite(Actor by, String typed, String sentence) {
        var own = PartnerId.of(by.partner().orElseThrow());
        // Of two invitations at once the second waits, and counts the first.
        var distributor = partners.findLocked(own).orElseThrow();
        if (!ResellerLinks.mayDecide(by) || !isDistributing(distributor)) {
            return new Refused(LinkRefusal.NOT_POSSIBLE);
        }
        var read = InvitedAddress.read(typed.strip());
        if (read.isEmpty()) {
            return new Refused(LinkRefusal.ADDRESS_UNREADABLE, "address");
        }
        if (sentence.isBlank()) {
            return new Refused(LinkRefusal.SENTENCE_MISSING, "sentence");
        }
        if (sentence.strip().length() > LONGEST) {
            return new Refused(LinkRefusal.TOO_LONG, "sentence");
        }
        var address = read.get();
        var rules = rules(distributor);
        var now = clock.instant();
        var asked = asked(distributor, address.text(), rules, now);
        if (asked.isPresent()) {
            return new Refused(asked.get(), "address");
        }
        var link = store.saveAndFlush(new ResellerLink(
                own,
                reseller(own, address, rules, now).orElse(null),
                address.text(),
                sentence.strip(),
                by.person(),
                now,
                new InvitationPlan(
                        PartnerDay.endAfter(now, rules.reminder() - 1L, distributor.zone()),
                        PartnerDay.endAfter(now, rules.expiry(), distributor.zone()))));
        audit.record(link.reference(), by, "invited", Map.of("address", address.text()));
        events.publishEvent(new ResellerInvited(link.id()));
        return new Done(link.id());
    }

    static boolean isDistributing(PartnerView partner) {
        return partner.standing() == PartnerStanding.ACTIVE && partner.type().equals(PartnerType.DISTRIBUTOR);
    }

    /** Takes an invitation back that has not been answered. */
    public LinkOutcome cancel(Actor by, LinkId id) {
        var own = PartnerId.of(by.partner().orElseThrow());
        var link = store.findLockedOfDistributor(id, own).orElseThrow(() -> LinkNotFound.of(id));
        if (!ResellerLinks.mayDecide(by)) {
            return new Refused(LinkRefusal.NOT_POSSIBLE);
        }
        if (!link.waitsAt(clock.instant())) {
            return new Refused(LinkRefusal.ANSWERED_MEANWHILE);
        }
        link.cancel();
        audit.record(link.reference(), by, "cancelled", Map.of());
        events.publishEvent(new InvitationCancelled(id));
        return new Done(id);
    }

    /** When the invitation is brought to mind, and when it is over. */
    @Transactional(readOnly = true)
    public InvitationPlan plan(LinkId id) {
        return load(id).plan();
    }

    /** Its time is over; the second call finds the work done. */
    public void expire(LinkId id) {
        store.findLocked(id).filter(link -> link.status() == LinkStatus.PENDING).ifPresent(link -> {
            link.expire();
            audit.recordBySystem(link.reference(), "expired", Map.of());
        });
    }

    /** Why this distributor may not invite this address now; by what it has done itself, in one statement. */
    private Optional<LinkRefusal> asked(PartnerView distributor, String address, LinkRules rules, Instant now) {
        var today = PartnerDay.startOf(PartnerDay.of(now, distributor.zone()), distributor.zone());
        return jdbc.sql("""
                        select count(case when status = 'PENDING' and expires_at > :now then 1 end) as waiting,
                            count(case when invited_at >= :today then 1 end) as today,
                            count(case when open_address = :address then 1 end) as open,
                            count(case when status = 'REJECTED' and address = :address and answered_at > :since
                                then 1 end) as rejected
                        from reseller_link where distributor_id = :distributor
                        """)
                .param("now", Timestamp.from(now))
                .param("today", Timestamp.from(today))
                .param("address", address)
                .param("since", Timestamp.from(since(rules, now)))
                .param("distributor", distributor.id().id())
                .query((row, number) -> refusal(row, rules))
                .single();
    }

    private static Optional<LinkRefusal> refusal(ResultSet counts, LinkRules rules) throws SQLException {
        if (counts.getInt("open") > 0) {
            return Optional.of(LinkRefusal.ALREADY_INVITED);
        }
        if (counts.getInt("rejected") > 0) {
            return Optional.of(LinkRefusal.REJECTED_LATELY);
        }
        if (counts.getInt("waiting") >= rules.mostWaiting()) {
            return Optional.of(LinkRefusal.TOO_MANY_WAITING);
        }
        return counts.getInt("today") >= rules.mostADay() ? Optional.of(LinkRefusal.TOO_MANY_TODAY) : Optional.empty();
    }

    /**
     * Whom an address leads to. Somebody who has a link with this distributor already, or has said no to it lately under
     * another address, is not asked again, and the distributor does not learn that it is the same company.
     */
    private Optional<PartnerId> reseller(PartnerId distributor, InvitedAddress address, LinkRules rules, Instant now) {
        var person = address.person();
        var named = person == null
                ? Set.<PartnerId>of()
                : people.at(person).stream()
                        .map(PersonView::organisation)
                        .filter(Objects::nonNull)
                        .map(PartnerId::of)
                        .collect(Collectors.toSet());
        // The distributor itself is no reseller, and stands for nobody so that the statement is the same.
        var one = named.size() == 1 ? named.iterator().next() : distributor;
        var found = companies.activeOnes(one, address.domain(), PartnerType.DISTRIBUTOR);
        var meant = found.contains(one) ? List.of(one) : found;
        // Where several have one address nobody is sure to be meant.
        var reseller = named.size() <= 1 && meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.<PartnerId>empty();
        var known = jdbc.sql("""
                        select count(*) from reseller_link where distributor_id = :distributor
                            and (open_reseller = :reseller
                                or reseller_id = :reseller and status = 'REJECTED' and answered_at > :since)
                        """)
                .param("distributor", distributor.id())
                .param("reseller", reseller.orElse(distributor).id())
                .param("since", Timestamp.from(since(rules, now)))
                .query(Integer.class)
                .single();
        return known == 0 ? reseller : Optional.empty();
    }

    private LinkRules rules(PartnerView distributor) {
        return LinkRules.of(
                decisions.one(RULES, Facts.of("tier", distributor.tier().name())));
    }

    private static Instant since(LinkRules rules, Instant now) {
        return now.minus(Duration.ofDays(rules.pause()));
    }

    private ResellerLink load(LinkId id) {
        return store.findById(id).orElseThrow(() -> LinkNotFound.of(id));
    }
}
