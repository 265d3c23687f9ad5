package io.handsel.onboarding;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Joint business plans in their versions: written by the partner, agreed by whoever takes care of it. */
@Service
@Transactional
public class BusinessPlans {

    private static final int LONGEST_REMARK = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final PartnerOnboarding onboarding;
    private final Partners partners;
    private final PartnerCare care;
    private final People people;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BusinessPlans(
            JdbcClient jdbc,
            PartnerOnboarding onboarding,
            Partners partners,
            PartnerCare care,
            People people,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.onboarding = onboarding;
        this.partners = partners;
        this.care = care;
        this.people = people;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Who reads a plan, and by when. */
    public record Reading(PersonId manager, Instant answerDue) {}

    /** Every version, newest first. */
    @Transactional(readOnly = true)
    public List<PlanView> of(PartnerId partner) {
        return jdbc.sql("select * from business_plan where partner_id = ? order by number desc")
                .param(partner.id())
                .query(BusinessPlans::view)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PlanView> find(PlanId id) {
        return jdbc.sql("select * from business_plan where id = ?")
                .param(id.id())
                .query(BusinessPlans::view)
                .optional();
    }

    /** @return why not; empty where it is sent */
    public Optional<PlanRefusal> send(Actor actor, PartnerId partner, Map<String, @Nullable Object> answers) {
        if (!actor.isOfAllLocations()) {
            return Optional.of(PlanRefusal.OF_ONE_LOCATION);
        }
        // Of two people of the partner at once the second one waits, and finds the first one's plan.
        partners.findLocked(partner);
        var versions = of(partner);
        if (versions.stream().anyMatch(plan -> plan.state() == PlanState.SENT)) {
            return Optional.of(PlanRefusal.WAITING);
        }
        var id = PlanId.create();
        jdbc.sql("""
                        insert into business_plan (id, partner_id, number, state, answers, sent_by, sent_at)
                        values (?, ?, ?, 'SENT', ?, ?, ?)
                        """)
                .params(
                        id.id(),
                        partner.id(),
                        versions.size() + 1,
                        JSON.writeValueAsString(answers),
                        actor.person().id(),
                        Timestamp.from(clock.instant()))
                .update();
        audit.record(reference(id), actor, "sent", Map.of("version", String.valueOf(versions.size() + 1)));
        events.publishEvent(new PlanSent(id));
        return Optional.empty();
    }

    @Transactional(readOnly = true)
    public Reading reading(PlanId id) {
        return onboarding.reading(load(id).partner());
    }

    /**
     * The manager agrees, or gives the plan back with a remark.
     *
     * @return why not; empty where it is done
     */
    public Optional<PlanRefusal> decide(Actor by, PlanId id, PlanState state, @Nullable String remark) {
        var plan = load(id);
        var refused = refusal(by, plan, state, remark);
        if (refused.isPresent()) {
            return refused;
        }
        // Of two who decide at once the second one finds it decided.
        var decided = jdbc.sql("""
                        update business_plan set state = ?, decided_by = ?, decided_at = ?, remark = ?
                        where id = ? and state = 'SENT'
                        """)
                .params(
                        state.name(),
                        by.person().id(),
                        Timestamp.from(clock.instant()),
                        remark == null ? "" : remark.strip(),
                        id.id())
                .update();
        if (decided == 0) {
            return Optional.of(PlanRefusal.DECIDED);
        }
        audit.record(reference(id), by, state.name().toLowerCase(Locale.ROOT), Map.of());
        if (state == PlanState.AGREED) {
            onboarding.finish(plan.partner(), StepKind.PLAN, by.person());
        }
        return Optional.empty();
    }

    /** What {@link #decide} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<PlanRefusal> foresee(Actor by, PlanId id, PlanState state, @Nullable String remark) {
        return refusal(by, load(id), state, remark);
    }

    private Optional<PlanRefusal> refusal(Actor by, PlanView plan, PlanState state, @Nullable String remark) {
        if (plan.state() != PlanState.SENT) {
            return Optional.of(PlanRefusal.DECIDED);
        }
        if (!partners.mayLookAfter(by, plan.partner())
                && !by.person().equals(care.managerOf(plan.partner(), clock.instant()))) {
            return Optional.of(PlanRefusal.NOT_YOURS);
        }
        var words = remark == null ? 0 : remark.strip().length();
        return words > LONGEST_REMARK || (state == PlanState.RETURNED && words == 0)
                ? Optional.of(PlanRefusal.REMARK_MISSING)
                : Optional.empty();
    }

    /** Tells the manager, or the partner's administrators, what the notice is about. */
    public void tell(PlanId id, PlanNotice notice, String occasion) {
        var plan = load(id);
        var partner = partners.get(plan.partner());
        var readers = notice.isForManager()
                ? List.of(people.get(care.managerOf(partner.id(), clock.instant())))
                : people.administratorsOf(partner.id().organisation());
        for (PersonView to : readers) {
            notifications.send(Notice.to(to.id())
                    .about(
                            "onboarding.mail."
                                    + notice.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            partner.name(),
                            plan.number(),
                            plan.remark() == null ? "" : plan.remark())
                    .linkTo(notice.isForManager() ? "/tasks" : "/onboarding/plan")
                    .once("plan " + notice + " " + to.id() + " " + occasion));
        }
    }

    private PlanView load(PlanId id) {
        return find(id).orElseThrow(() -> OnboardingNotFound.ofPlan(id));
    }

    private static PlanView view(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new PlanView(
                PlanId.parse(row.getString("id")),
                PartnerId.parse(row.getString("partner_id")),
                row.getInt("number"),
                PlanState.valueOf(row.getString("state")),
                JSON.readValue(row.getString("answers"), new TypeReference<Map<String, @Nullable Object>>() {}),
                row.getTimestamp("sent_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("remark"));
    }

    private static CaseReference reference(PlanId id) {
        return new CaseReference("plan", id.id());
    }
}
