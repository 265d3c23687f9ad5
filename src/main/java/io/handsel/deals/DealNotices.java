package io.handsel.deals;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells partner and vendor of every step they wait for. */
@Service
@Transactional
public class DealNotices {

    private final Deals deals;
    private final CustomerChoices choices;
    private final DealTerritories territories;
    private final DealColleagues colleagues;
    private final Notifications notifications;
    private final Partners partners;
    private final PartnerCare care;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    DealNotices(
            Deals deals,
            CustomerChoices choices,
            DealTerritories territories,
            DealColleagues colleagues,
            Notifications notifications,
            Partners partners,
            PartnerCare care,
            People people,
            MessageSource messages,
            Clock clock) {
        this.deals = deals;
        this.choices = choices;
        this.territories = territories;
        this.colleagues = colleagues;
        this.notifications = notifications;
        this.partners = partners;
        this.care = care;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param occasion makes the notice one: the same occasion is told once */
    public void toPartner(DealId id, DealNotice notice, String occasion) {
        var deal = load(id);
        partnerPeople(deal).forEach(person -> send(person, deal, notice, "/deals/" + id, occasion));
    }

    /** @param role who of the vendor's people: manager, director or finance */
    public void toVendor(DealId id, Role role, DealNotice notice, String occasion) {
        var deal = load(id);
        vendorPeople(deal, role).stream()
                .flatMap(person -> people.find(person).stream())
                .forEach(person -> send(person, deal, notice, "/tasks", occasion));
    }

    private void send(PersonView to, Deal deal, DealNotice notice, String link, String occasion) {
        var about = "deals.mail." + notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        notifications.send(Notice.to(to.id())
                .about(
                        about,
                        deal.number(),
                        deal.content().customer(),
                        deal.content().value(),
                        partners.get(deal.partner()).name(),
                        date(deal),
                        notice == DealNotice.CHOICE_DECLINED ? reviewersWord(deal) : words(deal, to.locale()))
                .linkTo(link)
                .once("deal " + notice + " " + deal.id() + " " + to.id() + " " + occasion));
    }

    /** The date the notice is about; without one, now. */
    private Instant date(Deal deal) {
        return deal.clock().map(DealClock::due).or(deal::closedAt).orElseGet(clock::instant);
    }

    private String reviewersWord(Deal deal) {
        return choices.findFirstByDealOrderByFiledAtDesc(deal.id())
                .flatMap(CustomerChoice::decision)
                .orElse("");
    }

    /** What the reviewer, or the reason of a rejection, has to say. */
    private String words(Deal deal, Locale locale) {
        var sentence = deal.rejection()
                .map(reason -> messages.getMessage("deals.rejected." + reason.name(), new Object[0], locale));
        return String.join(
                " ",
                Stream.of(
                                sentence.orElse(""),
                                deal.reviewerText().orElse(""),
                                deal.reversal().orElse(""))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    /** Who has it; if all of them have left, the administrators of its location and of all. */
    private List<PersonView> partnerPeople(Deal deal) {
        var location = deal.location().orElse(null);
        var present = colleagues.of(deal.partner(), location, deal.id(), deal.registrant());
        return present.isEmpty() ? people.administratorsOf(deal.partner().organisation(), location) : present;
    }

    private List<PersonId> vendorPeople(Deal deal, Role role) {
        return switch (role) {
            case MANAGER -> List.of(care.managerOf(deal.partner(), clock.instant()));
            case DIRECTOR -> territories.directors(deal);
            default -> people.withRole(role).stream().map(PersonView::id).toList();
        };
    }

    private Deal load(DealId id) {
        return deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
    }
}
