package io.handsel.tasklist.web;

import io.handsel.audit.AuditEntry;
import io.handsel.engine.CaseDiagram;
import io.handsel.engine.UserTask;
import io.handsel.forms.DraftKey;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormPage;
import io.handsel.forms.FormSchema;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import io.handsel.shell.ProcessDrawing;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.DeskOutcome.Overtaken;
import io.handsel.tasklist.DeskOutcome.Refused;
import io.handsel.tasklist.TaskDossier;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the three panes together; both the list's and the task's pages show them. */
@Component
class TaskPages {

    static final String PAGE = "tasklist/tasks";

    private static final FormSchema NO_FORM = FormSchema.empty();

    private final TaskInbox inbox;
    private final FormCatalogue forms;
    private final FormDesk formDesk;
    private final MessageSource messages;
    private final Clock clock;

    TaskPages(TaskInbox inbox, FormCatalogue forms, FormDesk formDesk, MessageSource messages, Clock clock) {
        this.inbox = inbox;
        this.forms = forms;
        this.formDesk = formDesk;
        this.messages = messages;
        this.clock = clock;
    }

    record Happened(
            Instant at,
            String title,
            @Nullable String who,
            @Nullable String note,
            @Nullable String tone) {}

    record Picture(String name, ProcessDrawing drawing) {}

    /** Filters and list. */
    void list(Model model, Actor actor, TaskFilter filter, @Nullable String cursor) {
        model.addAttribute("page", inbox.page(actor, filter, cursor));
        model.addAttribute("filter", filter);
        model.addAttribute("dues", TaskFilter.Due.values());
        model.addAttribute("query", filter.query().isEmpty() ? "" : "?" + filter.query());
        model.addAttribute("now", clock.instant());
        model.addAttribute("me", actor.person());
    }

    /** The task's pane. */
    void task(Model model, TaskDossier dossier, FormPage form) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("form", form);
        model.addAttribute("panel", dossier.panel());
        model.addAttribute("obstacle", dossier.obstacle().map(this::sentence).orElse(null));
        model.addAttribute(
                "pictures", dossier.diagrams().stream().map(TaskPages::picture).toList());
        model.addAttribute(
                "history",
                dossier.history().stream()
                        .map(entry -> happened(dossier.historyKind(), entry))
                        .toList());
    }

    FormPage open(Actor actor, TaskDossier dossier) {
        return formDesk.open(
                schema(dossier.task()), draft(actor, dossier.task()), dossier.formData(), Viewer.of(actor));
    }

    FormSchema schema(UserTask task) {
        var form = task.form();
        return form == null ? NO_FORM : forms.deployed(task.deployment(), form);
    }

    static DraftKey draft(Actor actor, UserTask task) {
        return new DraftKey(actor.person(), "task/" + task.element(), task.id());
    }

    /** The sentence for a person who could not do what they wanted. */
    String sentence(DeskOutcome outcome) {
        var locale = LocaleContextHolder.getLocale();
        if (outcome instanceof Overtaken overtaken) {
            return messages.getMessage(
                    overtaken.messageKey(),
                    new Object[] {String.valueOf(overtaken.by()), time(overtaken.at())},
                    locale);
        }
        return outcome instanceof Refused refused
                ? messages.getMessage(refused.messageKey(), refused.arguments().toArray(), refused.messageKey(), locale)
                : "";
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale())
                .format(instant.atZone(LocaleContextHolder.getTimeZone().toZoneId()));
    }

    private Happened happened(@Nullable String kind, AuditEntry entry) {
        Locale locale = LocaleContextHolder.getLocale();
        var ours = messages.getMessage("tasklist.audit." + entry.action(), null, entry.action(), locale);
        var title = messages.getMessage(kind + ".audit." + entry.action(), null, ours, locale);
        var note = String.join(", ", entry.details().values());
        return new Happened(entry.at(), title, entry.actor(), note.isEmpty() ? null : note, null);
    }

    private static Picture picture(CaseDiagram diagram) {
        return new Picture(
                diagram.name(),
                ProcessDrawing.of(diagram.bpmn()).done(diagram.done()).here(diagram.here()));
    }
}
