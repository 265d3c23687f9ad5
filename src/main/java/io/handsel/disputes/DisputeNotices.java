package io.handsel.disputes;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerScope;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells both sides and the vendor of every step they wait for; to a side in its own words, and nothing of the other. */
@Service
@Transactional
public class DisputeNotices {

    private final Disputes disputes;
    private final DisputeTerritories territories;
    private final DisputeDeciders deciders;
    private final Notifications notifications;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    DisputeNotices(
            Disputes disputes,
            DisputeTerritories territories,
            DisputeDeciders deciders,
            Notifications notifications,
            People people,
            MessageSource messages,
            Clock clock) {
        this.disputes = disputes;
        this.territories = territories;
        this.deciders = deciders;
        this.notifications = notifications;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param occasion makes the notice one: the same occasion is told once */
    public void toParties(DisputeId id, DisputeNotice notice, String occasion) {
        var dispute = load(id);
        for (var side : DisputeSide.values()) {
            toSide(dispute, side, notice, occasion);
        }
    }

    public void toHolder(DisputeId id, DisputeNotice notice, String occasion) {
        toSide(load(id), DisputeSide.HOLDER, notice, occasion);
    }

    /** @param role who of the vendor's people: the territory's manager or director */
    public void toVendor(DisputeId id, Role role, DisputeNotice notice, String occasion) {
        var dispute = load(id);
        vendorPeople(dispute, role).stream()
                .flatMap(person -> people.find(person).stream())
                .filter(PersonView::active)
                .forEach(person -> send(
                        person,
                        dispute,
                        DisputeSide.CHALLENGER,
                        notice,
                        dispute.challenger().customer(),
                        "/tasks",
                        occasion));
    }

    private void toSide(Dispute dispute, DisputeSide side, DisputeNotice notice, String occasion) {
        dispute.party(side)
                .ifPresent(party -> partnerPeople(dispute, side, party)
                        .forEach(person -> send(
                                person,
                                dispute,
                                side,
                                notice,
                                party.customer(),
                                "/disputes/" + dispute.id(),
                                occasion)));
    }

    private void send(
            PersonView to,
            Dispute dispute,
            DisputeSide side,
            DisputeNotice notice,
            String customer,
            String link,
            String occasion) {
        var about = "disputes.mail." + notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        notifications.send(Notice.to(to.id())
                .about(
                        about,
                        dispute.number(),
                        customer,
                        dispute.due().or(dispute::closedAt).orElseGet(clock::instant),
                        verdict(dispute, side, to.locale()),
                        to.organisation() == null
                                ? dispute.reason().orElse("")
                                : dispute.verdictText().orElse(""))
                .linkTo(link)
                .once("dispute " + notice + " " + dispute.id() + " " + to.id() + " " + occasion));
    }

    private String verdict(Dispute dispute, DisputeSide side, Locale locale) {
        return dispute.verdict()
                .map(verdict -> Objects.requireNonNull(
                        messages.getMessage("disputes.verdict." + side + "." + verdict, new Object[0], locale)))
                .orElse("");
    }

    /** Whose deal it is and whoever opened the dispute; if they have left, or the deal is their location's no more, the administrators of its location and of all. */
    private List<PersonView> partnerPeople(Dispute dispute, DisputeSide side, DisputeParty party) {
        Set<PersonId> asked = new LinkedHashSet<>(Set.of(party.person()));
        if (side == DisputeSide.CHALLENGER) {
            dispute.openedBy().ifPresent(asked::add);
        }
        var present = people.among(asked).values().stream()
                .filter(person -> person.active() && PartnerScope.covers(person, party.partner(), party.location()))
                .toList();
        return present.isEmpty() ? people.administratorsOf(party.partner().organisation(), party.location()) : present;
    }

    private List<PersonId> vendorPeople(Dispute dispute, Role role) {
        var decider = role == Role.MANAGER ? deciders.settler(dispute) : deciders.judge(dispute);
        return decider == null ? territories.directors(dispute) : List.of(decider);
    }

    private Dispute load(DisputeId id) {
        return disputes.findById(id).orElseThrow(() -> DisputeNotFound.of(id));
    }
}
