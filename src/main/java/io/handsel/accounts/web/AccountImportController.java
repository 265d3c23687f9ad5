package io.handsel.accounts.web;

import io.handsel.accounts.AccountImportId;
import io.handsel.accounts.AccountImports;
import io.handsel.accounts.ImportField;
import io.handsel.accounts.ImportRefusal;
import io.handsel.accounts.ImportUpload.Accepted;
import io.handsel.accounts.ImportUpload.Refused;
import io.handsel.accounts.ImportView;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing accounts in from a file: upload, say which column holds what, watch, fetch the results. */
@Controller
@RequestMapping("/accounts/imports")
@Allow({Role.OPERATOR, Role.MANAGER})
class AccountImportController {

    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252");

    private final AccountImports imports;
    private final CurrentActor currentActor;
    private final MessageSource texts;

    AccountImportController(AccountImports imports, CurrentActor currentActor, MessageSource texts) {
        this.imports = imports;
        this.currentActor = currentActor;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("imports", imports.newest());
        return "accounts/imports";
    }

    @PostMapping
    String upload(@RequestParam("file") MultipartFile file, HttpServletResponse response, Model model)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            var outcome = imports.upload(currentActor.get(), name, content);
            if (outcome instanceof Accepted accepted) {
                return "redirect:/accounts/imports/" + accepted.id();
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", ((Refused) outcome).reason());
            return list(model);
        }
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable AccountImportId id,
            @RequestParam(required = false) @Nullable String charset,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model)
            throws IOException {
        var run = imports.get(id);
        model.addAttribute("run", run);
        if (run.status() == ImportView.Status.UPLOADED) {
            return mapping(id, run, known(charset).orElse(run.charset()), null, model);
        }
        return fragment == null ? "accounts/import" : "accounts/import :: progress";
    }

    @PostMapping("/{id}/start")
    String start(
            @PathVariable AccountImportId id,
            @RequestParam Map<String, String> entered,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var run = imports.get(id);
        var charset = known(entered.get("charset")).orElse(run.charset());
        var columns = columns(entered);
        var refused = imports.start(currentActor.get(), id, columns, charset);
        if (refused.isEmpty() || refused.get() == ImportRefusal.ALREADY_STARTED) {
            return "redirect:/accounts/imports/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("run", run);
        model.addAttribute("refused", refused.get());
        return mapping(id, run, charset, columns, model);
    }

    @GetMapping("/{id}/results")
    void results(@PathVariable AccountImportId id, Locale locale, HttpServletResponse response) throws IOException {
        imports.get(id);
        var out = Download.csv(response, "import-results.csv");
        imports.results(id, out, code -> texts.getMessage("accounts.imports.row." + code, null, locale));
        out.flush();
    }

    private String mapping(
            AccountImportId id, ImportView run, String charset, @Nullable Map<ImportField, Integer> chosen, Model model)
            throws IOException {
        var preview = imports.preview(id, charset);
        model.addAttribute("preview", preview);
        model.addAttribute("chosen", chosen == null ? preview.guess() : chosen);
        model.addAttribute("fields", ImportField.values());
        model.addAttribute("charset", charset);
        model.addAttribute("charsets", CHARSETS);
        return "accounts/import-columns";
    }

    private static Map<ImportField, Integer> columns(Map<String, String> entered) {
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        for (var field : ImportField.values()) {
            var column = entered.getOrDefault("column-" + field, "");
            if (column.matches("\\d{1,4}")) {
                columns.put(field, Integer.valueOf(column));
            }
        }
        return columns;
    }

    private static Optional<String> known(@Nullable String charset) {
        return CHARSETS.stream().filter(known -> known.equals(charset)).findAny();
    }
}
