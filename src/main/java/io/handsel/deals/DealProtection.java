package io.handsel.deals;

import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.ClaimEnd;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.ProtectionRules.Extensions;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an approved deal while it is protected, by its partner and by the clock. */
@Service
@Transactional
public class DealProtection {

    private final Deals deals;
    private final OwnDeals own;
    private final DealNews news;
    private final DealTables tables;
    private final ProtectionDates dates;
    private final HoldRequests requests;
    private final AccountClaims claims;
    private final Partners partners;
    private final AuditTrail audit;
    private final Clock clock;

    DealProtection(
            Deals deals,
            OwnDeals own,
            DealNews news,
            DealTables tables,
            ProtectionDates dates,
            HoldRequests requests,
            AccountClaims claims,
            Partners partners,
            AuditTrail audit,
            Clock clock) {
        this.deals = deals;
        this.own = own;
        this.news = news;
        this.tables = tables;
        this.dates = dates;
        this.requests = requests;
        this.claims = claims;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells how the sale goes, which keeps the claim alive. */
    public DealOutcome update(Actor actor, DealId id, UpdateDeal update) {
        var deal = own.get(actor, id);
        var refused = refusal(deal, update);
        if (refused != null) {
            return refused;
        }
        deal.update(update, dates.nextUpdate(deal, now()).orElse(null));
        audit.record(
                deal.reference(),
                actor,
                "updated",
                Map.of("stage", update.stage().name(), "next", update.nextStep()));
        return saved(deal);
    }

    public DealOutcome requestExtension(Actor actor, DealId id, RequestExtension request) {
        var deal = own.get(actor, id);
        if (!deal.isProtected(now())) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        var extensions = dates.rules(deal).extensions();
        if (extensions == Extensions.NONE || deal.protectedUntil().isEmpty()) {
            return new Refused(DealRefusal.EXTENSION_NOT_OFFERED);
        }
        if (deal.extensionWaits()) {
            return new Refused(DealRefusal.EXTENSION_WAITING);
        }
        if (extensions == Extensions.ONCE && deal.extensions() > 0) {
            return new Refused(DealRefusal.EXTENSION_USED);
        }
        var wrong = wrongText(request.reason(), "reason");
        if (wrong != null) {
            return wrong;
        }
        deal.requestExtension(request.reason().strip());
        audit.record(deal.reference(), actor, "extension-requested", Map.of("reason", request.reason()));
        return saved(deal);
    }

    /** Changes what was approved: at once within the tolerance, else after a new review. */
    public DealOutcome amend(Actor actor, DealId id, AmendDeal amendment) {
        var deal = own.get(actor, id);
        if (!deal.isProtected(now())) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        if (deal.amendmentWaits()) {
            return new Refused(DealRefusal.AMENDMENT_WAITING);
        }
        var refused = refusal(deal, amendment);
        if (refused != null) {
            return refused;
        }
        var amended = deal.content().amended(amendment);
        if (amended.equals(deal.content())) {
            return new Refused(DealRefusal.NOTHING_CHANGED);
        }
        var tolerance = tables.programOf(deal).amendmentTolerance();
        if (Amendments.isWithinTolerance(deal.content(), amended, tolerance)) {
            deal.amendAtOnce(amended);
            audit.record(
                    deal.reference(),
                    actor,
                    "amended",
                    Map.of("value", amended.value().toString()));
        } else {
            deal.requestAmendment(Amendments.written(amendment));
            audit.record(deal.reference(), actor, "amendment-requested", Map.of("reason", amendment.reason()));
        }
        return saved(deal);
    }

    /** What comes next, as the tables say now. */
    @Transactional(readOnly = true)
    public ProtectionPlan plan(DealId id) {
        return dates.next(load(id), now());
    }

    /** The time is up: the account is free in the same transaction. */
    public void lapse(DealId id) {
        var deal = load(id);
        if (deal.is(DealStatus.EXPIRED)) {
            return;
        }
        var missedUpdate = deal.updateDue().filter(due -> !due.isAfter(now())).isPresent();
        deal.expire(now());
        claims.release(id.id(), ClaimEnd.EXPIRED);
        audit.recordBySystem(
                deal.reference(), "expired", Map.of("because", missedUpdate ? "update missed" : "time is up"));
        news.keep(deal);
    }

    public void grantExtension(DealId id) {
        var deal = load(id);
        if (!deal.extensionWaits()) {
            return;
        }
        var until = dates.extended(deal, deal.protectedUntil().orElseThrow());
        claims.extend(id.id(), until);
        deal.extend(until);
        audit.recordBySystem(deal.reference(), "extended", Map.of("until", until.toString()));
        news.keep(deal);
    }

    public void declineExtension(DealId id) {
        var deal = load(id);
        if (!deal.extensionWaits()) {
            return;
        }
        deal.declineExtension();
        audit.recordBySystem(deal.reference(), "extension-declined", Map.of());
        news.keep(deal);
    }

    /** Makes the deal what was asked for; another customer is claimed before the present one is let go. */
    public HoldOutcome applyAmendment(DealId id) {
        var deal = load(id);
        if (!deal.amendmentWaits()) {
            return new HoldOutcome.Held();
        }
        var amended = Amendments.contentOf(deal);
        var until = deal.keptUntil().orElse(ProtectionDates.NEVER);
        if (!amended.question().equals(deal.content().question())
                || !amended.products().equals(deal.content().products())) {
            var wanted = requests.of(deal, amended, until);
            claims.release(id.id(), ClaimEnd.TRANSFERRED);
            if (claims.hold(wanted) instanceof ClaimOutcome.Refused) {
                claims.hold(requests.of(deal, deal.content(), until));
                claims.protect(id.id(), until);
                return new HoldOutcome.Taken(RejectionReason.DUPLICATE);
            }
            claims.protect(id.id(), until);
        }
        deal.applyAmendment(amended);
        audit.recordBySystem(
                deal.reference(), "amended", Map.of("value", amended.value().toString()));
        news.keep(deal);
        return new HoldOutcome.Held();
    }

    public void declineAmendment(DealId id) {
        var deal = load(id);
        if (!deal.amendmentWaits()) {
            return;
        }
        deal.declineAmendment();
        audit.recordBySystem(deal.reference(), "amendment-declined", Map.of());
        news.keep(deal);
    }

    private @Nullable Refused refusal(Deal deal, UpdateDeal update) {
        if (!deal.isProtected(now())) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        if (update.nextStep().isBlank()) {
            return new Refused(DealRefusal.FIELD_MISSING, "nextStep");
        }
        if (update.nextStep().length() > 500) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "nextStep", "500");
        }
        if (update.expectedClose() != null && update.expectedClose().isBefore(today(deal))) {
            return new Refused(DealRefusal.CLOSE_DATE_PAST, "expectedClose");
        }
        if (update.contactName() != null && update.contactName().length() > 200) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "contactName", "200");
        }
        return update.contactEmail() != null && !EmailAddress.isValid(update.contactEmail())
                ? new Refused(DealRefusal.EMAIL_INVALID, "contactEmail")
                : null;
    }

    private @Nullable Refused refusal(Deal deal, AmendDeal amendment) {
        if (amendment.customer().isBlank()) {
            return new Refused(DealRefusal.FIELD_MISSING, "customer");
        }
        if (amendment.customer().length() > 200) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "customer", "200");
        }
        if (DomainName.find(amendment.website()).isEmpty()
                || amendment.website().length() > 200) {
            return new Refused(DealRefusal.WEBSITE_INVALID, "website");
        }
        if (amendment.products().isEmpty()) {
            return new Refused(DealRefusal.FIELD_MISSING, "products");
        }
        if (!tables.isCurrencyKnown(amendment.currency())) {
            return new Refused(DealRefusal.CURRENCY_UNKNOWN, "currency");
        }
        if (amendment.amount().signum() <= 0) {
            return new Refused(DealRefusal.VALUE_NOT_POSITIVE, "amount");
        }
        var minimum = tables.programOf(deal).minimum();
        var value = deal.content().amended(amendment).value();
        if (tables.inCurrencyOf(minimum, value).compareTo(minimum) < 0) {
            return new Refused(DealRefusal.BELOW_MINIMUM, "amount", minimum.toString());
        }
        return wrongText(amendment.reason(), "reason");
    }

    private static @Nullable Refused wrongText(String text, String field) {
        if (text.isBlank()) {
            return new Refused(DealRefusal.REASON_MISSING, field);
        }
        return text.length() > 2000 ? new Refused(DealRefusal.FIELD_TOO_LONG, field, "2000") : null;
    }

    private DealOutcome saved(Deal deal) {
        news.keep(deal);
        return new Done(deal.id(), deal.status());
    }

    private LocalDate today(Deal deal) {
        return PartnerDay.of(now(), partners.get(deal.partner()).zone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Deal load(DealId id) {
        return deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
    }
}
