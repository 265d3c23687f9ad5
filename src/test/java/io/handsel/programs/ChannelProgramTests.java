package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealAction;
import io.handsel.deals.DealId;
import io.handsel.deals.DealStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case D16, Channel Program: expiry after 30, 60, 90 or 120 days or never; withdrawn only while not approved. */
@ProgramTest
class ChannelProgramTests {

    @Autowired
    ProgramWorld world;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "channel-program-30, 2026-04-01T22:00:00Z",
        "channel-program-60, 2026-05-01T22:00:00Z",
        "channel-program-90, 2026-05-31T22:00:00Z",
        "channel-program-120, 2026-06-30T22:00:00Z"
    })
    void expires_when_the_vendor_wants(String program, Instant end) {
        var seller = world.seller();
        var deal = world.register(seller, sheet(program)).taken();
        assertThat(world.details(seller, deal).protectedUntil()).isEqualTo(end);

        world.itIs(end.minusSeconds(1));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.APPROVED);
        world.itIs(end);
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.EXPIRED);
    }

    @Test
    void or_never() {
        var seller = world.seller();
        var deal = world.register(seller, sheet("channel-program-open")).taken();

        world.pass(Duration.ofDays(3 * 365));

        assertThat(world.details(seller, deal).protectedUntil()).isNull();
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void what_never_ends_is_asked_after_as_often_as_the_table_says() {
        var seller = world.seller();
        var deal = world.register(seller, sheet("channel-program-open")).taken();

        world.pass(Duration.ofDays(364));
        assertThat(askedAfter(deal)).isZero();
        world.pass(Duration.ofDays(2));
        assertThat(askedAfter(deal)).isOne();
        world.pass(Duration.ofDays(366));
        assertThat(askedAfter(deal)).isEqualTo(2);
    }

    @Test
    void is_withdrawn_only_while_nobody_has_approved_it() {
        var seller = world.seller();
        var undecided = world.register(seller, sheet("channel-program-30").with("amount", "30000"))
                .taken();
        var approved = world.register(seller, sheet("channel-program-30")).taken();

        assertThat(world.act(seller, undecided, "withdraw", "reason", "Too early")
                        .problems())
                .isEmpty();
        assertThat(world.act(seller, approved, "withdraw", "reason", "Too early")
                        .problems())
                .isNotEmpty();

        assertThat(world.details(seller, undecided).status()).isEqualTo(DealStatus.WITHDRAWN);
        assertThat(world.details(seller, approved).status()).isEqualTo(DealStatus.APPROVED);
        assertThat(world.details(seller, approved).actions()).doesNotContain(DealAction.WITHDRAW);
    }

    private long askedAfter(DealId deal) {
        return jdbc.sql("select count(*) from outbox_mail where once_key like ?")
                .param("deal STILL_OPEN " + deal + " %")
                .query(Long.class)
                .single();
    }
}
