package io.handsel.recruitment;

import io.handsel.audit.AuditTrail;
import io.handsel.recruitment.CampaignOutcome.Done;
import io.handsel.recruitment.CampaignOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to all candidates of a campaign that fit: those the profile advises to invite and nobody has written to yet.
 * Asking is quick; the background then does with one candidate after the other what {@link CandidateDesk#write} does,
 * whichever node has time. Asking again while it runs changes nothing.
 */
@Service
@Transactional
public class CampaignOutreach {

    private static final int AT_ONCE = 100;

    /** Whoever has answered, applied or is out has an outreach that has ended; whose address is closed is left out. */
    private static final String FITTING = """
            from candidate c where campaign_id = :campaign and advice = 'INVITE' and outreach = 'NONE'
            and email is not null
            and not exists (select 1 from outreach_address a where a.address = c.email and a.standing <> 'OPEN')
            """;

    private final CampaignStore campaigns;
    private final CandidateDesk desk;
    private final People people;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignOutreach(
            CampaignStore campaigns,
            CandidateDesk desk,
            People people,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.people = people;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public CampaignOutcome ask(Actor actor, CampaignId id) {
        var campaign = campaigns.findById(id).orElseThrow(() -> CampaignNotFound.of(id));
        if (campaign.state() != CampaignState.RUNNING) {
            return new Refused(RecruitmentRefusal.CAMPAIGN_NOT_RUNNING);
        }
        if (fitting(id, 1).isEmpty()) {
            return new Refused(RecruitmentRefusal.NOBODY_FITS);
        }
        if (isNew(actor, id)) {
            audit.record(campaign.reference(), actor, "outreach", Map.of());
        }
        return new Done(id);
    }

    /** @return false where it is under way already */
    private boolean isNew(Actor actor, CampaignId id) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        insert into campaign_outreach (campaign_id, asked_by, asked_at, written_to) values (?, ?, ?, 0)
                        on conflict do nothing
                        """).params(id.id(), actor.person().id(), now).update() == 1
                || jdbc.sql("""
                        update campaign_outreach set asked_by = ?, asked_at = ?, written_to = 0, done_at = null
                        where campaign_id = ? and done_at is not null
                        """).params(actor.person().id(), now, id.id()).update() == 1;
    }

    /** The last time it was asked for; empty if it never was. */
    @Transactional(readOnly = true)
    public Optional<CampaignOutreachView> find(CampaignId id) {
        return jdbc.sql("select asked_at, written_to, done_at from campaign_outreach where campaign_id = ?")
                .param(id.id())
                .query((row, number) -> new CampaignOutreachView(
                        row.getTimestamp("asked_at").toInstant(),
                        row.getLong("written_to"),
                        row.getTimestamp("done_at") != null))
                .optional();
    }

    /** How many fit and have not been written to, counted up to {@link CandidateBoard#MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public int fitting(CampaignId id) {
        return jdbc.sql("select count(*) from (select 1 " + FITTING + " limit " + CandidateBoard.MOST_COUNTED + ") n")
                .param("campaign", id.id())
                .query(Integer.class)
                .single();
    }

    private List<CandidateId> fitting(CampaignId id, int most) {
        return jdbc.sql("select id " + FITTING + " order by score desc, id limit :most")
                .param("campaign", id.id())
                .param("most", most)
                .query((row, number) -> new CandidateId(row.getObject("id", UUID.class)))
                .list();
    }

    private record Asked(CampaignId campaign, PersonId by) {}

    /** Takes some more candidates of a campaign for which mails have been asked for; the best first. */
    void work() {
        jdbc.sql("""
                        select campaign_id, asked_by from campaign_outreach where done_at is null
                        order by asked_at limit 1 for update skip locked
                        """)
                .query((row, number) -> new Asked(
                        new CampaignId(row.getObject("campaign_id", UUID.class)),
                        new PersonId(row.getObject("asked_by", UUID.class))))
                .optional()
                .ifPresent(this::work);
    }

    private void work(Asked asked) {
        var actor = people.get(asked.by()).actor();
        var writtenTo = fitting(asked.campaign(), AT_ONCE).stream()
                .filter(candidate -> desk.write(actor, candidate) instanceof CandidateOutcome.Done)
                .count();
        // Nobody is left, or the campaign has ended.
        var over = writtenTo == 0;
        jdbc.sql("update campaign_outreach set written_to = written_to + ?, done_at = ? where campaign_id = ?")
                .params(
                        writtenTo,
                        over ? Timestamp.from(clock.instant()) : null,
                        asked.campaign().id())
                .update();
    }
}
