package io.handsel.recruitment;

import io.handsel.kernel.Money;
import io.handsel.recruitment.FunnelReport.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The funnel of a campaign, in one statement. Whoever has come to a stage has passed those before it. */
@Service
@Transactional(readOnly = true)
public class RecruitmentFunnel {

    private final JdbcClient jdbc;

    RecruitmentFunnel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param spent what the campaign has cost so far */
    public FunnelReport of(CampaignId campaign, Money spent) {
        var sources = jdbc.sql("""
                        select source, count(*) as identified,
                            count(coalesce(contacted_at, engaged_at, applied_at, approved_at)) as contacted,
                            count(coalesce(engaged_at, applied_at, approved_at)) as engaged,
                            count(coalesce(applied_at, approved_at)) as applied,
                            count(approved_at) as approved,
                            count(activated_at) as activated
                        from candidate where campaign_id = ? and merged_into is null
                        group by source order by source
                        """)
                .param(campaign.id())
                .query((row, number) -> new Row(
                        CandidateSource.valueOf(row.getString("source")),
                        row.getLong("identified"),
                        row.getLong("contacted"),
                        row.getLong("engaged"),
                        row.getLong("applied"),
                        row.getLong("approved"),
                        row.getLong("activated")))
                .list();
        var all = sources.stream().reduce(new Row(null, 0, 0, 0, 0, 0, 0), Row::plus);
        return new FunnelReport(sources, all, share(spent, all.approved()), share(spent, all.activated()));
    }

    private static @Nullable Money share(Money spent, long among) {
        return among == 0
                ? null
                : new Money(
                        spent.amount()
                                .divide(
                                        BigDecimal.valueOf(among),
                                        spent.currency().getDefaultFractionDigits(),
                                        RoundingMode.HALF_EVEN),
                        spent.currency());
    }
}
