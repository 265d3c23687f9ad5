package io.handsel.crash;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People at work: sales people who register one deal after the other, managers who decide what waits for them. */
final class Load extends Crowd {

    private final Told told;

    /** @param patient whether people press a button again that was not answered; else they go home */
    Load(URI site, boolean patient) {
        this(site, patient, new Told());
    }

    private Load(URI site, boolean patient, Told told) {
        super(site, patient, told.refused());
        this.told = told;
    }

    Load begin(Cast cast, int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            sell(IntStream.iterate(i, next -> next < cast.sales().size(), next -> next + atOnce)
                    .mapToObj(cast.sales()::get)
                    .toList());
        }
        cast.managers().forEach(this::decide);
        return this;
    }

    Told told() {
        return told;
    }

    private void sell(List<String> names) {
        var people = names.stream().map(this::visitor).toList();
        Iterator<Visitor> turns =
                Stream.generate(() -> people).flatMap(List::stream).iterator();
        work(() -> register(turns.next().signedIn()));
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
        send(
                sales,
                form,
                "/deals/",
                answer -> told.registered()
                        .put(customer, String.valueOf(answer.location()).replaceFirst("^/deals/([^?]*).*", "$1")));
    }

    private void decide(String name) {
        var manager = visitor(name);
        work(() -> waiting(manager.signedIn(), task -> true)
                .forEach(task ->
                        decide(manager, task, "approve", () -> told.decided().put(company(task), "APPROVED"))));
    }
}
