package io.handsel.agreements;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the signer and the vendor's people of every step they wait for. */
@Service
@Transactional
public class AgreementNotices {

    private final AgreementStore store;
    private final AgreementNews news;
    private final Notifications notifications;
    private final Partners partners;
    private final PartnerCare care;
    private final People people;

    AgreementNotices(
            AgreementStore store,
            AgreementNews news,
            Notifications notifications,
            Partners partners,
            PartnerCare care,
            People people) {
        this.store = store;
        this.news = news;
        this.notifications = notifications;
        this.partners = partners;
        this.care = care;
        this.people = people;
    }

    /**
     * Whoever was asked to sign; if they have left, or may not sign any more, the partner's administrators.
     *
     * @param occasion makes the notice one: the same occasion is told once
     */
    public void toSigner(AgreementId id, AgreementNotice notice, String occasion) {
        var agreement = load(id);
        var asked = people.find(agreement.signer()).filter(person -> AgreementSigning.maySign(agreement, person));
        var told = asked.map(List::of)
                .orElseGet(() -> people.administratorsOf(agreement.partner().organisation()));
        told.forEach(person -> send(person, agreement, notice, occasion));
    }

    /** The partner's manager of today, or the directors. */
    public void toVendor(AgreementId id, Role role, AgreementNotice notice, String occasion) {
        var agreement = load(id);
        var told = role == Role.MANAGER
                ? Optional.of(care.managerOf(agreement.partner(), news.now())).flatMap(people::find).stream()
                        .toList()
                : people.withRole(role);
        told.forEach(person -> send(person, agreement, notice, occasion));
    }

    private void send(PersonView to, Agreement agreement, AgreementNotice notice, String occasion) {
        var about = "agreements.mail." + notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        notifications.send(Notice.to(to.id())
                .about(
                        about,
                        agreement.number(),
                        partners.get(agreement.partner()).name(),
                        agreement.view().reason() == null
                                ? ""
                                : agreement.view().reason())
                .linkTo("/agreements/" + agreement.id())
                .once("agreement " + notice + " " + agreement.id() + " " + to.id() + " " + occasion));
    }

    private Agreement load(AgreementId id) {
        return store.findById(id).orElseThrow(() -> AgreementNotFound.of(id));
    }
}
