package io.handsel.tasklist.web;

import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskFilters;
import io.handsel.tasklist.TaskInbox;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks with its filters. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.FINANCE})
class TaskListController {

    private final TaskInbox inbox;
    private final TaskPages pages;
    private final TaskFilters filters;
    private final CurrentActor currentActor;

    TaskListController(TaskInbox inbox, TaskPages pages, TaskFilters filters, CurrentActor currentActor) {
        this.inbox = inbox;
        this.pages = pages;
        this.filters = filters;
        this.currentActor = currentActor;
    }

    @GetMapping("/tasks")
    String list(
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        pages.list(
                model,
                currentActor.get(),
                TaskFilter.read(parameters),
                parameters.get("after"),
                parameters.get("open"));
        return part == null ? TaskPages.PAGE : "tasklist/_live :: live";
    }

    @GetMapping("/tasks/export")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> parameters) {
        var entries = inbox.every(currentActor.get(), TaskFilter.read(parameters));
        return Download.ofCsv("tasks.csv", TaskCsv.written(entries));
    }

    @PostMapping("/tasks/filters")
    String save(
            @RequestParam Map<String, String> parameters,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared) {
        var filter = TaskFilter.read(parameters);
        filters.save(currentActor.get(), name, filter, shared);
        return "redirect:/tasks?said=tasklist.said.filterSaved"
                + (filter.query().isEmpty() ? "" : "&" + filter.query());
    }

    @PostMapping("/tasks/filters/{id}/remove")
    String remove(@PathVariable UUID id) {
        if (!filters.remove(currentActor.get(), id)) {
            throw FilterNotFound.with(id);
        }
        return "redirect:/tasks?said=tasklist.said.filterRemoved";
    }
}
