package io.handsel.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DealStatusTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBMITTED       | IN_REVIEW APPROVED WITHDRAWN REJECTED TRANSFERRED
            IN_REVIEW       | ACTION_REQUIRED APPROVED EXPIRED WITHDRAWN REJECTED TRANSFERRED
            ACTION_REQUIRED | IN_REVIEW APPROVED EXPIRED WITHDRAWN REJECTED TRANSFERRED
            APPROVED        | WON LOST EXPIRED WITHDRAWN TRANSFERRED
            WON             | LOST
            LOST            | ''
            EXPIRED         | SUBMITTED APPROVED
            WITHDRAWN       | ''
            REJECTED        | SUBMITTED APPROVED
            TRANSFERRED     | APPROVED
            """)
    void becomes_only_what_the_table_says(DealStatus status, String next) {
        var possible = Arrays.stream(DealStatus.values())
                .filter(status::mayBecome)
                .map(DealStatus::name)
                .collect(Collectors.joining(" "));

        assertThat(possible).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_undecided_is_open_and_the_end_is_neither(DealStatus status) {
        var undecided = EnumSet.of(DealStatus.SUBMITTED, DealStatus.IN_REVIEW, DealStatus.ACTION_REQUIRED);

        assertThat(status.isUndecided()).isEqualTo(undecided.contains(status));
        assertThat(status.isOpen()).isEqualTo(undecided.contains(status) || status == DealStatus.APPROVED);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_becomes_what_it_is_and_everything_open_has_a_way_out(DealStatus status) {
        assertThat(status.mayBecome(status)).isFalse();
        assertThat(Arrays.stream(DealStatus.values())
                        .filter(next -> !next.isOpen())
                        .anyMatch(status::mayBecome))
                .isEqualTo(status.isOpen() || status == DealStatus.WON);
    }
}
