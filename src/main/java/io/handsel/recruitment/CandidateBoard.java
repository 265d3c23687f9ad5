package io.handsel.recruitment;

import io.handsel.accounts.AccountNameKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
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

    private static final int LONGEST_CURSOR = 600;
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
                        cursor(found.get(size - 1), filter.order()));
    }

    /** At most so many at once, for a file. */
    public List<CandidateSummary> all(@Nullable CampaignId campaign, CandidateFilter filter, int most) {
        return find(campaign, filter, most).stream().map(Row::candidate).toList();
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
            var typed = filter.search().strip().toLowerCase(Locale.ROOT);
            values.put("search", typed);
            values.put("key", AccountNameKey.of(typed));
        }
        var column = COLUMN.get(filter.order());
        var further = filter.descending() ? "<" : ">";
        Cursor.read(filter.after(), filter.order()).ifPresent(cursor -> {
            // The first condition says nothing new, but every database can seek by it.
            conditions.add(column + " " + further + "= :place and (" + column + " " + further + " :place or id "
                    + further + " :last)");
            values.put("place", cursor.place());
            values.put("last", cursor.candidate());
        });
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

    private static String cursor(Row last, CandidateFilter.Order order) {
        var candidate = last.candidate();
        var place = switch (order) {
            case SCORE -> String.valueOf(candidate.fit().score());
            case COMPANY -> last.key();
            case ADDED -> candidate.addedAt().toString();
        };
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((candidate.id() + " " + place).getBytes(StandardCharsets.UTF_8));
    }

    /** The last candidate of a page. */
    private record Cursor(Object place, UUID candidate) {

        /** What is no cursor, from an address somebody has changed by hand, is the beginning of the list. */
        static Optional<Cursor> read(@Nullable String text, CandidateFilter.Order order) {
            if (text == null || text.length() > LONGEST_CURSOR) {
                return Optional.empty();
            }
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                if (parts.length < 2) {
                    return Optional.empty();
                }
                var place = switch (order) {
                    case SCORE -> Integer.valueOf(parts[1]);
                    case COMPANY -> parts[1];
                    case ADDED -> Instant.parse(parts[1]).atOffset(ZoneOffset.UTC);
                };
                return Optional.of(new Cursor(place, UUID.fromString(parts[0])));
            } catch (IllegalArgumentException | DateTimeException garbled) {
                return Optional.empty();
            }
        }
    }
}
