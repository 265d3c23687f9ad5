package io.handsel.deals;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.CustomerLikeness;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registrations that look alike, by keys that are cheap to write and to compare. */
@Repository
class DealLikeness {

    private static final int MOST_ROWS = 60;
    private static final int MOST_SHOWN = 10;
    private static final int TELEPHONE_DIGITS = 8;
    private static final String SAID = """
            select distinct l.kind, d.id, d.deal_number, d.partner_id, p.name, d.customer, d.website, d.status,
                d.submitted_at
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DealLikeness(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Key(Likeness kind, String text) {}

    /** Writes down what a registration says of its customer; what it said before no longer counts. */
    void note(Deal deal) {
        jdbc.sql("delete from deal_likeness where deal_id = ? and kind <> 'ACCOUNT'")
                .param(deal.id().id())
                .update();
        insert(deal.id(), keys(deal.content()));
    }

    /** Writes down which accounts the registration may mean. */
    void note(DealId deal, Collection<AccountId> accounts) {
        jdbc.sql("delete from deal_likeness where deal_id = ? and kind = 'ACCOUNT'")
                .param(deal.id())
                .update();
        insert(
                deal,
                accounts.stream()
                        .map(account -> new Key(Likeness.ACCOUNT, account.toString()))
                        .distinct()
                        .toList());
    }

    /** Other registrations that look like this one, whosever they are, newest first; one question to the database. */
    List<LookAlike> of(DealId deal) {
        return grouped(
                jdbc.sql(SAID + """
                        from deal_likeness mine
                        join deal_likeness l on l.kind = mine.kind and l.likeness_key = mine.likeness_key
                            and l.deal_id <> mine.deal_id
                        join deal d on d.id = l.deal_id join partner p on p.id = d.partner_id
                        where mine.deal_id = ? order by d.submitted_at desc, d.id limit 60
                        """).param(deal.id()).query(DealLikeness::row).list());
    }

    /** What of the actor's own that is still open looks like what it is about to submit. */
    List<LookAlike> own(PartnerScope mine, DealContent content) {
        var keys = keys(content);
        if (keys.isEmpty()) {
            return List.of();
        }
        var parameters = mine.values();
        var conditions = new ArrayList<String>();
        for (var key : keys) {
            var number = conditions.size();
            conditions.add("(l.kind = :kind" + number + " and l.likeness_key = :key" + number + ")");
            parameters.put("kind" + number, key.kind().name());
            parameters.put("key" + number, key.text());
        }
        return grouped(jdbc.sql(SAID + " from deal_likeness l join deal d on d.id = l.deal_id"
                        + " join partner p on p.id = d.partner_id where "
                        + mine.condition("d.partner_id", "d.location_id")
                        + " and d.status in ('SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED', 'APPROVED') and ("
                        + String.join(" or ", conditions) + ") order by d.submitted_at desc, d.id limit " + MOST_ROWS)
                .params(parameters)
                .query(DealLikeness::row)
                .list());
    }

    private void insert(DealId deal, List<Key> keys) {
        batches.batchUpdate(
                "insert into deal_likeness (deal_id, kind, likeness_key) values (?, ?, ?)",
                keys.stream()
                        .map(key -> new Object[] {deal.id(), key.kind().name(), key.text()})
                        .toList());
    }

    static List<Key> keys(DealContent content) {
        var keys = new ArrayList<Key>();
        add(keys, Likeness.NAME, CustomerLikeness.ofName(content.customer()));
        add(keys, Likeness.DOMAIN, CustomerLikeness.ofDomain(content.website()));
        var street = answer(content, "street", "address");
        add(
                keys,
                Likeness.ADDRESS,
                CustomerLikeness.ofAddress(
                        content.country(), content.postcode(), street.orElse(null), content.customer()));
        add(keys, Likeness.CONTACT, Optional.of(content.contactEmail().strip().toLowerCase(Locale.ROOT)));
        add(
                keys,
                Likeness.TELEPHONE,
                answer(content, "phone", "mobile", "telephone")
                        .map(number -> number.replaceAll("\\D", ""))
                        .filter(digits -> digits.length() >= TELEPHONE_DIGITS)
                        .map(digits -> digits.substring(digits.length() - TELEPHONE_DIGITS)));
        return keys;
    }

    private static void add(List<Key> keys, Likeness kind, Optional<String> text) {
        text.ifPresent(found -> keys.add(new Key(kind, found)));
    }

    /** What a program's own form asks beyond the usual, by the end of the field's name. */
    private static Optional<String> answer(DealContent content, String... endings) {
        return content.additional().entrySet().stream()
                .filter(answer -> List.of(endings).stream()
                        .anyMatch(ending ->
                                answer.getKey().toLowerCase(Locale.ROOT).endsWith(ending)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<LookAlike> grouped(List<LookAlike> rows) {
        Map<DealId, Set<Likeness>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(row.deal(), deal -> EnumSet.noneOf(Likeness.class))
                .addAll(row.alike()));
        Map<DealId, LookAlike> shown = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> shown.size() < MOST_SHOWN)
                .forEach(row -> shown.putIfAbsent(
                        row.deal(),
                        new LookAlike(
                                row.deal(),
                                row.number(),
                                row.partner(),
                                row.partnerName(),
                                row.customer(),
                                row.website(),
                                row.status(),
                                row.submittedAt(),
                                alike.get(row.deal()))));
        return List.copyOf(shown.values());
    }

    private static LookAlike row(ResultSet row, int number) throws SQLException {
        return new LookAlike(
                new DealId(row.getObject("id", UUID.class)),
                row.getString("deal_number"),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getString("name"),
                row.getString("customer"),
                row.getString("website"),
                DealStatus.valueOf(row.getString("status")),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                Set.of(Likeness.valueOf(row.getString("kind"))));
    }
}
