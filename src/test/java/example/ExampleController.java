package example;

import io.handsel.security.AllowAnyone;
import io.handsel.shell.Due;
import io.handsel.shell.NotFound;
import io.handsel.shell.ProcessDrawing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Pages of a module that does not exist: each writes a note and then does what a controller may do. */
@Controller
@AllowAnyone(because = "it is a test")
class ExampleController {

    private final JdbcClient jdbc;

    ExampleController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Form(
            @NotBlank String text,
            @Nullable String more,
            @Nullable String kind,
            @Nullable String size,
            boolean agreed) {}

    record Item(
            Instant at,
            String title,
            @Nullable String who,
            @Nullable String note,
            @Nullable String tone) {}

    @GetMapping("/example")
    String page(Model model) throws IOException {
        return filled(model.addAttribute("form", new Form("hello", null, "b", "a", true)));
    }

    @GetMapping("/example/{id}")
    String one(@PathVariable UUID id) {
        throw new ExampleNotFound(id);
    }

    @PostMapping("/example/notes")
    Object add(@Valid @ModelAttribute("form") Form form, BindingResult errors, Model model) throws IOException {
        note(form.text() + "");
        if (errors.hasErrors()) {
            return new ModelAndView(filled(model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "redirect:/example?said=example.said.noted";
    }

    @PostMapping("/example/parts")
    @ResponseBody
    String part(@RequestParam String text) {
        note(text);
        return "<p>" + text + " ä " + UUID.randomUUID() + "</p>";
    }

    @PostMapping("/example/files")
    String file(@RequestParam MultipartFile file) {
        note(file.getOriginalFilename());
        return "redirect:/example";
    }

    @PostMapping("/example/json")
    ResponseEntity<Void> json(@RequestBody Map<String, String> content) {
        note(content.get("text"));
        return ResponseEntity.noContent().header("HX-Trigger", "noted").build();
    }

    @PostMapping("/example/fails")
    String fails(@RequestParam String text) {
        note(text);
        throw new IllegalStateException("This fails.");
    }

    @PostMapping("/example/faster")
    String faster(@RequestParam String text) {
        note(text);
        throw new OptimisticLockingFailureException("Somebody was faster.");
    }

    private void note(@Nullable String text) {
        jdbc.sql("insert into note (text) values (?)").param(text).update();
    }

    private static String filled(Model model) throws IOException {
        byte[] bpmn = new ClassPathResource("shell/sample.bpmn").getContentAsByteArray();
        model.addAttribute("kinds", Map.of("a", "First", "b", "Second"))
                .addAttribute("due", new Due(ExampleApplication.NOW.plus(Duration.ofHours(6)), Duration.ofHours(3)))
                .addAttribute("drawing", ProcessDrawing.of(bpmn).here(Set.of("ReviewDeal")))
                .addAttribute(
                        "items", List.of(new Item(ExampleApplication.NOW, "Approved", "Max Meyer", null, "good")));
        return "example/form";
    }

    private static final class ExampleNotFound extends NotFound {
        ExampleNotFound(UUID id) {
            super("There is no example " + id + ".");
        }
    }
}
