package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.recruitment.CampaignOutcome.Done;
import io.handsel.recruitment.CampaignOutcome.Refused;
import io.handsel.security.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails to all candidates of a campaign that fit. */
@RecruitmentTest
class CampaignOutreachTests {

    @Autowired
    CampaignOutreach outreach;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CandidateDesk desk;

    @Autowired
    AuditTrail audit;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    MovableClock clock;

    Actor manager;
    CampaignId campaign;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
        campaign = fixtures.running(manager);
    }

    @Test
    void go_to_whoever_fits_and_to_nobody_else() {
        var fitting = List.of(fixtures.candidate(manager, campaign), fixtures.candidate(manager, campaign));
        var gone = fixtures.wish();
        var dead = fixtures.wish();
        var closed = Stream.of(gone, dead)
                .map(wish -> fixtures.candidate(manager, campaign, wish))
                .toList();
        fixtures.optOut(gone.email());
        fixtures.died(dead.email());
        var answered = fixtures.candidate(manager, campaign);
        desk.answered(manager, answered);
        var wish = fixtures.wish();
        var unfit = fixtures.candidate(
                manager,
                campaign,
                new NewCandidate(
                        wish.company(), wish.website(), "BR", null, wish.email(), null, null, CandidateTraits.UNKNOWN));
        var elsewhere = fixtures.candidate(manager, fixtures.running(manager));
        var unreachable = fixtures.wish();
        var silent = fixtures.candidate(
                manager,
                campaign,
                new NewCandidate(unreachable.company(), null, "DE", null, null, null, null, unreachable.traits()));

        assertThat(outreach.fitting(campaign)).isEqualTo(2);
        assertThat(outreach.ask(manager, campaign)).isEqualTo(new Done(campaign));
        untilDone();

        assertThat(fitting).allSatisfy(id -> assertThat(outreachOf(id)).isEqualTo(OutreachState.RUNNING));
        assertThat(Stream.concat(closed.stream(), Stream.of(answered, unfit, elsewhere, silent)))
                .noneMatch(id -> outreachOf(id) == OutreachState.RUNNING);
        assertThat(outreach.find(campaign).orElseThrow().writtenTo()).isEqualTo(2);
        assertThat(outreach.fitting(campaign)).isZero();
        assertThat(actions(new CaseReference("candidate", fitting.get(0).id()))).contains("outreach");
    }

    @Test
    void asked_for_twice_go_out_once_and_later_to_who_has_come_since() {
        fixtures.candidate(manager, campaign);

        outreach.ask(manager, campaign);
        outreach.ask(manager, campaign);
        assertThat(actions(new CaseReference("campaign", campaign.id()))).containsOnlyOnce("outreach");
        untilDone();
        assertThat(outreach.ask(manager, campaign)).isEqualTo(new Refused(RecruitmentRefusal.NOBODY_FITS));

        var late = fixtures.candidate(manager, campaign);
        assertThat(outreach.ask(manager, campaign)).isEqualTo(new Done(campaign));
        untilDone();
        assertThat(outreachOf(late)).isEqualTo(OutreachState.RUNNING);
        assertThat(outreach.find(campaign).orElseThrow().writtenTo()).isEqualTo(1);
    }

    @Test
    void go_out_for_a_running_campaign_only() {
        var briefed = fixtures.briefed(manager);
        fixtures.candidate(manager, briefed);
        assertThat(outreach.ask(manager, briefed)).isEqualTo(new Refused(RecruitmentRefusal.CAMPAIGN_NOT_RUNNING));

        var id = fixtures.candidate(manager, campaign);
        outreach.ask(manager, campaign);
        campaigns.end(manager, campaign);
        untilDone();

        assertThat(outreachOf(id)).isEqualTo(OutreachState.NONE);
    }

    /** A person may be faster than the background with one of them. */
    @Test
    void one_who_opts_out_meanwhile_is_left_out_and_the_others_are_not() {
        var gone = fixtures.candidate(manager, campaign);
        var stays = fixtures.candidate(manager, campaign);
        outreach.ask(manager, campaign);
        desk.optOut(manager, gone);

        untilDone();

        assertThat(outreachOf(gone)).isEqualTo(OutreachState.OPTED_OUT);
        assertThat(outreachOf(stays)).isEqualTo(OutreachState.RUNNING);
    }

    private void untilDone() {
        while (!outreach.find(campaign).orElseThrow().done()) {
            outreach.work();
        }
    }

    private OutreachState outreachOf(CandidateId id) {
        return desk.get(id).outreach();
    }

    private List<String> actions(CaseReference subject) {
        return audit.of(subject).stream().map(entry -> entry.action()).toList();
    }
}
