package io.handsel.deals;

import io.handsel.security.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** Deals to look at, always those of the actor's own partner. */
@Service
public class DealOverview {

    public Page<DealSummary> list(Actor actor, DealFilter filter, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** How many deals stand in each status; statuses without a deal are missing. */
    public Map<DealStatus, Long> counts(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Open deals whose clock runs out first. */
    public List<DealSummary> mostUrgent(Actor actor, int atMost) {
        throw new UnsupportedOperationException();
    }

    /** @throws DealNotFound if the actor's partner has no such deal */
    public DealDetails details(Actor actor, DealId id) {
        throw new UnsupportedOperationException();
    }

    /** The schema name of the form with which to register in this program: {@code deals/register-deal}. */
    public String registrationForm(String program) {
        throw new UnsupportedOperationException();
    }
}
