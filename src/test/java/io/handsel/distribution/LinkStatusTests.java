package io.handsel.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a link can become, and that it becomes nothing else, whoever forgets to ask. */
class LinkStatusTests {

    private static final PersonId SOMEBODY = PersonId.create();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PENDING, ACCEPTED REJECTED CANCELLED EXPIRED",
        "ACCEPTED, ENDED",
        "REJECTED, ''",
        "CANCELLED, ''",
        "EXPIRED, ''",
        "ENDED, ''"
    })
    void becomes_only_what_the_table_says(LinkStatus status, String next) {
        assertThat(Arrays.stream(LinkStatus.values())
                        .filter(status::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next);
    }

    @Test
    void a_link_that_has_been_answered_is_not_answered_again() {
        var link = invited();
        link.reject(SOMEBODY, NOW);

        assertThatIllegalStateException().isThrownBy(() -> link.accept(SOMEBODY, Set.of(), NOW));
        assertThatIllegalStateException().isThrownBy(link::cancel);
        assertThat(link.status()).isEqualTo(LinkStatus.REJECTED);
    }

    @Test
    void nothing_is_shared_by_a_link_that_is_not_in_force() {
        var link = invited();

        assertThatIllegalStateException().isThrownBy(() -> link.share(Set.of(SharedPart.DEALS)));
        assertThat(link.shared()).isEmpty();
    }

    private static ResellerLink invited() {
        return new ResellerLink(
                PartnerId.create(),
                PartnerId.create(),
                "some.example",
                "Hello.",
                SOMEBODY,
                NOW,
                new InvitationPlan(NOW.plusSeconds(1), NOW.plusSeconds(2)));
    }
}
