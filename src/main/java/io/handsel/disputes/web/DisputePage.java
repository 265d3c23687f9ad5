package io.handsel.disputes.web;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.disputes.DisputeId;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.CaseDiagrams;
import io.handsel.shell.ProcessDrawing;
import java.time.Instant;
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

/** What a dispute's page shows beside the dispute: where it stands in the process, and what has happened. */
@Component
class DisputePage {

    private static final String STEP = "disputes.step.";
    private static final String HAPPENED = "disputes.happened.";

    private final CaseDiagrams diagrams;
    private final AuditTrail audit;
    private final MessageSource messages;

    DisputePage(CaseDiagrams diagrams, AuditTrail audit, MessageSource messages) {
        this.diagrams = diagrams;
        this.audit = audit;
        this.messages = messages;
    }

    /** One thing that happened, as the timeline wants it; nobody is named, for the other side reads it too. */
    record Happening(
            Instant at,
            String title,
            @Nullable String who,
            @Nullable String note,
            @Nullable String tone) {}

    Optional<ProcessDrawing> drawing(DisputeId id) {
        return diagrams.of(BusinessKey.of(id.id())).stream().findFirst().map(diagram -> {
            var drawing = ProcessDrawing.of(diagram.bpmn());
            return drawing.inWords(words(drawing)).done(diagram.done()).here(diagram.here());
        });
    }

    /** Newest first. Only what has words for both sides is shown. */
    List<Happening> history(DisputeId id) {
        var entries = audit.of(new CaseReference("dispute", id.id())).stream()
                .flatMap(entry -> happening(entry).stream())
                .collect(Collectors.toList());
        Collections.reverse(entries);
        return entries;
    }

    private Optional<Happening> happening(AuditEntry entry) {
        return text(HAPPENED + entry.action()).map(title -> new Happening(entry.at(), title, null, null, null));
    }

    private Map<String, String> words(ProcessDrawing drawing) {
        return drawing.named().stream()
                .flatMap(id -> text(STEP + id).map(text -> Map.entry(id, text)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<String> text(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return Optional.ofNullable(messages.getMessage(key, null, null, locale));
    }
}
