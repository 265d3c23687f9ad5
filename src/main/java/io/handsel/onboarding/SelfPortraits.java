package io.handsel.onboarding;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners say about themselves: the answers of a form, which a designer may change. */
@Service
@Transactional
public class SelfPortraits {

    private final JdbcClient jdbc;
    private final PartnerOnboarding onboarding;
    private final AuditTrail audit;
    private final Clock clock;

    SelfPortraits(JdbcClient jdbc, PartnerOnboarding onboarding, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.onboarding = onboarding;
        this.audit = audit;
        this.clock = clock;
    }

    /** The answers by the form's keys; empty where nothing has been said. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> of(PartnerId partner) {
        return jdbc.sql("select answers from self_portrait where partner_id = ?")
                .param(partner.id())
                .query(String.class)
                .optional()
                .map(KeptAnswers::read)
                .orElse(Map.of());
    }

    /** Everything the form asks for is there: the profile is complete. */
    public void say(Actor actor, PartnerId partner, Map<String, @Nullable Object> answers) {
        jdbc.sql("delete from self_portrait where partner_id = ?")
                .param(partner.id())
                .update();
        jdbc.sql("insert into self_portrait (partner_id, answers, changed_by, changed_at) values (?, ?, ?, ?)")
                .params(partner.id(), KeptAnswers.write(answers), actor.person().id(), Timestamp.from(clock.instant()))
                .update();
        audit.record(new CaseReference("partner", partner.id()), actor, "profile", Map.of());
        onboarding.finish(partner, StepKind.PROFILE, actor.person());
    }
}
