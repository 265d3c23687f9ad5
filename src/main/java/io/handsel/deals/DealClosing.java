package io.handsel.deals;

import io.handsel.accounts.ClaimEnd;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.kernel.Money;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How approved deals end. */
@Service
@Transactional
public class DealClosing {

    private final Deals deals;
    private final OwnDeals own;
    private final DealNews news;
    private final DealTables tables;
    private final DealAccounts accounts;
    private final DealNotices notices;
    private final SecondRegistrants seconds;
    private final Partners partners;
    private final AuditTrail audit;
    private final Clock clock;

    DealClosing(
            Deals deals,
            OwnDeals own,
            DealNews news,
            DealTables tables,
            DealAccounts accounts,
            DealNotices notices,
            SecondRegistrants seconds,
            Partners partners,
            AuditTrail audit,
            Clock clock) {
        this.deals = deals;
        this.own = own;
        this.news = news;
        this.tables = tables;
        this.accounts = accounts;
        this.notices = notices;
        this.seconds = seconds;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /** A win soon after the registration is flagged: the sale may have been made before. */
    public DealOutcome win(Actor actor, DealId id, WinDeal win) {
        var deal = own.get(actor, id);
        var refused = refusal(deal, win);
        if (refused != null) {
            return refused;
        }
        var now = clock.instant();
        var quickHours = Duration.ofHours(tables.programOf(deal).quickWinHours());
        var quick = now.isBefore(deal.submittedAt().plus(quickHours));
        var value = new Money(win.amount(), Currency.getInstance(win.currency()));
        deal.win(win, value, quick, now);
        accounts.release(id, ClaimEnd.WON);
        seconds.won(id, now).forEach(second -> notices.toPartner(second, DealNotice.SECOND_EARNED, now.toString()));
        audit.record(
                deal.reference(),
                actor,
                "won",
                Map.of("order", win.orderReference(), "value", value.toString(), "quick", String.valueOf(quick)));
        return saved(deal);
    }

    public DealOutcome lose(Actor actor, DealId id, LoseDeal loss) {
        var deal = own.get(actor, id);
        if (!deal.isProtected(clock.instant())) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        if (loss.reason() == LossReason.WIN_REVERSED) {
            return new Refused(DealRefusal.REASON_MISSING, "reason");
        }
        if (loss.remark() != null && loss.remark().length() > 2000) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "remark", "2000");
        }
        deal.lose(loss, clock.instant());
        accounts.release(id, ClaimEnd.LOST);
        audit.record(
                deal.reference(), actor, "lost", Map.of("reason", loss.reason().name()));
        return saved(deal);
    }

    /** The vendor finds that a won deal is not won; the partner hears why. */
    public DealOutcome reverseWin(Actor actor, DealId id, String reason) {
        var deal = deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
        if (actor.isPartner() || !(actor.is(Role.MANAGER) || actor.is(Role.DIRECTOR))) {
            throw DealNotFound.of(id);
        }
        if (!deal.is(DealStatus.WON)) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        if (!tables.programOf(deal).allowsReversal(deal.quickWin())) {
            return new Refused(DealRefusal.REVERSAL_NOT_OFFERED);
        }
        if (reason.isBlank()) {
            return new Refused(DealRefusal.REASON_MISSING, "reason");
        }
        if (reason.length() > 2000) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "reason", "2000");
        }
        var now = clock.instant();
        deal.reverseWin(reason.strip(), now);
        seconds.reversed(id);
        audit.record(deal.reference(), actor, "win-reversed", Map.of("reason", reason.strip()));
        notices.toPartner(id, DealNotice.WIN_REVERSED, now.toString());
        return saved(deal);
    }

    private @Nullable Refused refusal(Deal deal, WinDeal win) {
        if (!deal.isProtected(clock.instant())) {
            return new Refused(DealRefusal.NOT_IN_THIS_STATE);
        }
        if (win.orderReference().isBlank()) {
            return new Refused(DealRefusal.FIELD_MISSING, "orderReference");
        }
        if (win.orderReference().length() > 100) {
            return new Refused(DealRefusal.FIELD_TOO_LONG, "orderReference", "100");
        }
        var today = PartnerDay.of(clock.instant(), partners.get(deal.partner()).zone());
        if (win.orderedOn().isAfter(today)) {
            return new Refused(DealRefusal.ORDER_DATE_IN_FUTURE, "orderedOn");
        }
        if (!tables.isCurrencyKnown(win.currency())) {
            return new Refused(DealRefusal.CURRENCY_UNKNOWN, "currency");
        }
        return win.amount().signum() <= 0 ? new Refused(DealRefusal.VALUE_NOT_POSITIVE, "amount") : null;
    }

    private DealOutcome saved(Deal deal) {
        news.keep(deal);
        return new Done(deal.id(), deal.status());
    }
}
