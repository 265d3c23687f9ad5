package io.handsel.recruitment.web;

import io.handsel.recruitment.CampaignHeading;
import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateAdvice;
import io.handsel.recruitment.CandidateBoard;
import io.handsel.recruitment.CandidatePage;
import io.handsel.recruitment.CandidateSource;
import io.handsel.recruitment.CandidateState;
import io.handsel.security.Allow;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.EveryPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The candidates of a campaign, and those that belong to none yet: to look through, and as a file. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR})
class CandidateBoardController {

    private static final int PAGE_SIZE = 50;

    private final Campaigns campaigns;
    private final CandidateBoard board;

    CandidateBoardController(Campaigns campaigns, CandidateBoard board) {
        this.campaigns = campaigns;
        this.board = board;
    }

    @GetMapping("/campaigns/{id}/candidates")
    String board(@PathVariable CampaignId id, CandidateQuery query, Model model) {
        return board(campaigns.heading(id), query, model);
    }

    /** Those that came by themselves and belong to no campaign yet. */
    @GetMapping("/candidates")
    String board(CandidateQuery query, Model model) {
        return board((CampaignHeading) null, query, model);
    }

    private String board(@Nullable CampaignHeading campaign, CandidateQuery query, Model model) {
        var id = campaign == null ? null : campaign.id();
        model.addAttribute("campaign", campaign);
        model.addAttribute("base", id == null ? "/candidates" : "/campaigns/" + id + "/candidates");
        model.addAttribute("page", board.page(id, query.filter(), PAGE_SIZE));
        model.addAttribute("counts", board.counts(id));
        model.addAttribute("query", query);
        model.addAttribute("states", CandidateState.values());
        model.addAttribute("advices", CandidateAdvice.values());
        model.addAttribute("sources", CandidateSource.values());
        return "recruitment/board";
    }

    @GetMapping("/campaigns/{id}/candidates/export")
    ResponseEntity<byte[]> export(@PathVariable CampaignId id, CandidateQuery query) {
        return file(campaigns.heading(id).id(), query);
    }

    @GetMapping("/candidates/export")
    ResponseEntity<byte[]> export(CandidateQuery query) {
        return file(null, query);
    }

    private ResponseEntity<byte[]> file(@Nullable CampaignId id, CandidateQuery query) {
        var filter = query.filter();
        var found = EveryPage.of(
                after -> board.page(id, filter.behind(after), EveryPage.SIZE),
                CandidatePage::candidates,
                CandidatePage::next);
        return Download.ofCsv("candidates.csv", CandidateExport.of(found));
    }
}
