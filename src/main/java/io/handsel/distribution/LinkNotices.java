package io.handsel.distribution;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the administrators of one side what the other has done. */
@Service
@Transactional
public class LinkNotices {

    private static final Set<LinkNotice> INVITING = Set.of(LinkNotice.INVITED, LinkNotice.REMINDER);

    private final LinkStore store;
    private final Notifications notifications;
    private final Partners partners;
    private final People people;

    LinkNotices(LinkStore store, Notifications notifications, Partners partners, People people) {
        this.store = store;
        this.notifications = notifications;
        this.partners = partners;
        this.people = people;
    }

    /**
     * Where an invitation leads to nobody, or cannot be answered now, nobody is told.
     *
     * @param occasion makes the notice one: the same occasion is told once
     */
    public void tell(LinkId id, LinkNotice notice, String occasion) {
        var link = store.findById(id).orElseThrow(() -> LinkNotFound.of(id)).view();
        var to = notice.isForReseller() ? link.reseller() : link.distributor();
        if (to == null || INVITING.contains(notice) && rests(link, to)) {
            return;
        }
        var about =
                "distribution.mail." + notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var distributor = partners.get(link.distributor()).name();
        // Whom an address leads to is said by accepting, and by nothing else.
        var reseller = link.reseller() != null && link.wasAccepted()
                ? partners.get(link.reseller()).name()
                : link.address();
        for (var person : people.administratorsOf(to.organisation())) {
            notifications.send(Notice.to(person.id())
                    .about(
                            about,
                            distributor,
                            reseller,
                            link.sentence(),
                            link.expiresAt(),
                            link.reason() == null ? "" : link.reason())
                    .linkTo(notice.isForReseller() ? "/distributors" : "/resellers")
                    .once("link " + notice + " " + id + " " + person.id() + " " + occasion));
        }
    }

    private boolean rests(LinkView link, PartnerId reseller) {
        return LinkList.rests(link, partners.among(Set.of(link.distributor(), reseller)));
    }
}
