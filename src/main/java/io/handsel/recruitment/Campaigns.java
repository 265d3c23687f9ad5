package io.handsel.recruitment;

import io.handsel.audit.AuditTrail;
import io.handsel.forms.FormCatalogue;
import io.handsel.recruitment.CampaignOutcome.Done;
import io.handsel.recruitment.CampaignOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plans, starts and ends campaigns. */
@Service
@Transactional
public class Campaigns {

    static final String BRIEF = "recruitment/campaign-brief";

    private static final int LONGEST_NAME = 200;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final CampaignStore campaigns;
    private final FormCatalogue forms;
    private final People people;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    Campaigns(
            CampaignStore campaigns,
            FormCatalogue forms,
            People people,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.campaigns = campaigns;
        this.forms = forms;
        this.people = people;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    public CampaignOutcome plan(Actor actor, CampaignPlan plan) {
        var refused = refusal(plan);
        if (refused.isPresent()) {
            return refused.get();
        }
        var campaign = new Campaign(plan, clock.instant());
        campaigns.saveAndFlush(campaign);
        audit.record(campaign.reference(), actor, "planned", Map.of("name", plan.name()));
        return new Done(campaign.id());
    }

    public CampaignOutcome change(Actor actor, CampaignId id, CampaignPlan plan) {
        var campaign = load(id);
        if (campaign.state() == CampaignState.ENDED) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        var refused = refusal(plan);
        if (refused.isPresent()) {
            return refused.get();
        }
        campaign.plan(plan);
        return kept(campaign, actor, "changed");
    }

    /** Answers may be missing as long as it has not started. */
    public CampaignOutcome writeBrief(Actor actor, CampaignId id, CampaignBrief brief) {
        var campaign = load(id);
        var missing = brief.missing(questions());
        if (!missing.isEmpty() && campaign.state() != CampaignState.DRAFT) {
            return new Refused(RecruitmentRefusal.BRIEF_INCOMPLETE, missing.get(0));
        }
        if (campaign.state() == CampaignState.ENDED) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        campaign.writeBrief(
                json.writeValueAsString(new TreeMap<>(brief.answers())),
                missing.isEmpty(),
                brief.markets(),
                brief.segments());
        return kept(campaign, actor, "brief");
    }

    public CampaignOutcome start(Actor actor, CampaignId id) {
        var campaign = load(id);
        if (!campaign.state().mayBecome(CampaignState.RUNNING)) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        // The form may have got another question since the brief was written.
        if (!campaign.isBriefComplete() || !brief(campaign).missing(questions()).isEmpty()) {
            return new Refused(RecruitmentRefusal.BRIEF_INCOMPLETE);
        }
        if (campaign.plan().endsOn().isBefore(LocalDate.now(clock.withZone(actor.zone())))) {
            return new Refused(RecruitmentRefusal.DATES_OVER);
        }
        campaign.start(clock.instant());
        return kept(campaign, actor, "started");
    }

    /** From now on nobody is written to for it. */
    public CampaignOutcome end(Actor actor, CampaignId id) {
        var campaign = load(id);
        if (!campaign.state().mayBecome(CampaignState.ENDED)) {
            return new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        }
        campaign.end(clock.instant());
        return kept(campaign, actor, "ended");
    }

    /** What the campaign has cost so far, in the currency of its budget. */
    public CampaignOutcome spent(Actor actor, CampaignId id, @Nullable BigDecimal soFar) {
        if (soFar == null || soFar.signum() < 0 || soFar.precision() - soFar.scale() > 12 || soFar.scale() > 2) {
            return new Refused(RecruitmentRefusal.NO_NUMBER, "spent");
        }
        var campaign = load(id);
        campaign.spent(soFar);
        return kept(campaign, actor, "spent");
    }

    /** @throws CampaignNotFound if there is no such campaign */
    @Transactional(readOnly = true)
    public CampaignView get(CampaignId id) {
        var campaign = load(id);
        return view(campaign, people.among(Set.of(campaign.plan().owner())));
    }

    /** @throws CampaignNotFound if there is no such campaign */
    @Transactional(readOnly = true)
    public CampaignHeading heading(CampaignId id) {
        return heading(load(id));
    }

    /** Those that have not ended, which a candidate may be taken into. */
    @Transactional(readOnly = true)
    public List<CampaignHeading> open() {
        return campaigns.newest().stream()
                .filter(campaign -> campaign.state() != CampaignState.ENDED)
                .map(Campaigns::heading)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<CampaignView> newest() {
        var all = campaigns.newest();
        var owners = people.among(all.stream().map(each -> each.plan().owner()).toList());
        return all.stream().map(each -> view(each, owners)).toList();
    }

    /** Who may answer for a campaign, by name. */
    @Transactional(readOnly = true)
    public List<PersonView> owners() {
        return Stream.of(Role.MANAGER, Role.DIRECTOR)
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .toList();
    }

    /** The questions of the brief as it is asked now. */
    public Collection<String> questions() {
        return forms.newest(BRIEF).answerKeys();
    }

    private CampaignOutcome kept(Campaign campaign, Actor actor, String action) {
        campaigns.saveAndFlush(campaign);
        audit.record(campaign.reference(), actor, action, Map.of());
        return new Done(campaign.id());
    }

    private Optional<Refused> refusal(CampaignPlan plan) {
        if (plan.name().isBlank()) {
            return Optional.of(new Refused(RecruitmentRefusal.FIELD_MISSING, "name"));
        }
        if (plan.name().length() > LONGEST_NAME) {
            return Optional.of(new Refused(RecruitmentRefusal.FIELD_TOO_LONG, "name"));
        }
        if (plan.endsOn().isBefore(plan.startsOn())) {
            return Optional.of(new Refused(RecruitmentRefusal.ENDS_TOO_EARLY, "endsOn"));
        }
        if (!CheckedCandidate.LANGUAGES.contains(plan.language())) {
            return Optional.of(new Refused(RecruitmentRefusal.UNKNOWN_LANGUAGE, "language"));
        }
        return owners().stream().anyMatch(person -> person.id().equals(plan.owner()))
                ? Optional.empty()
                : Optional.of(new Refused(RecruitmentRefusal.NO_SUCH_OWNER, "owner"));
    }

    private CampaignView view(Campaign campaign, Map<PersonId, PersonView> owners) {
        var brief = brief(campaign);
        var questions = questions();
        return new CampaignView(
                campaign.id(),
                campaign.state(),
                campaign.plan(),
                Objects.requireNonNull(owners.get(campaign.plan().owner())).name(),
                brief,
                questions.size() - brief.missing(questions).size(),
                questions.size(),
                campaign.spent(),
                campaign.startedAt().orElse(null),
                campaign.endedAt().orElse(null));
    }

    private static CampaignHeading heading(Campaign campaign) {
        return new CampaignHeading(campaign.id(), campaign.plan().name(), campaign.state());
    }

    private CampaignBrief brief(Campaign campaign) {
        return new CampaignBrief(json.readValue(campaign.brief(), ANSWERS));
    }

    private Campaign load(CampaignId id) {
        return campaigns.findById(id).orElseThrow(() -> CampaignNotFound.of(id));
    }
}
