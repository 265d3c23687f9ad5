package io.handsel.tasklist.web;

import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.tasklist.web.ManyTasks.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Many tasks at once: first what each would do, then what each did. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.FINANCE})
class TaskBulkController {

    private static final int MOST = 200;

    private final ManyTasks many;
    private final CurrentActor currentActor;

    TaskBulkController(ManyTasks many, CurrentActor currentActor) {
        this.many = many;
        this.currentActor = currentActor;
    }

    @PostMapping("/tasks/bulk/preview")
    String preview(
            @RequestParam(name = "task", required = false, defaultValue = "") List<String> tasks,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        if (tasks.isEmpty()) {
            return "redirect:/tasks?said=tasklist.said.nothingMarked";
        }
        var actor = currentActor.get();
        return page(
                tasks.stream()
                        .limit(MOST)
                        .map(task -> many.foresee(actor, task, act))
                        .toList(),
                act,
                back,
                model);
    }

    @PostMapping("/tasks/bulk")
    String act(
            @RequestParam(name = "task") List<String> tasks,
            @RequestParam(name = "version") List<Long> versions,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        var actor = currentActor.get();
        var rows = IntStream.range(0, Math.min(MOST, Math.min(tasks.size(), versions.size())))
                .mapToObj(i -> many.act(actor, tasks.get(i), versions.get(i), act))
                .toList();
        model.addAttribute("done", true);
        return page(rows, act, back, model);
    }

    private String page(List<Row> rows, String act, String back, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("succeeded", rows.stream().filter(Row::ok).count());
        model.addAttribute("act", act);
        model.addAttribute("actName", many.name(act));
        model.addAttribute("back", back);
        if (!model.containsAttribute("done")) {
            model.addAttribute("done", false);
        }
        return "tasklist/bulk";
    }
}
