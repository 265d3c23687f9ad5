package io.handsel.deals;

import io.handsel.kernel.Money;
import io.handsel.kernel.PageEnd;
import io.handsel.partner.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists registrations of a partner for a company it lets read them, the latest first, a page in one statement. Who may
 * read what is for the caller to know.
 */
@Service
@Transactional(readOnly = true)
public class SharedDeals {

    private static final String COLUMNS = """
            select id, deal_number, customer, products, status, value_amount, value_currency, expected_close,
                submitted_at, case when status = 'APPROVED' then protected_until end as protected_until
            from deal where partner_id = :partner""";

    private final JdbcClient jdbc;

    SharedDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of the partner's registrations. */
    public SharedDealPage all(PartnerId partner, @Nullable String after, int size) {
        return page(COLUMNS, new HashMap<>(Map.of("partner", partner.id())), after, size);
    }

    /** Those of these registrations that are the partner's. */
    public SharedDealPage among(PartnerId partner, Collection<DealId> deals, @Nullable String after, int size) {
        return deals.isEmpty()
                ? SharedDealPage.NOTHING
                : page(
                        COLUMNS + " and id = any(:deals)",
                        new HashMap<>(Map.of(
                                "partner",
                                partner.id(),
                                // One parameter however many they are: a statement takes 65,535.
                                "deals",
                                new SqlArrayValue(
                                        "uuid", deals.stream().map(DealId::id).toArray()))),
                        after,
                        size);
    }

    /** A row, and what the list is sorted by. */
    private record Placed(SharedDeal deal, OffsetDateTime submittedAt) {}

    private SharedDealPage page(String sql, Map<String, Object> values, @Nullable String after, int size) {
        var behind = "";
        var end = PageEnd.read(after);
        var place = end.flatMap(PageEnd::moment);
        if (place.isPresent()) {
            behind = " and " + PageEnd.behind("submitted_at", "id", true);
            values.put("place", place.get());
            values.put("last", end.orElseThrow().row());
        }
        values.put("limit", size + 1);
        List<Placed> found = jdbc.sql(sql + behind + " order by submitted_at desc, id desc limit :limit")
                .params(values)
                .query(SharedDeals::row)
                .list();
        var shown = found.subList(0, Math.min(size, found.size()));
        var next = found.size() <= size
                ? Optional.<String>empty()
                : Optional.of(shown.get(size - 1))
                        .map(last -> new PageEnd(
                                        last.submittedAt().toInstant().toString(),
                                        last.deal().id().id())
                                .written());
        return new SharedDealPage(shown.stream().map(Placed::deal).toList(), next.orElse(null));
    }

    private static Placed row(ResultSet row, int number) throws SQLException {
        var until = row.getObject("protected_until", OffsetDateTime.class);
        return new Placed(
                new SharedDeal(
                        new DealId(row.getObject("id", UUID.class)),
                        row.getString("deal_number"),
                        row.getString("customer"),
                        row.getString("products").lines().toList(),
                        DealStatus.valueOf(row.getString("status")),
                        new Money(
                                row.getBigDecimal("value_amount"),
                                Currency.getInstance(row.getString("value_currency"))),
                        row.getObject("expected_close", LocalDate.class),
                        until == null ? null : until.toInstant()),
                row.getObject("submitted_at", OffsetDateTime.class));
    }
}
