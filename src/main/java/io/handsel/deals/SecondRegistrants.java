package io.handsel.deals;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.ClaimView;
import io.handsel.deals.ProgramRules.SecondRegistrant;
import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner that registered a customer and does not have it may earn a part when the customer buys all the same, where
 * the program says so (Programme guide §6.4). Quoted once, of the value that partner registered; what the other one
 * sells for is never asked.
 */
@Service
@Transactional
public class SecondRegistrants {

    private final JdbcClient jdbc;
    private final Deals deals;
    private final OwnDeals own;
    private final DealTables tables;
    private final DealQuotes quotes;
    private final AccountCheck accounts;

    SecondRegistrants(
            JdbcClient jdbc, Deals deals, OwnDeals own, DealTables tables, DealQuotes quotes, AccountCheck accounts) {
        this.jdbc = jdbc;
        this.deals = deals;
        this.own = own;
        this.tables = tables;
        this.quotes = quotes;
        this.accounts = accounts;
    }

    /** What the deal earns its partner though another one has the customer; empty if nothing. */
    @Transactional(readOnly = true)
    public Optional<SecondShare> of(Actor actor, DealId id) {
        own.get(actor, id);
        return jdbc.sql(
                        "select percent, amount, currency, rule, earned_at from deal_second_registrant where deal_id = ?")
                .param(id.id())
                .query(SecondRegistrants::share)
                .optional();
    }

    /** The customer was moved to another partner's deal. Whoever came second before now comes after that one. */
    void transferred(Deal second, DealId first, Instant now) {
        jdbc.sql("update deal_second_registrant set first_deal = ? where first_deal = ? and deal_id <> ?")
                .params(first.id(), second.id().id(), first.id())
                .update();
        if (tables.programOf(second).secondRegistrant() != SecondRegistrant.NOBODY) {
            write(second, first.id(), now);
        }
    }

    /** A dispute left the customer where it is, and made this deal the second one (Programme guide §6.5). */
    public void settled(DealId second, DealId first, Instant now) {
        var deal = deals.findById(second).orElseThrow(() -> DealNotFound.of(second));
        if (tables.programOf(deal).secondRegistrant() != SecondRegistrant.NOBODY) {
            write(deal, first.id(), now);
        }
    }

    /** The registration was refused; if that is because another partner's came first, it may have a part. */
    void rejected(Deal second, Instant now) {
        var becauseOfAnother = second.rejection()
                .filter(reason ->
                        reason == RejectionReason.DUPLICATE || reason == RejectionReason.COMPETING_CLAIM_STRONGER)
                .isPresent();
        if (!becauseOfAnother || tables.programOf(second).secondRegistrant() != SecondRegistrant.ANYBODY) {
            return;
        }
        var content = second.content();
        accounts.inspect(second.partner(), content.question(), content.scope(second.program())).overlapping().stream()
                .map(ClaimView::subject)
                .filter(subject -> deals.findById(new DealId(subject)).isPresent())
                .findFirst()
                .ifPresent(first -> write(second, first, now));
    }

    /** The deal has its customer: it comes first. */
    void first(DealId deal) {
        jdbc.sql("delete from deal_second_registrant where deal_id = ? and earned_at is null")
                .param(deal.id())
                .update();
    }

    /** @return the deals that earn a part by this win */
    List<DealId> won(DealId first, Instant now) {
        var seconds = jdbc.sql("select deal_id from deal_second_registrant where first_deal = ? and earned_at is null")
                .param(first.id())
                .query((row, number) -> new DealId(row.getObject(1, UUID.class)))
                .list();
        jdbc.sql("update deal_second_registrant set earned_at = ? where first_deal = ? and earned_at is null")
                .params(moment(now), first.id())
                .update();
        return seconds;
    }

    void reversed(DealId first) {
        jdbc.sql("update deal_second_registrant set earned_at = null where first_deal = ?")
                .param(first.id())
                .update();
    }

    private void write(Deal second, UUID first, Instant now) {
        var quote = quotes.forSecond(second, now);
        if (quote == null) {
            return;
        }
        first(second.id());
        jdbc.sql("""
                        insert into deal_second_registrant (deal_id, first_deal, since, percent, amount, currency, rule)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        second.id().id(),
                        first,
                        moment(now),
                        quote.percent().percent(),
                        quote.amount().amount(),
                        quote.amount().currency().getCurrencyCode(),
                        quote.rule())
                .update();
    }

    private static SecondShare share(ResultSet row, int number) throws SQLException {
        var earned = row.getObject("earned_at", OffsetDateTime.class);
        return new SecondShare(
                new QuotedIncentive(
                        new Percentage(row.getBigDecimal("percent")),
                        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
                        Objects.requireNonNull(row.getString("rule"))),
                earned == null ? null : earned.toInstant());
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
