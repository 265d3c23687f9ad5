package io.handsel.accounts.web;

import io.handsel.accounts.AccountVerdict;
import io.handsel.accounts.AskerFilter;
import io.handsel.accounts.AskerList;
import io.handsel.accounts.AskerPage;
import io.handsel.accounts.AskerView;
import io.handsel.accounts.BlockRefusal;
import io.handsel.accounts.QuestionReview;
import io.handsel.audit.AuditTrail;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.HarmlessCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who asks how much whether customers are free, for operators and directors. */
@Controller
@RequestMapping("/operations/questions")
@Allow({Role.OPERATOR, Role.DIRECTOR})
class QuestionController {

    private static final int PAGE = 50;
    private static final int EXPORT_PAGE = 1000;
    private static final String FORM = "form";

    private final AskerList askers;
    private final QuestionReview review;
    private final AuditTrail audit;
    private final CurrentActor currentActor;

    QuestionController(AskerList askers, QuestionReview review, AuditTrail audit, CurrentActor currentActor) {
        this.askers = askers;
        this.review = review;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(AskerQuery query, Model model) {
        var page = askers.page(query.filter(), PAGE);
        model.addAttribute("lines", page.lines());
        model.addAttribute("next", page.next());
        model.addAttribute("query", query);
        model.addAttribute("grouped", query.grouped());
        model.addAttribute("shown", query.shown());
        model.addAttribute("groupings", AskerFilter.By.values());
        model.addAttribute("shows", AskerFilter.Show.values());
        return "accounts/questions";
    }

    @GetMapping("/export")
    void export(AskerQuery query, HttpServletResponse response) throws IOException {
        var out = Download.csv(response, "questions.csv");
        var csv = new HarmlessCsv(
                out,
                "id",
                "name",
                "partner",
                "hour",
                "hour limit",
                "day",
                "day limit",
                "names",
                "taken",
                "run",
                "patterns",
                "blocked",
                "last");
        var filter = new AskerQuery(query.by(), query.show(), query.text(), null).filter();
        for (var at = Optional.of(filter); at.isPresent(); ) {
            var page = askers.page(at.get(), EXPORT_PAGE);
            page.lines().forEach(line -> write(csv, line));
            at = Optional.ofNullable(page.next())
                    .map(next -> new AskerFilter(filter.by(), filter.show(), filter.text(), next));
        }
        out.flush();
    }

    private static void write(HarmlessCsv csv, AskerPage.Line line) {
        csv.row(
                line.asker(),
                line.name(),
                line.partner(),
                line.hour(),
                line.hourLimit(),
                line.day(),
                line.dayLimit(),
                line.names(),
                line.taken(),
                line.run(),
                line.patterns().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                line.blocked(),
                line.last());
    }

    @GetMapping("/{asker}")
    String show(
            @PathVariable UUID asker,
            @RequestParam(required = false) @Nullable AccountVerdict verdict,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        model.addAttribute(FORM, new BlockForm(null));
        return page(review.find(asker), verdict, after, model);
    }

    @GetMapping("/{asker}/export")
    void export(
            @PathVariable UUID asker,
            @RequestParam(required = false) @Nullable AccountVerdict verdict,
            HttpServletResponse response)
            throws IOException {
        var found = review.find(asker);
        var out = Download.csv(response, "questions-" + asker + ".csv");
        var csv = new HarmlessCsv(
                out, "id", "at", "person", "question", "where", "counted", "answer", "account id", "account");
        var page = review.questions(found, verdict, null, EXPORT_PAGE);
        while (true) {
            page.lines()
                    .forEach(line -> csv.row(
                            line.id(),
                            line.at(),
                            line.personName(),
                            line.question(),
                            line.occasion(),
                            line.counted(),
                            line.verdict(),
                            line.account(),
                            line.accountName()));
            if (page.next() == null) {
                break;
            }
            page = review.questions(found, verdict, page.next(), EXPORT_PAGE);
        }
        out.flush();
    }

    @PostMapping("/{asker}/block")
    String block(
            @PathVariable UUID asker,
            @ModelAttribute(FORM) BlockForm form,
            BindingResult problems,
            HttpServletResponse response,
            Model model) {
        var refused = review.block(actor(), asker, form.text());
        return refused.isEmpty()
                ? "redirect:/operations/questions/" + asker + "?said=accounts.said.askingPaused"
                : refused(asker, refused.get(), problems, response, model);
    }

    @PostMapping("/{asker}/unblock")
    String unblock(
            @PathVariable UUID asker,
            @ModelAttribute(FORM) BlockForm form,
            BindingResult problems,
            HttpServletResponse response,
            Model model) {
        var refused = review.unblock(actor(), asker, form.text());
        return refused.isEmpty()
                ? "redirect:/operations/questions/" + asker + "?said=accounts.said.askingResumed"
                : refused(asker, refused.get(), problems, response, model);
    }

    private String refused(
            UUID asker, BlockRefusal refusal, BindingResult problems, HttpServletResponse response, Model model) {
        problems.rejectValue("reason", "accounts.block.refused." + refusal);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(review.find(asker), null, null, model);
    }

    private String page(AskerView asker, @Nullable AccountVerdict verdict, @Nullable Long after, Model model) {
        var page = review.questions(asker, verdict, after, PAGE);
        model.addAttribute("asker", asker);
        model.addAttribute("line", askers.line(asker).orElse(null));
        model.addAttribute("questions", page.lines());
        model.addAttribute("next", page.next());
        model.addAttribute("verdict", verdict);
        model.addAttribute("verdicts", AccountVerdict.values());
        model.addAttribute("history", audit.of(QuestionReview.reference(asker.asker())));
        return "accounts/asker";
    }

    private Actor actor() {
        return currentActor.get();
    }
}
