package io.handsel.disputes.web;

import io.handsel.audit.CaseReference;
import io.handsel.disputes.DisputeDossiers;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeList;
import io.handsel.disputes.DisputeListPage;
import io.handsel.disputes.DisputeNotFound;
import io.handsel.disputes.DisputeOverview;
import io.handsel.disputes.EvidenceDesk;
import io.handsel.engine.BusinessKey;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.EveryPage;
import io.handsel.tasklist.CaseStory;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Disputes to look at: a partner sees its own side, the vendor's people both. */
@Controller
@RequestMapping("/disputes")
@Allow({
    Role.PARTNER_ADMIN,
    Role.PARTNER_SALES,
    Role.PARTNER_MARKETING,
    Role.PARTNER_FINANCE,
    Role.MANAGER,
    Role.DIRECTOR
})
class DisputeController {

    private static final int PAGE_SIZE = 50;

    private final DisputeList list;
    private final DisputeOverview overview;
    private final DisputeDossiers dossiers;
    private final EvidenceDesk evidence;
    private final CaseStory story;
    private final CurrentActor current;

    DisputeController(
            DisputeList list,
            DisputeOverview overview,
            DisputeDossiers dossiers,
            EvidenceDesk evidence,
            CaseStory story,
            CurrentActor current) {
        this.list = list;
        this.overview = overview;
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.story = story;
        this.current = current;
    }

    @GetMapping
    String list(DisputeListQuery query, Model model) {
        var actor = current.get();
        model.addAttribute("page", list.page(actor, query.filter(), PAGE_SIZE));
        model.addAttribute("counts", list.counts(actor));
        model.addAttribute("query", query);
        model.addAttribute("both", !actor.isPartner());
        return "disputes/list";
    }

    /** The list in view as CSV. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(DisputeListQuery query) {
        var actor = current.get();
        var filter = query.filter();
        var found = EveryPage.of(
                after -> list.page(actor, filter.behind(after), EveryPage.SIZE),
                DisputeListPage::disputes,
                DisputeListPage::next);
        return Download.ofCsv(
                "disputes.csv", actor.isPartner() ? DisputeExport.ofOneSide(found) : DisputeExport.ofBothSides(found));
    }

    @GetMapping("/{id}")
    String details(@PathVariable DisputeId id, Model model) {
        var actor = current.get();
        model.addAttribute("drawing", story.drawing(BusinessKey.of(id.id()), "disputes.step."));
        if (!actor.isPartner()) {
            model.addAttribute("dispute", dossiers.find(id).orElseThrow(() -> DisputeNotFound.of(id)));
            return "disputes/both";
        }
        model.addAttribute("dispute", overview.details(actor, id));
        model.addAttribute(
                "history", story.toldWithoutNames(new CaseReference("dispute", id.id()), "disputes.happened."));
        return "disputes/details";
    }

    @GetMapping("/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable DisputeId id, @PathVariable UUID file) {
        var content = evidence.open(current.get(), id, file).orElseThrow(() -> DisputeFileNotFound.with(file));
        return Download.ofForeign(content.file().fileName(), content.file().mimeType(), content.bytes());
    }
}
