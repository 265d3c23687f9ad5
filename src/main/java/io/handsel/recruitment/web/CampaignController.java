package io.handsel.recruitment.web;

import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.CampaignOutcome;
import io.handsel.recruitment.CampaignOutreach;
import io.handsel.recruitment.CampaignView;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateBoard;
import io.handsel.recruitment.RecruitmentFunnel;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.math.BigDecimal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns: listed, looked at, printed, started, ended, and what is done for all of their candidates. */
@Controller
@RequestMapping("/campaigns")
@Allow({Role.MANAGER, Role.DIRECTOR})
class CampaignController {

    private static final String SAID = "recruitment.said.";

    private final Campaigns campaigns;
    private final CampaignOutreach outreach;
    private final CandidateBoard board;
    private final RecruitmentFunnel funnel;
    private final BriefPages briefs;
    private final CurrentActor current;

    CampaignController(
            Campaigns campaigns,
            CampaignOutreach outreach,
            CandidateBoard board,
            RecruitmentFunnel funnel,
            BriefPages briefs,
            CurrentActor current) {
        this.campaigns = campaigns;
        this.outreach = outreach;
        this.board = board;
        this.funnel = funnel;
        this.briefs = briefs;
        this.current = current;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("campaigns", campaigns.newest());
        return "recruitment/campaigns";
    }

    @GetMapping("/{id}")
    String show(@PathVariable CampaignId id, Model model) {
        return page(campaigns.get(id), model);
    }

    /** The brief to read and to print. */
    @GetMapping("/{id}/recruiters-brief")
    String print(@PathVariable CampaignId id, Model model) {
        var campaign = campaigns.get(id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("chapters", briefs.chapters(campaign, current.get()));
        return "recruitment/brief";
    }

    @GetMapping("/{id}/recruiters-brief.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable CampaignId id) {
        var name =
                ContentDisposition.attachment().filename("recruiters-brief.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(briefs.pdf(campaigns.get(id), current.get()));
    }

    @PostMapping("/{id}/start")
    ModelAndView start(@PathVariable CampaignId id, Model model) {
        return done(id, campaigns.start(current.get(), id), "started", model);
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable CampaignId id, Model model) {
        return done(id, campaigns.end(current.get(), id), "ended", model);
    }

    /** Lets mails go out to all candidates that fit. */
    @PostMapping("/{id}/outreach")
    ModelAndView write(@PathVariable CampaignId id, Model model) {
        return done(id, outreach.ask(current.get(), id), "writing-to-all", model);
    }

    /** What it has cost so far. */
    @PostMapping("/{id}/spent")
    ModelAndView spent(@PathVariable CampaignId id, @RequestParam(defaultValue = "") String spent, Model model) {
        var text = spent.strip().replace(',', '.');
        var amount = text.matches("\\d{1,12}(\\.\\d{1,2})?") ? new BigDecimal(text) : null;
        return done(id, campaigns.spent(current.get(), id, amount), "spent", model);
    }

    private ModelAndView done(CampaignId id, CampaignOutcome outcome, String said, Model model) {
        if (outcome instanceof CampaignOutcome.Refused refused) {
            model.addAttribute("refused", refused.reason());
            var view = new ModelAndView(page(campaigns.get(id), model));
            view.addAllObjects(model.asMap());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:/campaigns/" + id + "?said=" + SAID + said);
    }

    private String page(CampaignView campaign, Model model) {
        model.addAttribute("campaign", campaign);
        model.addAttribute("counts", board.counts(campaign.id()));
        model.addAttribute("fitting", outreach.fitting(campaign.id()));
        model.addAttribute("outreach", outreach.find(campaign.id()).orElse(null));
        model.addAttribute("report", funnel.of(campaign.id(), campaign.spent()));
        return "recruitment/campaign";
    }
}
