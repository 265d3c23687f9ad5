package io.handsel.crash;

import java.net.URI;
import org.jsoup.nodes.Element;

/** The manager, at several desks at once, and the director approve one application after the other. */
final class Approvals extends Crowd {

    private static final int DESKS = 3;

    private final Applicants applicants;
    private final ToldPartners told;

    Approvals(URI site, Applicants applicants, ToldPartners told) {
        super(site, true, told.refused());
        this.applicants = applicants;
        this.told = told;
    }

    Approvals begin() {
        for (int i = 0; i < DESKS; i++) {
            int desk = i;
            var manager = visitor(Applicants.MANAGER);
            work(() -> waiting(
                            manager.signedIn(),
                            task -> Math.floorMod(company(task).hashCode(), DESKS) == desk)
                    .forEach(task -> approve(manager, task)));
        }
        var director = visitor(Applicants.DIRECTOR);
        work(() -> waiting(director.signedIn(), task -> true)
                .forEach(task ->
                        decide(director, task, "approve", () -> told.approved().add(company(task)))));
        return this;
    }

    private void approve(Visitor manager, Element task) {
        var company = company(task);
        decide(
                manager,
                task,
                "approve",
                () -> (applicants.distributors().contains(company) ? told.recommended() : told.approved())
                        .add(company));
    }
}
