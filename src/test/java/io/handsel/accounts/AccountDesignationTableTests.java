package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountDesignationTableTests {

    static final DecisionTable TABLE = DecisionTable.of("accounts", "account-designation");

    @AfterAll
    static void every_row_was_hit() {
        TABLE.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource({
        "strategic,  5,     DE, chemistry,     false, house, 365",
        "enterprise, 10000, US, chemistry,     true,  house, 180",
        "enterprise, 9999,  US, chemistry,     true,  open,  365",
        "enterprise, 10000, US, chemistry,     false, open,  365",
        ",           ,      FR, public-sector, true,  house, 365",
        ",           ,      FR, public-sector, false, open,  365",
        ",           ,      ,   ,              true,  open,  365",
        ",           ,      ,   ,              false, open,  365"
    })
    void says_who_sells_there_and_tells_partners_thirty_days_before(
            @Nullable String segment,
            @Nullable Long employees,
            @Nullable String country,
            @Nullable String industry,
            boolean existing,
            String designation,
            long reviewAfterDays) {
        var row = TABLE.one(Facts.of("segment", segment)
                .and("employees", employees)
                .and("country", country)
                .and("industry", industry)
                .and("existingCustomer", existing));

        assertThat(row.text("designation")).isEqualTo(designation);
        assertThat(row.integer("reviewAfterDays")).isEqualTo(reviewAfterDays);
        assertThat(row.integer("noticeDays")).isEqualTo(30);
        assertThat(row.findText("helpPaid").filter(text -> !text.isBlank()).isPresent())
                .isEqualTo(designation.equals("house"));
    }
}
