package io.handsel.onboarding.web;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.CaseDiagrams;
import io.handsel.onboarding.OnboardingId;
import io.handsel.shell.Happening;
import io.handsel.shell.ProcessDrawing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What both sides' pages show beside the track: where it stands in the process, and what has happened. */
@Component
class OnboardingPage {

    private static final String ELEMENT = "onboarding.element.";
    private static final String HAPPENED = "onboarding.happened.";
    private static final String STEP = "onboarding.step.";

    private final CaseDiagrams diagrams;
    private final AuditTrail audit;
    private final MessageSource messages;

    OnboardingPage(CaseDiagrams diagrams, AuditTrail audit, MessageSource messages) {
        this.diagrams = diagrams;
        this.audit = audit;
        this.messages = messages;
    }

    Optional<ProcessDrawing> drawing(OnboardingId id) {
        return diagrams.of(BusinessKey.of(id.id())).stream().findFirst().map(diagram -> {
            var drawing = ProcessDrawing.of(diagram.bpmn());
            return drawing.inWords(words(drawing)).done(diagram.done()).here(diagram.here());
        });
    }

    /** Newest first; why the vendor gave more time is not said here, because the partner reads it. */
    List<Happening> history(OnboardingId id) {
        var entries = audit.of(new CaseReference("onboarding", id.id())).stream()
                .flatMap(entry -> happening(entry).stream())
                .collect(Collectors.toList());
        Collections.reverse(entries);
        return entries;
    }

    private Optional<Happening> happening(AuditEntry entry) {
        var step = entry.details().get("step");
        return text(HAPPENED + entry.action())
                .map(title -> new Happening(
                        entry.at(),
                        step == null ? title : text(STEP + step).orElse(title),
                        null,
                        null,
                        step == null ? null : "good"));
    }

    private Map<String, String> words(ProcessDrawing drawing) {
        return drawing.named().stream()
                .flatMap(id -> text(ELEMENT + id).map(text -> Map.entry(id, text)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, LocaleContextHolder.getLocale()));
    }
}
