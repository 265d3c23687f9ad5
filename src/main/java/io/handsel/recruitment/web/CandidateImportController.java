package io.handsel.recruitment.web;

import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateImportId;
import io.handsel.recruitment.CandidateImports;
import io.handsel.recruitment.CandidateUpload.Accepted;
import io.handsel.recruitment.CandidateUpload.Refused;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing candidates in from a file: upload, watch, fetch the results. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR})
class CandidateImportController {

    private final CandidateImports imports;
    private final Campaigns campaigns;
    private final CurrentActor current;
    private final MessageSource texts;

    CandidateImportController(
            CandidateImports imports, Campaigns campaigns, CurrentActor current, MessageSource texts) {
        this.imports = imports;
        this.campaigns = campaigns;
        this.current = current;
        this.texts = texts;
    }

    @GetMapping("/campaigns/{id}/imports")
    String list(@PathVariable CampaignId id, Model model) {
        model.addAttribute("campaign", campaigns.heading(id));
        model.addAttribute("imports", imports.newest(id));
        return "recruitment/imports";
    }

    @PostMapping("/campaigns/{id}/imports")
    String upload(
            @PathVariable CampaignId id,
            @RequestParam("file") MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            var outcome = imports.upload(current.get(), id, name, content);
            if (outcome instanceof Accepted accepted) {
                return "redirect:/candidates/imports/" + accepted.id();
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", ((Refused) outcome).reason());
            return list(id, model);
        }
    }

    @GetMapping("/candidates/imports/{id}")
    String show(
            @PathVariable CandidateImportId id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        var run = imports.get(id);
        model.addAttribute("run", run);
        model.addAttribute("campaign", campaigns.heading(run.campaign()));
        return fragment == null ? "recruitment/import" : "recruitment/import :: progress";
    }

    @GetMapping("/candidates/imports/{id}/results")
    void results(@PathVariable CandidateImportId id, Locale locale, HttpServletResponse response) throws IOException {
        imports.get(id);
        var out = Download.csv(response, "import-results.csv");
        imports.results(id, out, code -> texts.getMessage("recruitment.imports.row." + code, null, locale));
        out.flush();
    }
}
