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
import io.handsel.shell.Happening;
import io.handsel.shell.ProcessDrawing;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.DeskOutcome.Overtaken;
import io.handsel.tasklist.DeskOutcome.Refused;
import io.handsel.tasklist.TaskDossier;
import io.handsel.tasklist.TaskDossiers;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import io.handsel.tasklist.TaskPage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Puts the three panes together; both the list's and the task's pages show them. */
@Component
class TaskPages {

    static final String PAGE = "tasklist/tasks";

    private static final FormSchema NO_FORM = FormSchema.empty();

    private final TaskInbox inbox;
    private final TaskDossiers dossiers;
    private final FormCatalogue forms;
    private final FormDesk formDesk;
    private final MessageSource messages;
    private final Clock clock;

    TaskPages(
            TaskInbox inbox,
            TaskDossiers dossiers,
            FormCatalogue forms,
            FormDesk formDesk,
            MessageSource messages,
            Clock clock) {
        this.inbox = inbox;
        this.dossiers = dossiers;
        this.forms = forms;
        this.formDesk = formDesk;
        this.messages = messages;
        this.clock = clock;
    }

    record Picture(String name, ProcessDrawing drawing) {}

    /** Filters and list, with the open task marked. */
    void list(Model model, Actor actor, TaskFilter filter, @Nullable String cursor, @Nullable String open) {
        var page = inbox.page(actor, filter, cursor);
        model.addAttribute("page", page);
        model.addAttribute("choices", choices(page));
        model.addAttribute("filter", filter);
        model.addAttribute("dues", TaskFilter.Due.values());
        model.addAttribute("query", filter.query().isEmpty() ? "" : "?" + filter.query());
        model.addAttribute("openId", open);
        model.addAttribute("live", live(filter, cursor, open));
        model.addAttribute("now", clock.instant());
        model.addAttribute("me", actor.person());
    }

    /** Where the list asks for itself when something has changed: the same page of it, with the same task open. */
    private static String live(TaskFilter filter, @Nullable String cursor, @Nullable String open) {
        var address = UriComponentsBuilder.fromPath("/tasks").query(filter.query());
        if (cursor != null) {
            address.queryParam("after", UriUtils.encode(cursor, StandardCharsets.UTF_8));
        }
        if (open != null) {
            address.queryParam("open", UriUtils.encode(open, StandardCharsets.UTF_8));
        }
        return address.build(true).toUriString();
    }

    /** What can be decided for many at once: the ready-made answers of the tasks on the page. */
    private List<Choice> choices(TaskPage page) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        page.entries()
                .forEach(
                        entry -> dossiers.choices(entry).forEach(choice -> choices.putIfAbsent(choice.name(), choice)));
        return List.copyOf(choices.values());
    }

    /** What has happened to the open task since its page was made, and a mark by which it is not told twice. */
    void news(Model model, String id, long version, List<String> others, @Nullable String changed) {
        model.addAttribute("taskId", id);
        model.addAttribute("version", version);
        model.addAttribute("others", others);
        model.addAttribute("changed", changed);
        model.addAttribute("told", Integer.toHexString(Objects.hash(others, changed)));
    }

    /** The task's pane. */
    void task(Model model, TaskDossier dossier, FormPage form) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("form", form);
        model.addAttribute("panel", dossier.panel());
        model.addAttribute(
                "tomorrow",
                LocalDate.now(clock.withZone(LocaleContextHolder.getTimeZone().toZoneId()))
                        .plusDays(1));
        news(model, dossier.entry().id(), dossier.entry().version(), dossier.others(), null);
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

    private Happening happened(@Nullable String kind, AuditEntry entry) {
        Locale locale = LocaleContextHolder.getLocale();
        var ours = messages.getMessage("tasklist.audit." + entry.action(), null, entry.action(), locale);
        var title = messages.getMessage(kind + ".audit." + entry.action(), null, ours, locale);
        var note = String.join(", ", entry.details().values());
        return new Happening(entry.at(), title, entry.actor(), note.isEmpty() ? null : note, null);
    }

    private static Picture picture(CaseDiagram diagram) {
        return new Picture(
                diagram.name(),
                ProcessDrawing.of(diagram.bpmn()).done(diagram.done()).here(diagram.here()));
    }
}
