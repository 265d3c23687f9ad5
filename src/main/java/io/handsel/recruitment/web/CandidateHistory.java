package io.handsel.recruitment.web;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.recruitment.CandidateId;
import io.handsel.shell.Happening;
import io.handsel.shell.ProcessDrawing;
import io.handsel.tasklist.CaseStory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What has happened with a candidate, and where its outreach stands. */
@Component
class CandidateHistory {

    private final CaseStory story;
    private final MessageSource messages;

    CandidateHistory(CaseStory story, MessageSource messages) {
        this.story = story;
        this.messages = messages;
    }

    /** Newest first. */
    List<Happening> of(CandidateId id) {
        return story.told(new CaseReference("candidate", id.id()), "recruitment.happened.", this::note);
    }

    Optional<ProcessDrawing> drawing(CandidateId id) {
        return story.drawing(BusinessKey.of(id.id()), "recruitment.step.");
    }

    /** Which company it was merged with, or which facts have changed. */
    private @Nullable String note(AuditEntry entry) {
        var fields = entry.details().get("fields");
        return fields == null
                ? entry.details().get("company")
                : Arrays.stream(fields.split(" ")).map(this::label).collect(Collectors.joining(", "));
    }

    private String label(String field) {
        var key = "recruitment.form.candidate." + field + ".label";
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
