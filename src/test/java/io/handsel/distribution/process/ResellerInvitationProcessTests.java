package io.handsel.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.disputes.DisputeTest;
import io.handsel.distribution.DistributionFixtures;
import io.handsel.distribution.LinkOutcome.Done;
import io.handsel.distribution.LinkOutcome.Refused;
import io.handsel.distribution.LinkRefusal;
import io.handsel.distribution.LinkStatus;
import io.handsel.distribution.ResellerInvitations;
import io.handsel.distribution.ResellerLinks;
import io.handsel.engine.DueJobs;
import io.handsel.engine.ProcessCoverage;
import io.handsel.partner.PartnerStanding;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** From the invitation to its end, one test a path; together they leave no element out. */
@DisputeTest
class ResellerInvitationProcessTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    ResellerInvitations invitations;

    @Autowired
    ResellerLinks links;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    private DistributionFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = DistributionFixtures.in(beans);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, ResellerInvitationContract.KEY).assertAtLeast(100);
    }

    @Test
    void a_reseller_is_asked_and_accepts() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();

        var link = fixtures.invited(distributor, reseller);

        assertThat(fixtures.mails(reseller.admin()))
                .containsExactly(distributor.partner().name() + " invites you to buy through it");
        assertThat(fixtures.mails(reseller.sales())).isEmpty();
        fixtures.done(links.accept(reseller.admin(), link, Set.of()));
        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.ACCEPTED);
        assertThat(fixtures.mails(distributor.admin()))
                .containsExactly(reseller.partner().name() + " has accepted your invitation");
        fixtures.itIs("2026-03-16T23:00:00Z");
        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.ACCEPTED);
        assertThat(fixtures.mails(reseller.admin())).hasSize(1);
    }

    @Test
    void a_no_is_told_without_a_name() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        fixtures.done(links.reject(reseller.admin(), link));

        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.REJECTED);
        assertThat(fixtures.mails(distributor.admin())).containsExactly(reseller.domain() + " has said no");
    }

    @Test
    void what_is_taken_back_is_told_and_can_be_answered_no_more() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        fixtures.done(invitations.cancel(distributor.admin(), link));

        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.CANCELLED);
        assertThat(fixtures.mails(reseller.admin()))
                .contains(distributor.partner().name() + " has taken its invitation back");
        assertThat(links.accept(reseller.admin(), link, Set.of()))
                .isEqualTo(new Refused(LinkRefusal.ANSWERED_MEANWHILE));
        assertThat(links.reject(reseller.admin(), link)).isEqualTo(new Refused(LinkRefusal.ANSWERED_MEANWHILE));
    }

    @Test
    void it_is_brought_to_mind_once_and_is_over_at_the_end_of_the_day() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        fixtures.itIs("2026-03-08T22:59:59Z");
        assertThat(fixtures.mails(reseller.admin())).hasSize(1);
        fixtures.itIs("2026-03-08T23:00:00Z");
        assertThat(fixtures.mails(reseller.admin()))
                .contains(distributor.partner().name() + " waits for your answer")
                .hasSize(2);
        fixtures.itIs("2026-03-16T22:59:59Z");
        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.PENDING);
        clock.moveTo(Instant.parse("2026-03-16T23:00:00Z"));
        assertThat(links.accept(reseller.admin(), link, Set.of()))
                .as("over by the clock, however late the process is")
                .isEqualTo(new Refused(LinkRefusal.ANSWERED_MEANWHILE));
        assertThat(invitations.cancel(distributor.admin(), link))
                .isEqualTo(new Refused(LinkRefusal.ANSWERED_MEANWHILE));
        jobs.run();

        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.EXPIRED);
        assertThat(fixtures.mails(distributor.admin())).containsExactly("No answer from " + reseller.domain());
        assertThat(fixtures.mails(reseller.admin())).hasSize(2);
    }

    @Test
    void an_address_that_leads_to_nobody_waits_and_expires_like_any_other() {
        var distributor = fixtures.distributor();

        var link = fixtures.done(invitations.invite(distributor.admin(), "nobody-there.example", "Hello."));

        fixtures.itIs("2026-03-08T23:00:00Z");
        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.PENDING);
        fixtures.itIs("2026-03-16T23:00:00Z");
        assertThat(fixtures.status(link)).isEqualTo(LinkStatus.EXPIRED);
        assertThat(fixtures.mails(distributor.admin())).containsExactly("No answer from nobody-there.example");
    }

    @Test
    void what_is_taken_back_before_anybody_was_written_to_is_written_to_nobody() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var asked = invitations.invite(distributor.admin(), reseller.domain(), "Hello.");

        var cancelled = invitations.cancel(distributor.admin(), ((Done) asked).link());
        jobs.run();

        assertThat(cancelled).isEqualTo(asked);
        assertThat(fixtures.mails(reseller.admin())).noneMatch(subject -> subject.contains("invites"));
    }

    @Test
    void a_reseller_that_is_suspended_meanwhile_is_not_reminded() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.invited(distributor, reseller);

        fixtures.become(reseller, PartnerStanding.SUSPENDED);
        fixtures.itIs("2026-03-08T23:00:00Z");

        assertThat(fixtures.mails(reseller.admin())).noneMatch(subject -> subject.contains("waits for your answer"));
    }

    @Test
    void what_cannot_be_answered_is_not_brought_to_mind() {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.invited(distributor, reseller);

        fixtures.become(distributor, PartnerStanding.SUSPENDED);
        fixtures.itIs("2026-03-08T23:00:00Z");

        assertThat(fixtures.mails(reseller.admin())).noneMatch(subject -> subject.contains("waits for your answer"));
    }
}
