package io.handsel.tasklist.web;

import io.handsel.security.Allow;
import io.handsel.security.Role;
import io.handsel.tasklist.TaskNewsStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of news for open pages. It says that something changed and not what: each page asks for what it may see. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.FINANCE})
class TaskNewsController {

    /** The browser comes back by itself, and is then asked again who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final TaskNewsStream news;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    TaskNewsController(TaskNewsStream news) {
        this.news = news;
    }

    @GetMapping("/tasks/events")
    SseEmitter events(@RequestParam(defaultValue = "-1") long since) throws IOException {
        var stream = new SseEmitter(LONGEST.toMillis());
        Runnable listener = new Runnable() {
            @Override
            public void run() {
                try {
                    stream.send(SseEmitter.event().data("tasks"));
                } catch (IOException | IllegalStateException left) {
                    news.leave(this);
                }
            }
        };
        open.add(stream);
        stream.onCompletion(() -> {
            open.remove(stream);
            news.leave(listener);
        });
        stream.onTimeout(stream::complete);
        stream.onError(failure -> news.leave(listener));
        stream.send(SseEmitter.event().comment("open"));
        news.listen(listener, since);
        return stream;
    }

    /** A node that stops finishes its requests first, and these never end: their browsers come back to another node. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        open.forEach(SseEmitter::complete);
    }
}
