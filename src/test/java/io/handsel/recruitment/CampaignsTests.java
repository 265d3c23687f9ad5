package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.recruitment.CampaignOutcome.Done;
import io.handsel.recruitment.CampaignOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign from its plan to its end. */
@RecruitmentTest
class CampaignsTests {

    @Autowired
    Campaigns campaigns;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Actor manager;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
    }

    @Test
    void does_not_start_before_every_question_has_an_answer() {
        var id = fixtures.planned(manager);
        assertThat(campaigns.get(id).answered()).isZero();
        assertThat(campaigns.start(manager, id)).isEqualTo(new Refused(RecruitmentRefusal.BRIEF_INCOMPLETE));

        var answers = new HashMap<>(fixtures.completeBrief().answers());
        answers.put("rivals", " ");
        campaigns.writeBrief(manager, id, new CampaignBrief(answers));

        var almost = campaigns.get(id);
        assertThat(almost.answered()).isEqualTo(almost.questions() - 1);
        assertThat(campaigns.start(manager, id)).isEqualTo(new Refused(RecruitmentRefusal.BRIEF_INCOMPLETE));
        assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.DRAFT);

        campaigns.writeBrief(manager, id, fixtures.completeBrief());

        assertThat(campaigns.start(manager, id)).isEqualTo(new Done(id));
        assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(campaigns.get(id).isComplete()).isTrue();
    }

    @Test
    void neither_the_campaign_itself_nor_the_database_lets_it_start_incomplete() {
        var campaign = new Campaign(fixtures.plan(manager), clock.instant());
        assertThatThrownBy(() -> campaign.start(clock.instant())).isInstanceOf(IllegalStateException.class);

        var id = fixtures.planned(manager);
        assertThatThrownBy(() -> jdbc.sql("update campaign set state = 'RUNNING' where id = ?")
                        .param(id.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_running_campaign_keeps_every_answer() {
        var id = fixtures.running(manager);
        var answers = new HashMap<>(fixtures.completeBrief().answers());
        answers.remove("context");

        assertThat(campaigns.writeBrief(manager, id, new CampaignBrief(answers)))
                .isEqualTo(new Refused(RecruitmentRefusal.BRIEF_INCOMPLETE, "context"));
        assertThat(campaigns.get(id).isComplete()).isTrue();
    }

    @Test
    void ends_once_and_changes_no_more() {
        var id = fixtures.running(manager);

        assertThat(campaigns.end(manager, id)).isEqualTo(new Done(id));

        var refused = new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        assertThat(campaigns.end(manager, id)).isEqualTo(refused);
        assertThat(campaigns.start(manager, id)).isEqualTo(refused);
        assertThat(campaigns.change(manager, id, fixtures.plan(manager))).isEqualTo(refused);
        assertThat(campaigns.writeBrief(manager, id, fixtures.completeBrief())).isEqualTo(refused);
    }

    @Test
    void refuses_dates_that_make_no_sense() {
        var plan = fixtures.plan(manager);
        var backwards = new CampaignPlan(
                plan.name(), plan.endsOn(), plan.startsOn(), plan.budget(), plan.language(), plan.owner());
        assertThat(campaigns.plan(manager, backwards))
                .isEqualTo(new Refused(RecruitmentRefusal.ENDS_TOO_EARLY, "endsOn"));

        var id = fixtures.planned(manager);
        campaigns.writeBrief(manager, id, fixtures.completeBrief());
        clock.advance(Duration.ofDays(62));
        assertThat(campaigns.start(manager, id)).isEqualTo(new Refused(RecruitmentRefusal.DATES_OVER));
    }

    @Test
    void is_owned_by_somebody_who_runs_campaigns() {
        var finance = fixtures.somebody(Role.FINANCE);

        assertThat(campaigns.plan(manager, fixtures.plan(finance)))
                .isEqualTo(new Refused(RecruitmentRefusal.NO_SUCH_OWNER, "owner"));
    }

    @Test
    void keeps_what_it_has_cost() {
        var id = fixtures.running(manager);

        assertThat(campaigns.spent(manager, id, new BigDecimal("1234.50"))).isEqualTo(new Done(id));
        assertThat(campaigns.get(id).spent().amount()).isEqualByComparingTo("1234.50");
        assertThat(campaigns.spent(manager, id, new BigDecimal("-1")))
                .isEqualTo(new Refused(RecruitmentRefusal.NO_NUMBER, "spent"));
    }
}
