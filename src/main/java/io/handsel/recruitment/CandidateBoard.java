package io.handsel.recruitment;

import io.handsel.accounts.AccountNameKey;
import io.handsel.kernel.PageEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidates of a campaign, or those of none: one statement for a page of them, one for the numbers beside it. */
@Service
@Transactional(readOnly = true)
public class CandidateBoard {

    /** Counting stops here: more is shown as "999+". */
    public static final int MOST_COUNTED = 1000;

    private static final Map<CandidateFilter.Order, String> COLUMN = Map.of(
            CandidateFilter.Order.SCORE, "score",
            CandidateFilter.Order.COMPANY, "company_key",
            CandidateFilter.Order.ADDED, "added_at");

    private final JdbcClient jdbc;

    CandidateBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param campaign null for those that belong to none */
    public CandidatePage page(@Nullable CampaignId campaign, CandidateFilter filter, int size) {
        var found = find(campaign, filter, size + 1);
        return found.size() <= size
                ? new CandidatePage(found.stream().map(Row::candidate).toList(), null)
                : new CandidatePage(
                        found.subList(0, size).stream().map(Row::candidate).toList(),
                        end(found.get(size - 1), filter.order()));
    }

    /** How many stand in each state and of each advice, counted up to {@link #MOST_COUNTED}; one statement. */
    public Map<String, Integer> counts(@Nullable CampaignId campaign) {
        var columns = Stream.concat(
                        Stream.of(CandidateState.values())
                                .map(state -> counted(campaign, "state = '" + state + "'", state.name())),
                        Stream.of(CandidateAdvice.values())
                                .map(advice -> counted(campaign, "advice = '" + advice + "'", advice.name())))
                .collect(Collectors.joining(", ", "select ", ""));
        return jdbc.sql(columns)
                .params(campaign == null ? Map.of() : Map.of("campaign", campaign.id()))
                .query((row, number) -> {
                    Map<String, Integer> counts = new TreeMap<>();
                    for (var state : CandidateState.values()) {
                        counts.put(state.name(), row.getInt(state.name()));
                    }
                    for (var advice : CandidateAdvice.values()) {
                        counts.put(advice.name(), row.getInt(advice.name()));
                    }
                    return counts;
                })
                .single();
    }

    private static String counted(@Nullable CampaignId campaign, String condition, String name) {
        return "(select count(*) from (select 1 from candidate where " + of(campaign) + " and " + condition + " limit "
                + MOST_COUNTED + ") n) as " + name;
    }

    private static String of(@Nullable CampaignId campaign) {
        return (campaign == null ? "campaign_id is null" : "campaign_id = :campaign") + " and merged_into is null";
    }

    private record Row(CandidateSummary candidate, String key) {}

    private List<Row> find(@Nullable CampaignId campaign, CandidateFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        conditions.add(of(campaign));
        Map<String, Object> values = new HashMap<>();
        if (campaign != null) {
            values.put("campaign", campaign.id());
        }
        values.put("limit", limit);
        equal(conditions, values, "state", filter.state());
        equal(conditions, values, "advice", filter.advice());
        equal(conditions, values, "source", filter.source());
        if (filter.search() != null && !filter.search().isBlank()) {
            conditions.add("(position(:key in company_key) > 0 or position(:search in domain) > 0)");
            var typed = filter.search().replace("\0", "").strip().toLowerCase(Locale.ROOT);
            values.put("search", typed);
            values.put("key", AccountNameKey.of(typed));
        }
        var column = COLUMN.get(filter.order());
        PageEnd.read(filter.after())
                .ifPresent(end -> place(end.place(), filter.order()).ifPresent(place -> {
                    conditions.add(PageEnd.behind(column, "id", filter.descending()));
                    values.put("place", place);
                    values.put("last", end.row());
                }));
        var direction = filter.descending() ? " desc" : "";
        return jdbc.sql("select * from candidate where " + String.join(" and ", conditions) + " order by " + column
                        + direction + ", id" + direction + " limit :limit")
                .params(values)
                .query(CandidateBoard::row)
                .list();
    }

    private static void equal(
            List<String> conditions, Map<String, Object> values, String column, @Nullable Enum<?> wanted) {
        if (wanted != null) {
            conditions.add(column + " = :" + column);
            values.put(column, wanted.name());
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CandidateSummary(
                        new CandidateId(row.getObject("id", UUID.class)),
                        row.getString("company"),
                        row.getString("domain"),
                        row.getString("country"),
                        row.getString("contact"),
                        row.getString("email"),
                        CandidateSource.valueOf(row.getString("source")),
                        CandidateState.valueOf(row.getString("state")),
                        OutreachState.valueOf(row.getString("outreach")),
                        new CandidateFit(
                                row.getInt("score"),
                                CandidateAdvice.valueOf(row.getString("advice")),
                                row.getString("criteria")),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()),
                row.getString("company_key"));
    }

    private static String end(Row last, CandidateFilter.Order order) {
        var candidate = last.candidate();
        var place = switch (order) {
            case SCORE -> String.valueOf(candidate.fit().score());
            case COMPANY -> last.key();
            case ADDED -> candidate.addedAt().toString();
        };
        return new PageEnd(place, candidate.id().id()).written();
    }

    /** What the database compares with; empty for what is no such place, which is the beginning of the list. */
    private static Optional<Object> place(String text, CandidateFilter.Order order) {
        try {
            return Optional.of(
                    switch (order) {
                        case SCORE -> Integer.valueOf(text);
                        case COMPANY -> text;
                        case ADDED -> Instant.parse(text).atOffset(ZoneOffset.UTC);
                    });
        } catch (NumberFormatException | DateTimeException garbled) {
            return Optional.empty();
        }
    }
}
