package io.handsel.recruitment.web;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.CaseDiagrams;
import io.handsel.recruitment.CandidateId;
import io.handsel.shell.ProcessDrawing;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What has happened with a candidate, and where its outreach stands. */
@Component
class CandidateHistory {

    private final AuditTrail audit;
    private final CaseDiagrams diagrams;
    private final MessageSource messages;

    CandidateHistory(AuditTrail audit, CaseDiagrams diagrams, MessageSource messages) {
        this.audit = audit;
        this.diagrams = diagrams;
        this.messages = messages;
    }

    /** One thing that happened, as the timeline wants it. */
    record Happening(
            Instant at,
            String title,
            @Nullable String who,
            @Nullable String note,
            @Nullable String tone) {}

    /** Newest first. */
    List<Happening> of(CandidateId id) {
        var entries = audit.of(new CaseReference("candidate", id.id())).stream()
                .map(this::happening)
                .collect(Collectors.toList());
        Collections.reverse(entries);
        return entries;
    }

    Optional<ProcessDrawing> drawing(CandidateId id) {
        return diagrams.of(BusinessKey.of(id.id())).stream().findFirst().map(diagram -> {
            var drawing = ProcessDrawing.of(diagram.bpmn());
            return drawing.inWords(words(drawing)).done(diagram.done()).here(diagram.here());
        });
    }

    private Happening happening(AuditEntry entry) {
        var title = text("recruitment.happened." + entry.action()).orElse(entry.action());
        var who = "system".equals(entry.actor()) ? null : entry.actor();
        return new Happening(entry.at(), title, who, note(entry), null);
    }

    /** Which company it was merged with, or which facts have changed. */
    private @Nullable String note(AuditEntry entry) {
        var fields = entry.details().get("fields");
        return fields == null
                ? entry.details().get("company")
                : Arrays.stream(fields.split(" "))
                        .map(field -> text("recruitment.form.candidate." + field + ".label")
                                .orElse(field))
                        .collect(Collectors.joining(", "));
    }

    private Map<String, String> words(ProcessDrawing drawing) {
        return drawing.named().stream()
                .flatMap(id -> text("recruitment.step." + id).map(text -> Map.entry(id, text)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<String> text(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return Optional.ofNullable(messages.getMessage(key, null, null, locale));
    }
}
