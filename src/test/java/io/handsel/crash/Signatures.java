package io.handsel.crash;

import java.net.URI;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** The new partners' administrators come by the link they were mailed and sign; the manager signs for the vendor. */
final class Signatures extends Crowd {

    private static final int AT_ONCE = 4;
    private static final Pattern INVITATION = Pattern.compile("(/invitation/[\\w-]+)");

    private final Applicants applicants;
    private final ToldPartners told;
    private final Mailbox mailbox;
    private final Queue<String> unsigned = new ConcurrentLinkedQueue<>();

    Signatures(URI site, Applicants applicants, ToldPartners told, Mailbox mailbox) {
        super(site, true, told.refused());
        this.applicants = applicants;
        this.told = told;
        this.mailbox = mailbox;
    }

    /** Everybody who was invited chooses a password. */
    void arrive(Collection<String> companies) {
        companies.parallelStream().forEach(company -> {
            var address = applicants.addresses().get(company);
            var page = mailbox.find(address, INVITATION)
                    .orElseThrow(() -> new IllegalStateException("Nobody has invited " + company));
            var guest = visitor(address);
            var form = Form.asking("password", guest.open(page))
                    .fill("password", Cast.PASSWORD)
                    .fill("repeatedPassword", Cast.PASSWORD);
            send(guest, form, "/sign-in", answer -> told.arrived().add(company));
        });
        unsigned.addAll(told.arrived());
    }

    Signatures begin() {
        for (int i = 0; i < AT_ONCE; i++) {
            work(this::signNext);
        }
        var manager = visitor(Applicants.MANAGER);
        work(() -> waiting(manager.signedIn(), task -> told.signed().contains(company(task)))
                .forEach(task ->
                        decide(manager, task, "sign", () -> told.counterSigned().add(company(task)))));
        return this;
    }

    private void signNext() {
        var company = unsigned.poll();
        if (company == null) {
            return;
        }
        var signer = visitor(applicants.addresses().get(company)).signedIn();
        var page = signer.ledOnFrom("/agreements");
        var form = Form.on(signer.open(page), page + "/sign")
                .fill("name", Applicants.CONTACT)
                .fill("capacity", "Managing director")
                .fill("authority", "true");
        send(signer, form, page, answer -> told.signed().add(company));
    }
}
