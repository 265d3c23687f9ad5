package io.handsel.territory;

import static io.handsel.territory.TerritoryFixtures.germany;
import static io.handsel.territory.TerritoryFixtures.territory;
import static io.handsel.territory.TerritoryFixtures.unitedStates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.engine.ModelDeployment;
import io.handsel.kernel.CountryCode;
import io.handsel.security.People;
import io.handsel.territory.TerritoryAssignment.Assigned;
import io.handsel.territory.TerritoryAssignment.Nowhere;
import io.handsel.territory.TerritoryAssignment.Tie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class TerritoriesTests {

    private static final String TABLE = "processes/territory/territory-assignment.dmn";

    @Autowired
    Territories territories;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    People people;

    @Autowired
    ModelDeployment models;

    @Test
    void keeps_what_was_registered() {
        var germany = germany().registeredIn(territories, people);

        assertThat(territories.get(germany.id())).isEqualTo(germany);
        assertThat(germany.week()).isEqualTo(WorkingWeek.usual());
        assertThatThrownBy(() -> territories.get(TerritoryId.create())).isInstanceOf(TerritoryNotFound.class);
    }

    @Test
    void assigns_a_customer_to_the_most_specific_territory() {
        var germany = germany().registeredIn(territories, people);
        unitedStates().registeredIn(territories, people);

        assertThat(territories.assign(CustomerPlace.in(CountryCode.of("DE")))).isEqualTo(new Assigned(germany));
    }

    @Test
    void a_table_that_names_a_territory_nobody_has_registered_leads_nowhere() {
        assertThat(territories.assign(CustomerPlace.in(CountryCode.of("FR")))).isEqualTo(new Nowhere());
    }

    @Test
    void customers_of_a_territory_that_is_missing_belong_to_the_next_wider_one() {
        var states = unitedStates().registeredIn(territories, people);

        // The table knows the east coast; nobody has made that territory.
        assertThat(territories.assign(CustomerPlace.in(CountryCode.of("US")).inState("NY")))
                .isEqualTo(new Assigned(states));
        assertThat(territories.assignedCodes()).contains("world", "germany", "germany-south");
    }

    @Test
    void shows_a_tie_by_the_names_of_the_territories() throws Exception {
        germany().registeredIn(territories, people);
        territory("dach", "DACH", "DE", "Europe/Berlin", "EUR").registeredIn(territories, people);
        var shipped = Files.readString(Path.of(TABLE));
        var tied =
                shipped.replaceFirst("(?s)(<outputEntry id=\"DachSpecificity\">\\s*<text>)20(</text>)", "$1" + "30$2");
        assertThat(tied).isNotEqualTo(shipped);

        models.publish("territory", Map.of(TABLE, tied.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        try {
            assertThat(territories.assign(CustomerPlace.in(CountryCode.of("DE"))))
                    .isInstanceOfSatisfying(
                            Tie.class, tie -> assertThat(tie.names()).containsExactly("DACH", "Germany"));
        } finally {
            models.publish("territory", Map.of(TABLE, shipped.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
        }
    }

    @Test
    void a_territory_covers_its_parts_and_not_its_whole() {
        var germany = germany().registeredIn(territories, people);
        var south = territory("germany-south", "Southern Germany", "DE", "Europe/Berlin", "EUR")
                .within(germany)
                .registeredIn(territories, people);
        var states = unitedStates().registeredIn(territories, people);

        assertThat(territories.covers(Set.of(germany.id()), south.id())).isTrue();
        assertThat(territories.covers(Set.of(germany.id()), germany.id())).isTrue();
        assertThat(territories.covers(Set.of(south.id()), germany.id())).isFalse();
        assertThat(territories.covers(Set.of(germany.id()), states.id())).isFalse();
        assertThat(territories.covers(Set.of(), germany.id())).isFalse();
    }

    @Test
    void a_calendar_has_the_zone_the_hours_and_the_holidays_of_its_territory() {
        var germany = calendars.of(germany().registeredIn(territories, people).id());
        var states =
                calendars.of(unitedStates().registeredIn(territories, people).id());
        var before = Instant.parse("2026-11-25T16:00:00Z");

        // In Berlin it is closing time; in New York it is eleven, and Thanksgiving comes.
        assertThat(germany.plus(before, WorkingHours.of(8))).isEqualTo(Instant.parse("2026-11-26T16:00:00Z"));
        assertThat(states.plus(before, WorkingHours.of(8))).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
    }
}
