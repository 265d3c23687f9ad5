package io.handsel.crash;

import io.handsel.crash.Visitor.Answer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/** People at work at the same time, each going on by themselves until it is over. */
abstract class Crowd implements AutoCloseable {

    private static final long A_BREATH = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TASKS_AT_A_LOOK = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> people = new ArrayList<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final URI site;
    private final boolean patient;
    private final Queue<String> refused;
    private volatile boolean over;

    /**
     * @param patient whether people press a button again that was not answered; else they go home
     * @param refused where what was not accepted is written down, in the page's words
     */
    Crowd(URI site, boolean patient, Queue<String> refused) {
        this.site = site;
        this.patient = patient;
        this.refused = refused;
    }

    /** How many have pressed a button and wait for its answer. */
    int unanswered() {
        return unanswered.get();
    }

    /** Lets everybody finish what they began; fails if somebody met with what should not be. */
    void end() {
        over = true;
        for (var one : people) {
            try {
                one.get(8, TimeUnit.MINUTES);
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure.getCause());
            } catch (InterruptedException | TimeoutException | CancellationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** One more person, who does this again and again. */
    void work(Runnable round) {
        people.add(threads.submit(() -> {
            try {
                while (!over) {
                    round.run();
                    LockSupport.parkNanos(A_BREATH);
                }
            } catch (UncheckedIOException dead) {
                if (patient) {
                    throw dead;
                }
            }
        }));
    }

    /**
     * Presses the button; what becomes of it is written down.
     *
     * @param done where the answer leads if it was accepted
     */
    void send(Visitor who, Form form, String done, Consumer<Answer> told) {
        unanswered.incrementAndGet();
        try {
            var answer = who.send(form);
            if (answer.leadsTo(done)) {
                told.accept(answer);
            } else {
                refused.add(who.name() + " " + form.action() + " " + answer.status() + " "
                        + answer.page().select(".problems, .error, h1").text());
            }
        } finally {
            unanswered.decrementAndGet();
        }
    }

    /** What of this kind waits for somebody, as much of it as one takes in at a look. */
    List<Element> waiting(Visitor who, Predicate<Element> kind) {
        return who.open("/tasks?scope=mine").select("a[id^=open-]").stream()
                .filter(kind)
                .limit(TASKS_AT_A_LOOK)
                .toList();
    }

    void decide(Visitor who, Element task, String choice, Runnable told) {
        var address = task.attr("href").replaceFirst("\\?.*", "");
        var form = Form.on(who.open(address), address + "/decide").fill("_choice", choice);
        send(who, form, "/tasks", answer -> told.run());
    }

    /** Whom a task is about. */
    static String company(Element task) {
        return task.text().replaceFirst(" · .*", "");
    }

    Visitor visitor(String name) {
        return new Visitor(site, name, Cast.PASSWORD, patient);
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
