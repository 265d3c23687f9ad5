package io.handsel.tasklist;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.CaseDiagrams;
import io.handsel.shell.Happening;
import io.handsel.shell.ProcessDrawing;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a case's own page tells beside the case: where its process stands, and what has happened. The words are the
 * module's, by the beginning of their keys; what it has no words for is not told, so the vendor's own notes stay the
 * vendor's.
 */
@Component
public class CaseStory {

    private static final String SYSTEM = "system";

    private final CaseDiagrams diagrams;
    private final AuditTrail audit;
    private final MessageSource messages;

    CaseStory(CaseDiagrams diagrams, AuditTrail audit, MessageSource messages) {
        this.diagrams = diagrams;
        this.audit = audit;
        this.messages = messages;
    }

    /**
     * The main process of the case; empty as long as nothing has started.
     *
     * @param words such as {@code "deals.step."}, before the id of an element
     */
    public Optional<ProcessDrawing> drawing(BusinessKey key, String words) {
        return diagrams.of(key).stream().findFirst().map(diagram -> {
            var drawing = ProcessDrawing.of(diagram.bpmn());
            var steps = drawing.named().stream()
                    .filter(id -> text(words + id).isPresent())
                    .collect(Collectors.toMap(id -> id, id -> text(words + id).orElseThrow()));
            return drawing.inWords(steps).done(diagram.done()).here(diagram.here());
        });
    }

    /**
     * Newest first, with who did it.
     *
     * @param words such as {@code "deals.happened."}, before what was done
     */
    public List<Happening> told(CaseReference subject, String words) {
        return told(subject, words, entry -> null);
    }

    /** @param note what is to be said beside it; null for nothing */
    public List<Happening> told(CaseReference subject, String words, Function<AuditEntry, @Nullable String> note) {
        return tell(subject, words, entry -> entry.actor().equals(SYSTEM) ? null : entry.actor(), note);
    }

    /** The same without names, for a page that two sides read. */
    public List<Happening> toldWithoutNames(CaseReference subject, String words) {
        return tell(subject, words, entry -> null, entry -> null);
    }

    private List<Happening> tell(
            CaseReference subject,
            String words,
            Function<AuditEntry, @Nullable String> who,
            Function<AuditEntry, @Nullable String> note) {
        var happenings = audit.of(subject).stream()
                .flatMap(entry -> text(words + entry.action())
                        .map(title -> new Happening(entry.at(), title, who.apply(entry), note.apply(entry), null))
                        .stream())
                .collect(Collectors.toList());
        Collections.reverse(happenings);
        return happenings;
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, LocaleContextHolder.getLocale()));
    }
}
