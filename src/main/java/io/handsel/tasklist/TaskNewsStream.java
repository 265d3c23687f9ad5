package io.handsel.tasklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells this node's open pages that tasks have changed, on whichever node that was. The counter moves before the change
 * is committed, so the news is told again at the next two looks.
 */
@Component
public class TaskNewsStream {

    private static final int TOLD_AGAIN = 2;

    private final TaskChanges changes;
    private final Clock clock;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private long seen = -1;
    private int again;
    private Instant looked;

    TaskNewsStream(TaskChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
        this.looked = clock.instant();
    }

    /**
     * From now on the listener is called after every change, some seconds late at most, and at once if there was one
     * since its page was made.
     *
     * @param since how far the counter was on the page
     */
    public void listen(Runnable listener, long since) {
        listeners.add(listener);
        if (changes.now() != since) {
            listener.run();
        }
    }

    public void leave(Runnable listener) {
        listeners.remove(listener);
    }

    /** On every node for the pages it has open, whether it runs jobs or not. */
    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        if (listeners.isEmpty()) {
            seen = -1;
            return;
        }
        var now = changes.now();
        var time = clock.instant();
        if (now != seen || changes.cameBack(looked, time)) {
            // After a pause nobody knows whether the last change was committed when the first page was made.
            again = seen < 0 ? TOLD_AGAIN : TOLD_AGAIN + 1;
            seen = now;
        }
        looked = time;
        if (again > 0) {
            again--;
            listeners.forEach(Runnable::run);
        }
    }
}
