package io.handsel.accounts.web;

import io.handsel.accounts.ColleagueRequest;
import java.time.Instant;

/**
 * A request among colleagues as pages show it.
 *
 * @param mine whether it is the reader's own customer, not that of a colleague they answer for
 * @param state key below {@code accounts.colleague.state}
 */
record ColleagueLine(
        String id,
        String customer,
        String asker,
        String holder,
        String wish,
        Instant at,
        boolean mine,
        String state,
        String tone) {

    static ColleagueLine of(ColleagueRequest request, String asker, String holder, boolean mine) {
        var answer = request.answer();
        return new ColleagueLine(
                request.id().toString(),
                request.customer(),
                asker,
                holder,
                request.wish().name(),
                request.askedAt(),
                mine,
                answer == null ? "WAITING" : answer.name(),
                answer == null
                        ? "info"
                        : switch (answer) {
                            case ACCEPTED, NEEDLESS -> "good";
                            case DECLINED -> "bad";
                            case CLAIM_ENDED -> "warn";
                        });
    }
}
