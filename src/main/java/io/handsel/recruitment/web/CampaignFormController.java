package io.handsel.recruitment.web;

import io.handsel.forms.CountryChoices;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormValues;
import io.handsel.kernel.Money;
import io.handsel.recruitment.CampaignBrief;
import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.CampaignOutcome;
import io.handsel.recruitment.CampaignPlan;
import io.handsel.recruitment.CampaignView;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.web.RecruitmentForms.Answered;
import io.handsel.recruitment.web.RecruitmentForms.Sheet;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms about a campaign: its plan and its brief. */
@Controller
@RequestMapping("/campaigns")
@Allow({Role.MANAGER, Role.DIRECTOR})
class CampaignFormController {

    private static final String SAID = "recruitment.said.";

    private final Campaigns campaigns;
    private final RecruitmentForms forms;
    private final CurrentActor current;

    CampaignFormController(Campaigns campaigns, RecruitmentForms forms, CurrentActor current) {
        this.campaigns = campaigns;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping("/new")
    String plan(Model model) {
        return forms.open(planned(), model);
    }

    @PostMapping("/new/draft")
    String planDraft(FormInput input, Model model) {
        return forms.type(planned(), input, model);
    }

    @PostMapping("/new")
    ModelAndView plan(FormInput input, Model model) {
        return forms.send(
                planned(), input, model, values -> answered(campaigns.plan(current.get(), plan(values)), "planned"));
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable CampaignId id, Model model) {
        return forms.open(edited(campaigns.get(id)), model);
    }

    @PostMapping("/{id}/edit/draft")
    String editDraft(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.type(edited(campaigns.get(id)), input, model);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.send(
                edited(campaigns.get(id)),
                input,
                model,
                values -> answered(campaigns.change(current.get(), id, plan(values)), "changed"));
    }

    @GetMapping("/{id}/brief")
    String brief(@PathVariable CampaignId id, Model model) {
        return forms.open(briefed(campaigns.get(id)), model);
    }

    @PostMapping("/{id}/brief/draft")
    String briefDraft(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.type(briefed(campaigns.get(id)), input, model);
    }

    @PostMapping("/{id}/brief")
    ModelAndView brief(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.send(
                briefed(campaigns.get(id)),
                input,
                model,
                values -> answered(campaigns.writeBrief(current.get(), id, new CampaignBrief(values.all())), "brief"));
    }

    private static Answered answered(CampaignOutcome outcome, String said) {
        return outcome instanceof CampaignOutcome.Refused refused
                ? new Answered.Wrong(refused.reason(), refused.field())
                : new Answered.GoTo(
                        "/campaigns/" + ((CampaignOutcome.Done) outcome).campaign() + "?said=" + SAID + said);
    }

    private static CampaignPlan plan(FormValues values) {
        return new CampaignPlan(
                values.text("name"),
                Objects.requireNonNull(values.date("startsOn")),
                Objects.requireNonNull(values.date("endsOn")),
                new Money(
                        Objects.requireNonNull(values.decimal("budget")),
                        Currency.getInstance(values.text("currency"))),
                values.text("language"),
                PersonId.parse(values.text("owner")));
    }

    private Sheet planned() {
        var actor = current.get();
        return new Sheet(
                actor,
                "recruitment/campaign",
                "/campaigns/new",
                "plan",
                "",
                "/campaigns",
                Map.of("owners", owners(), "owner", actor.person().toString(), "currency", "EUR"));
    }

    private Sheet edited(CampaignView campaign) {
        var plan = campaign.plan();
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("owners", owners());
        known.put("name", plan.name());
        known.put("startsOn", plan.startsOn().toString());
        known.put("endsOn", plan.endsOn().toString());
        known.put("budget", plan.budget().amount());
        known.put("currency", plan.budget().currency().getCurrencyCode());
        known.put("language", plan.language());
        known.put("owner", plan.owner().toString());
        var address = "/campaigns/" + campaign.id();
        return new Sheet(current.get(), "recruitment/campaign", address + "/edit", "edit", plan.name(), address, known);
    }

    private Sheet briefed(CampaignView campaign) {
        var actor = current.get();
        Map<String, @Nullable Object> known = new HashMap<>(campaign.brief().answers());
        known.put("countries", CountryChoices.in(actor.locale()));
        var address = "/campaigns/" + campaign.id();
        return new Sheet(
                actor,
                "recruitment/campaign-brief",
                address + "/brief",
                "brief",
                campaign.plan().name(),
                address,
                known);
    }

    private List<Map<String, String>> owners() {
        return campaigns.owners().stream()
                .map(person -> Map.of("value", person.id().toString(), "label", person.name()))
                .toList();
    }
}
