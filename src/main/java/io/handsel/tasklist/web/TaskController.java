package io.handsel.tasklist.web;

import io.handsel.forms.Attachment;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormError;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.Submission;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.tasklist.CaseFiles;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.DeskOutcome.Refused;
import io.handsel.tasklist.Presence;
import io.handsel.tasklist.TaskDesk;
import io.handsel.tasklist.TaskDossier;
import io.handsel.tasklist.TaskDossiers;
import io.handsel.tasklist.TaskEntry;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One task: looking at it, and everything one does with it. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.FINANCE})
class TaskController {

    private final TaskInbox inbox;
    private final TaskDesk desk;
    private final TaskDossiers dossiers;
    private final TaskPages pages;
    private final FormDesk formDesk;
    private final CaseFiles files;
    private final Presence presence;
    private final CurrentActor currentActor;

    TaskController(
            TaskInbox inbox,
            TaskDesk desk,
            TaskDossiers dossiers,
            TaskPages pages,
            FormDesk formDesk,
            CaseFiles files,
            Presence presence,
            CurrentActor currentActor) {
        this.inbox = inbox;
        this.desk = desk;
        this.dossiers = dossiers;
        this.pages = pages;
        this.formDesk = formDesk;
        this.files = files;
        this.presence = presence;
        this.currentActor = currentActor;
    }

    @GetMapping("/tasks/{id}")
    String show(@PathVariable String id, @RequestParam Map<String, String> parameters, Model model) {
        var actor = currentActor.get();
        var dossier = dossier(actor, id);
        presence.looksAt(actor, id);
        pages.list(model, actor, TaskFilter.read(parameters), parameters.get("after"), id);
        pages.task(model, dossier, pages.open(actor, dossier));
        return TaskPages.PAGE;
    }

    @PostMapping("/tasks/{id}/draft")
    String draft(@PathVariable String id, FormInput input, Model model) {
        var actor = currentActor.get();
        var dossier = dossiers.hold(actor, id).orElseThrow(() -> OpenTaskNotFound.with(id));
        presence.looksAt(actor, id);
        model.addAttribute(
                "form",
                formDesk.type(
                        pages.schema(dossier.task()),
                        TaskPages.draft(actor, dossier.task()),
                        input,
                        dossier.formData(),
                        Viewer.of(actor)));
        model.addAttribute("draftUrl", "/tasks/" + id + "/draft");
        return "tasklist/_form_body";
    }

    @PostMapping("/tasks/{id}/decide")
    String decide(
            @PathVariable String id,
            @RequestParam(name = "_version", defaultValue = "-1") long version,
            @RequestParam(name = "_choice", required = false) @Nullable String choice,
            FormInput sent,
            Model model,
            HttpServletResponse response) {
        var actor = currentActor.get();
        var dossier = dossiers.hold(actor, id);
        if (dossier.isEmpty()) {
            return gone(desk.fate(actor, id), sent, model, response);
        }
        var schema = pages.schema(dossier.get().task());
        var draft = TaskPages.draft(actor, dossier.get().task());
        var input = chosen(sent, dossier.get().choices(), choice);
        var checked = formDesk.send(schema, draft, input, dossier.get().formData(), Viewer.of(actor));
        if (!(checked.submission() instanceof Submission.Accepted accepted)) {
            return again(actor, dossier.get(), checked.page(), null, model, response);
        }
        var outcome = desk.decide(actor, id, version, accepted.values(), accepted.files());
        if (outcome instanceof Done) {
            formDesk.done(draft);
            return "redirect:/tasks?said=tasklist.said.decided";
        }
        var sentence = pages.sentence(outcome);
        var field = outcome instanceof Refused refused ? refused.field() : null;
        var kept = field == null
                ? formDesk.type(schema, draft, input, dossier.get().formData(), Viewer.of(actor))
                : formDesk.refused(draft, input, accepted.form(), field, new FormError("refused", sentence));
        var now = dossiers.hold(actor, id);
        return now.isEmpty()
                ? gone(outcome, sent, model, response)
                : again(actor, now.get(), kept, field == null ? sentence : null, model, response);
    }

    /** The most urgent task nobody has becomes the reader's; where there is none, the most urgent of their own opens. */
    @PostMapping("/tasks/next")
    String next() {
        var actor = currentActor.get();
        return desk.next(actor)
                .map(id -> "redirect:/tasks/" + id + "?said=tasklist.said.next")
                .orElse("redirect:/tasks?said=tasklist.said.nothingNext");
    }

    /**
     * What is new of a task that stands open on somebody's page: who else looks at it, and whether it is still as the
     * page shows it. Nothing, if that has been told already; and whoever asks still looks.
     */
    @GetMapping("/tasks/{id}/news")
    String news(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "") String told,
            Model model,
            HttpServletResponse response) {
        var actor = currentActor.get();
        var entry = inbox.find(actor, id);
        if (entry.isPresent()) {
            presence.looksAt(actor, id);
        }
        var changed = desk.change(actor, id, version).map(pages::sentence).orElse(null);
        pages.news(model, id, version, presence.othersAt(id, actor), changed);
        if (told.equals(model.getAttribute("told"))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        }
        model.addAttribute("open", entry.isPresent());
        return "tasklist/_news :: news";
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id, Model model, HttpServletResponse response) {
        return done(id, desk.claim(currentActor.get(), id), "tasklist.said.claimed", model, response);
    }

    @PostMapping("/tasks/{id}/release")
    String release(@PathVariable String id, Model model, HttpServletResponse response) {
        return done(id, desk.release(currentActor.get(), id), "tasklist.said.released", model, response);
    }

    @PostMapping("/tasks/{id}/assign")
    String assign(
            @PathVariable String id,
            @RequestParam UUID person,
            @RequestParam(name = "_version") long version,
            Model model,
            HttpServletResponse response) {
        return done(
                id,
                desk.assign(currentActor.get(), id, version, new PersonId(person)),
                "tasklist.said.assigned",
                model,
                response);
    }

    @PostMapping("/tasks/{id}/follow-up")
    String followUp(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            Model model,
            HttpServletResponse response) {
        var actor = currentActor.get();
        ZoneId zone = actor.zone();
        var instant = date == null ? null : date.atStartOfDay(zone).toInstant();
        var said = date == null ? "tasklist.said.broughtBack" : "tasklist.said.putAside";
        return done(id, desk.followUp(actor, id, instant), said, model, response);
    }

    @PostMapping("/tasks/{id}/comment")
    String comment(@PathVariable String id, @RequestParam String words) {
        var actor = currentActor.get();
        files.comment(entry(actor, id).caseKey(), words, actor);
        return "redirect:/tasks/" + id + "?said=tasklist.said.commented";
    }

    @PostMapping("/tasks/{id}/files")
    String attach(
            @PathVariable String id, @RequestParam MultipartFile file, Model model, HttpServletResponse response) {
        var actor = currentActor.get();
        var name = file.getOriginalFilename();
        var outcome = files.keep(
                entry(actor, id).caseKey(),
                null,
                Attachment.received(
                        name == null ? "" : name,
                        String.valueOf(file.getContentType()),
                        file.getSize(),
                        file::getInputStream),
                actor);
        return done(id, outcome, "tasklist.said.attached", model, response);
    }

    @GetMapping("/tasks/{id}/files/{file}")
    ResponseEntity<byte[]> download(@PathVariable String id, @PathVariable UUID file) {
        var content = files.open(entry(currentActor.get(), id).caseKey(), file)
                .orElseThrow(() -> AttachmentNotFound.with(file));
        return Download.ofForeign(content.file().fileName(), content.file().mimeType(), content.bytes());
    }

    private TaskDossier dossier(Actor actor, String id) {
        return dossiers.find(actor, id).orElseThrow(() -> OpenTaskNotFound.with(id));
    }

    private TaskEntry entry(Actor actor, String id) {
        return inbox.find(actor, id).orElseThrow(() -> OpenTaskNotFound.with(id));
    }

    private String done(String id, DeskOutcome outcome, String said, Model model, HttpServletResponse response) {
        if (outcome instanceof Done) {
            return "redirect:/tasks/" + id + "?said=" + said;
        }
        var actor = currentActor.get();
        Optional<TaskDossier> now = dossiers.hold(actor, id);
        return now.isEmpty()
                ? gone(outcome, FormInput.of(Map.of()), model, response)
                : again(actor, now.get(), pages.open(actor, now.get()), pages.sentence(outcome), model, response);
    }

    /** The page as it is now, with what was typed and why it did not count. */
    private String again(
            Actor actor,
            TaskDossier dossier,
            FormPage form,
            @Nullable String problem,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        pages.list(model, actor, TaskFilter.ALL, null, dossier.entry().id());
        pages.task(model, dossier, form);
        model.addAttribute("problem", problem);
        return TaskPages.PAGE;
    }

    /** The task is no longer there: who did what, and what was typed. */
    private String gone(DeskOutcome outcome, FormInput sent, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> typed = new TreeMap<>();
        sent.parameters().forEach((name, texts) -> {
            var text = String.join(", ", texts).strip();
            if (!name.startsWith("_") && !name.contains(":") && !text.isEmpty()) {
                typed.put(name, text);
            }
        });
        model.addAttribute("sentence", pages.sentence(outcome));
        model.addAttribute("typed", typed);
        return "tasklist/overtaken";
    }

    /** A button with a ready-made answer fills in the fields it stands for. */
    private static FormInput chosen(FormInput sent, List<Choice> choices, @Nullable String name) {
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .map(choice -> ChoiceInput.filled(sent, choice))
                .orElse(sent);
    }
}
