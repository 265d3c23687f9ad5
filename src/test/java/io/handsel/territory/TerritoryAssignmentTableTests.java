package io.handsel.territory;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.kernel.CountryCode;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryAssignmentTableTests {

    private static final DecisionTable TABLE = DecisionTable.of("territory", "territory-assignment");

    @AfterAll
    static void every_row_was_hit() {
        TABLE.assertEveryRowWasHit();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "JP,   ,      ,              , world",
        "ES,   ,      ,              , emea",
        "AT,   ,      ,              , dach",
        "DE,   ,      ,              , germany",
        "DE, HH,      ,              , germany",
        "DE, BY,      ,              , germany-south",
        "DE, BW, 20095,              , germany-south",
        "DE, HH, 80331,              , germany",
        "DE,   , 80331,              , germany-south",
        "DE,   , 70173,              , germany-south",
        "DE,   , 20095,              , germany",
        "FR,   , 75001,              , france",
        "GB,   ,      ,              , united-kingdom",
        "IE,   ,      ,              , united-kingdom",
        "US, CA,      ,              , united-states",
        "US, NY,      ,              , united-states-east",
        "US, NY,      , public-sector, united-states-public-sector",
        "US, CA,      , manufacturing, united-states",
    })
    void the_most_specific_row_names(String country, String state, String postcode, String industry, String expected) {
        var place = CustomerPlace.in(CountryCode.of(country))
                .inState(state)
                .withPostcode(postcode)
                .ofIndustry(industry);

        var rows = TABLE.all(Territories.facts(place));

        assertThat(rows.stream()
                        .max(Comparator.comparingLong(row -> row.integer("specificity")))
                        .orElseThrow()
                        .text("territory"))
                .isEqualTo(expected);
    }

    @Test
    void the_shipped_rows_never_tie() {
        for (var country : CountryCode.all()) {
            var rows = TABLE.all(Territories.facts(CustomerPlace.in(country)));

            assertThat(rows).extracting(row -> row.integer("specificity")).doesNotHaveDuplicates();
        }
    }
}
