package io.handsel.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealStatusTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBMITTED       | IN_REVIEW WITHDRAWN REJECTED
            IN_REVIEW       | ACTION_REQUIRED APPROVED EXPIRED WITHDRAWN REJECTED
            ACTION_REQUIRED | IN_REVIEW EXPIRED WITHDRAWN REJECTED
            APPROVED        | WON LOST EXPIRED WITHDRAWN TRANSFERRED
            WON             | LOST
            LOST            | ''
            EXPIRED         | SUBMITTED
            WITHDRAWN       | ''
            REJECTED        | SUBMITTED
            TRANSFERRED     | ''
            """)
    void becomes_only_what_the_table_says(DealStatus status, String next) {
        var possible = Arrays.stream(DealStatus.values())
                .filter(status::mayBecome)
                .map(DealStatus::name)
                .collect(Collectors.joining(" "));

        assertThat(possible).isEqualTo(next);
    }
}
