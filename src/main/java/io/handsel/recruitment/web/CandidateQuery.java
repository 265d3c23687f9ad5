package io.handsel.recruitment.web;

import io.handsel.recruitment.CandidateAdvice;
import io.handsel.recruitment.CandidateFilter;
import io.handsel.recruitment.CandidateFilter.Order;
import io.handsel.recruitment.CandidateSource;
import io.handsel.recruitment.CandidateState;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters of the board as the address bar has them; what is none is left out. */
record CandidateQuery(
        @Nullable String search,
        @Nullable String state,
        @Nullable String advice,
        @Nullable String source,
        @Nullable String sort,
        @Nullable String after) {

    private static final int LONGEST_SEARCH = 200;

    CandidateFilter filter() {
        var order = sort == null
                ? null
                : find(Order.class, sort.replaceFirst("^-", "").toUpperCase(Locale.ROOT));
        return new CandidateFilter(
                find(CandidateState.class, state),
                find(CandidateAdvice.class, advice),
                find(CandidateSource.class, source),
                search == null ? null : search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                order == null ? Order.SCORE : order,
                order == null || sort == null || sort.startsWith("-"),
                after);
    }

    /** Public because the page asks, and expressions find nothing else. */
    public boolean isFiltered() {
        var filter = filter();
        return filter.state() != null
                || filter.advice() != null
                || filter.source() != null
                || search != null && !search.isBlank();
    }

    private static <E extends Enum<E>> @Nullable E find(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElse(null);
    }
}
