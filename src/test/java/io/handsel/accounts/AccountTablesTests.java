package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.accounts.OverlapPolicy.Relation;
import io.handsel.accounts.OverlapPolicy.Standing;
import io.handsel.partner.PartnerTier;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The tables of this module, row by row. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountTablesTests {

    @Autowired
    OverlapPolicy overlap;

    @Autowired
    PartnerCapacity capacity;

    @ParameterizedTest
    @CsvSource({
        "SAME,       HOUSE,               HOUSE",
        "NONE,       HOUSE,               HOUSE",
        "NONE,       ASSIGNED_TO_ANOTHER, ASSIGNED",
        "SAME,       OPEN,                RESERVED",
        "SAME,       ASSIGNED_TO_ASKER,   RESERVED",
        "ANCESTOR,   OPEN,                RESERVED",
        "DESCENDANT, OPEN,                REVIEW",
        "WAITING,    OPEN,                REVIEW",
        "NONE,       OPEN,                FREE",
        "NONE,       ASSIGNED_TO_ASKER,   FREE"
    })
    void overlap_is_answered_as_the_programme_guide_says(Relation relation, Standing standing, Answer answer) {
        assertThat(overlap.answer(relation, standing, "standard")).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"platinum, 1000", "gold, 250", "silver, 50", "registered, 25", "some-other-tier, 25"})
    void capacity_follows_the_tier(String tier, long claims) {
        var limits = capacity.of(PartnerTier.of(tier), "standard");

        assertThat(limits).isEqualTo(new PartnerCapacity.Limits(claims, 14, Duration.ofDays(30), 60, 300, 60, 300));
    }
}
