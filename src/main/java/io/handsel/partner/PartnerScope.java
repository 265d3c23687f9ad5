package io.handsel.partner;

import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.PersonView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the own company's business somebody reads and acts on: all of it, or what belongs to one location. Whatever
 * belongs to a location is asked for through this, be it one thing or a list, so that nobody can forget the location.
 *
 * @param location null where it is all of the company
 */
public record PartnerScope(PartnerId partner, @Nullable LocationId location) {

    /** @throws IllegalStateException if the actor works for no partner */
    public static PartnerScope of(Actor actor) {
        var partner = actor.partner()
                .map(PartnerId::of)
                .orElseThrow(() -> new IllegalStateException("Only people of a partner have something of their own"));
        return new PartnerScope(partner, actor.location());
    }

    /** Whether a person works for this partner and has what belongs there for their own. */
    public static boolean covers(PersonView person, PartnerId whose, @Nullable LocationId where) {
        return whose.organisation().equals(person.organisation()) && person.covers(where);
    }

    /** @param where the location something belongs to; null is the whole company */
    public boolean covers(PartnerId whose, @Nullable LocationId where) {
        return partner.equals(whose) && (location == null || location.equals(where));
    }

    /** The same as a condition of a statement; {@link #values} are its parameters. */
    public String condition(String partnerColumn, String locationColumn) {
        return partnerColumn + " = :partner" + (location == null ? "" : " and " + locationColumn + " = :location");
    }

    /** What the names in {@link #condition} stand for. */
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("partner", partner.id());
        if (location != null) {
            values.put("location", location.id());
        }
        return values;
    }
}
