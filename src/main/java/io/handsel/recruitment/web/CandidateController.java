package io.handsel.recruitment.web;

import io.handsel.forms.FormInput;
import io.handsel.forms.FormValues;
import io.handsel.recruitment.CampaignHeading;
import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateAdvice;
import io.handsel.recruitment.CandidateBoard;
import io.handsel.recruitment.CandidateDesk;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.CandidateIntake;
import io.handsel.recruitment.CandidateOutcome;
import io.handsel.recruitment.CandidateSource;
import io.handsel.recruitment.CandidateState;
import io.handsel.recruitment.CandidateTraits;
import io.handsel.recruitment.NewCandidate;
import io.handsel.recruitment.web.RecruitmentForms.Answered;
import io.handsel.recruitment.web.RecruitmentForms.Sheet;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board of a campaign's candidates, the page of each, and what is done with it. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR})
class CandidateController {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_EXPORTED = 100_000;
    private static final String SAID = "recruitment.said.";

    private final Campaigns campaigns;
    private final CandidateBoard board;
    private final CandidateDesk desk;
    private final CandidateIntake intake;
    private final CandidateHistory history;
    private final RecruitmentForms forms;
    private final CurrentActor current;

    CandidateController(
            Campaigns campaigns,
            CandidateBoard board,
            CandidateDesk desk,
            CandidateIntake intake,
            CandidateHistory history,
            RecruitmentForms forms,
            CurrentActor current) {
        this.campaigns = campaigns;
        this.board = board;
        this.desk = desk;
        this.intake = intake;
        this.history = history;
        this.forms = forms;
        this.current = current;
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
    ResponseEntity<String> export(@PathVariable CampaignId id, CandidateQuery query) {
        campaigns.heading(id);
        return file(CandidateExport.of(board.all(id, query.filter(), MOST_EXPORTED)));
    }

    @GetMapping("/candidates/export")
    ResponseEntity<String> export(CandidateQuery query) {
        return file(CandidateExport.of(board.all(null, query.filter(), MOST_EXPORTED)));
    }

    private static ResponseEntity<String> file(String text) {
        var name = ContentDisposition.attachment().filename("candidates.csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(text);
    }

    @GetMapping("/campaigns/{id}/candidates/new")
    String add(@PathVariable CampaignId id, Model model) {
        return forms.open(added(campaigns.heading(id)), model);
    }

    @PostMapping("/campaigns/{id}/candidates/new/draft")
    String addDraft(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.type(added(campaigns.heading(id)), input, model);
    }

    @PostMapping("/campaigns/{id}/candidates/new")
    ModelAndView add(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.send(added(campaigns.heading(id)), input, model, values -> {
            var outcome = intake.add(current.get(), id, wish(values), CandidateSource.FORM);
            if (outcome instanceof CandidateOutcome.Known known) {
                return new Answered.GoTo("/candidates/" + known.candidate() + "?said=" + SAID + "known");
            }
            if (outcome instanceof CandidateOutcome.Added added) {
                return new Answered.GoTo("/candidates/" + added.candidate() + "?said=" + SAID
                        + (added.optedOut() ? "added-opted-out" : "added"));
            }
            var refused = (CandidateOutcome.Refused) outcome;
            return new Answered.Wrong(refused.reason(), refused.field());
        });
    }

    @GetMapping("/candidates/{id}")
    String show(@PathVariable CandidateId id, Model model) {
        var candidate = desk.get(id);
        model.addAttribute("candidate", candidate);
        model.addAttribute("alike", desk.alike(id));
        model.addAttribute("history", history.of(id));
        model.addAttribute("drawing", history.drawing(id));
        model.addAttribute("campaigns", campaigns.open());
        return "recruitment/candidate";
    }

    @PostMapping("/candidates/{id}/write")
    ModelAndView write(@PathVariable CandidateId id, Model model) {
        return done(id, desk.write(current.get(), id), "writing", model);
    }

    @PostMapping("/candidates/{id}/answered")
    ModelAndView answered(@PathVariable CandidateId id, Model model) {
        return done(id, desk.answered(current.get(), id), "answered", model);
    }

    @PostMapping("/candidates/{id}/reject")
    ModelAndView reject(@PathVariable CandidateId id, Model model) {
        return done(id, desk.reject(current.get(), id), "rejected", model);
    }

    @PostMapping("/candidates/{id}/withdraw")
    ModelAndView withdraw(@PathVariable CandidateId id, Model model) {
        return done(id, desk.withdraw(current.get(), id), "withdrawn", model);
    }

    @PostMapping("/candidates/{id}/reopen")
    ModelAndView reopen(@PathVariable CandidateId id, Model model) {
        return done(id, desk.reopen(current.get(), id), "reopened", model);
    }

    @PostMapping("/candidates/{id}/opt-out")
    ModelAndView optOut(@PathVariable CandidateId id, Model model) {
        return done(id, desk.optOut(current.get(), id), "opted-out", model);
    }

    @PostMapping("/candidates/{id}/join")
    ModelAndView join(@PathVariable CandidateId id, @RequestParam CampaignId campaign, Model model) {
        return done(id, desk.join(current.get(), id, campaign), "joined", model);
    }

    /** The other one goes; this one stays. */
    @PostMapping("/candidates/{id}/merge")
    ModelAndView merge(@PathVariable CandidateId id, @RequestParam CandidateId other, Model model) {
        return done(id, desk.merge(current.get(), id, other), "merged", model);
    }

    private ModelAndView done(CandidateId id, CandidateOutcome outcome, String said, Model model) {
        if (outcome instanceof CandidateOutcome.Refused refused) {
            model.addAttribute("refused", refused.reason());
            var view = new ModelAndView(show(id, model));
            view.addAllObjects(model.asMap());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:/candidates/" + id + "?said=" + SAID + said);
    }

    private Sheet added(CampaignHeading campaign) {
        var actor = current.get();
        var address = "/campaigns/" + campaign.id() + "/candidates";
        return new Sheet(
                actor,
                "recruitment/candidate",
                address + "/new",
                "candidate",
                campaign.name(),
                address,
                Map.of("countries", RecruitmentForms.countries(actor.locale())));
    }

    /** The answers of {@code candidate.form} or {@code become-a-partner.form}. */
    static NewCandidate wish(FormValues values) {
        return new NewCandidate(
                values.text("company"),
                values.text("website"),
                values.text("country"),
                values.text("contact"),
                values.text("email"),
                values.text("telephone"),
                values.text("language"),
                new CandidateTraits(
                        values.text("segment").isEmpty() ? null : values.text("segment"),
                        count(values.decimal("employees")),
                        count(values.decimal("technicians")),
                        yes(values.text("services")),
                        yes(values.text("complementary")),
                        yes(values.text("rival"))));
    }

    private static @Nullable Integer count(@Nullable BigDecimal number) {
        return number == null ? null : number.intValue();
    }

    private static @Nullable Boolean yes(String answer) {
        return answer.isEmpty() ? null : answer.equals("yes");
    }
}
