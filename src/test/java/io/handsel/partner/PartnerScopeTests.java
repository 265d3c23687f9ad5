package io.handsel.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.security.LocationId;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerScopeTests {

    private static final Map<String, LocationId> PLACES =
            Map.of("linz", LocationId.create(), "graz", LocationId.create());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // limited to, whose partner, of which location, is theirs
                "-,    own,   -,    true",
                "-,    own,   linz, true",
                "-,    other, -,    false",
                "-,    other, linz, false",
                "linz, own,   linz, true",
                "linz, own,   graz, false",
                "linz, own,   -,    false",
                "linz, other, linz, false",
                "linz, other, -,    false"
            })
    void what_is_theirs(@Nullable String limitedTo, String whose, @Nullable String where, boolean theirs) {
        var partner = PartnerId.create();
        var mine = new PartnerScope(partner, place(limitedTo));
        var asked = whose.equals("own") ? partner : PartnerId.create();

        assertThat(mine.covers(asked, place(where))).isEqualTo(theirs);
    }

    @Test
    void a_list_asks_for_the_location_where_there_is_one() {
        var partner = PartnerId.create();
        var linz = LocationId.create();

        assertThat(new PartnerScope(partner, null).condition("p", "l")).isEqualTo("p = :partner");
        assertThat(new PartnerScope(partner, null).values()).isEqualTo(Map.of("partner", partner.id()));
        assertThat(new PartnerScope(partner, linz).condition("p", "l")).isEqualTo("p = :partner and l = :location");
        assertThat(new PartnerScope(partner, linz).values())
                .isEqualTo(Map.of("partner", partner.id(), "location", linz.id()));
    }

    @Test
    void the_vendors_people_have_nothing_of_their_own() {
        assertThatThrownBy(() -> PartnerScope.of(PersonFixtures.actor(Role.MANAGER)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static @Nullable LocationId place(@Nullable String name) {
        return name == null ? null : PLACES.get(name);
    }
}
