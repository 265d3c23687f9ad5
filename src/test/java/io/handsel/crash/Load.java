package io.handsel.crash;

import io.handsel.crash.Visitor.Answer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.Element;

/** People at work: sales people who register one deal after the other, managers who decide what waits for them. */
final class Load implements AutoCloseable {

    private static final long A_BREATH = TimeUnit.MILLISECONDS.toNanos(100);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> work = new ArrayList<>();
    private final Told told = new Told();
    private final URI site;
    private final boolean patient;
    private volatile boolean over;

    /** @param patient whether people press a button again that was not answered; else they go home */
    Load(URI site, boolean patient) {
        this.site = site;
        this.patient = patient;
    }

    Load begin(Cast cast, int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            var mine = new ArrayList<String>();
            for (int j = i; j < cast.sales().size(); j += atOnce) {
                mine.add(cast.sales().get(j));
            }
            work.add(threads.submit(() -> sell(mine)));
        }
        cast.managers().forEach(manager -> work.add(threads.submit(() -> decide(manager))));
        return this;
    }

    Told told() {
        return told;
    }

    /** Lets everybody finish what they began; fails if somebody met with what should not be. */
    void end() {
        over = true;
        for (var one : work) {
            try {
                one.get(8, TimeUnit.MINUTES);
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure.getCause());
            } catch (InterruptedException | TimeoutException | CancellationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private void sell(List<String> names) {
        untilOver(() -> {
            Map<String, Visitor> people = new HashMap<>();
            for (int i = 0; !over; i++) {
                register(people.computeIfAbsent(
                        names.get(i % names.size()), name -> visitor(name).signIn()));
                LockSupport.parkNanos(A_BREATH);
            }
        });
    }

    private void register(Visitor sales) {
        var customer = "Customer " + UUID.randomUUID().toString().substring(0, 13);
        var host = customer.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de";
        var form = Form.on(sales.open("/deals/new"), "/deals/new")
                .fill("customer", customer)
                .fill("website", host)
                .fill("country:label", "Germany")
                .fill("postcode", "10115")
                .fill("contactName", "Carla Customer")
                .fill("contactEmail", "carla@" + host)
                .chooseAny("products")
                .fill("amount", "30000")
                .choose("currency", "EUR")
                .fill(
                        "expectedClose:date",
                        LocalDate.now(Clock.systemUTC()).plusDays(90).toString())
                .fill("need", "A new firewall for the head office and two branches.")
                .chooseAny("source");
        var answer = sales.send(form);
        if (answer.leadsTo("/deals/")) {
            told.registered().put(customer, String.valueOf(answer.location()).replaceFirst("^/deals/([^?]*).*", "$1"));
        } else {
            told.refused().add(answer.status() + " " + problems(answer));
        }
    }

    private void decide(String name) {
        untilOver(() -> {
            var manager = visitor(name).signIn();
            while (!over) {
                var open = manager.open("/tasks?scope=mine").select("a[id^=open-]");
                for (var task : open.subList(0, Math.min(5, open.size()))) {
                    decide(manager, task);
                }
                LockSupport.parkNanos(A_BREATH);
            }
        });
    }

    private void decide(Visitor manager, Element task) {
        var address = task.attr("href").replaceFirst("\\?.*", "");
        var customer = task.text().replaceFirst(" · .*", "");
        var answer =
                manager.send(Form.on(manager.open(address), address + "/decide").fill("_choice", "approve"));
        if (answer.leadsTo("/tasks")) {
            told.decided().put(customer, "APPROVED");
        } else {
            told.refused().add(answer.status() + " " + problems(answer));
        }
    }

    private void untilOver(Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException dead) {
            if (patient) {
                throw dead;
            }
        }
    }

    private Visitor visitor(String name) {
        return new Visitor(site, name, Cast.PASSWORD, patient);
    }

    private static String problems(Answer answer) {
        return answer.page().select(".problems, .error, h1").text();
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
