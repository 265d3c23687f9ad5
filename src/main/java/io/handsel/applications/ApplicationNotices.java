package io.handsel.applications;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.TerritoryView;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the applicant and our own people of every step they wait for. */
@Service
@Transactional
public class ApplicationNotices {

    private final Applications applications;
    private final ApplicationLinks links;
    private final ApplicationTerritories territories;
    private final ApplicationDeciders deciders;
    private final Notifications notifications;
    private final People people;
    private final Clock clock;

    ApplicationNotices(
            Applications applications,
            ApplicationLinks links,
            ApplicationTerritories territories,
            ApplicationDeciders deciders,
            Notifications notifications,
            People people,
            Clock clock) {
        this.applications = applications;
        this.links = links;
        this.territories = territories;
        this.deciders = deciders;
        this.notifications = notifications;
        this.people = people;
        this.clock = clock;
    }

    /** @param occasion makes the notice one: the same occasion is told once */
    public void toApplicant(ApplicationId id, ApplicationNotice notice, String occasion) {
        toApplicant(load(id), notice, occasion);
    }

    /** With a private link of its own, which is why nobody else reads the mail. */
    void toApplicant(PartnerApplication application, ApplicationNotice notice, String occasion) {
        var address = application.applicant().contactEmail();
        notifications.send(Notice.toAddress(address, application.applicant().locale(), zone(application))
                .about(
                        key(notice),
                        application.number(),
                        application.applicant().businessName(),
                        application.applicant().contactName(),
                        application.answerDue().or(application::questionDue).orElseGet(clock::instant),
                        text(application, notice),
                        application
                                .reapplyFrom()
                                .orElseGet(() -> clock.instant()
                                        .atZone(zone(application))
                                        .toLocalDate()))
                .linkTo("/apply/" + links.offer(application).text())
                .inConfidence()
                .once("application " + notice + " " + application.id() + " " + occasion));
    }

    /** @param role who of our own people: the territory's manager or director */
    public void toVendor(ApplicationId id, Role role, ApplicationNotice notice, String occasion) {
        var application = load(id);
        deciders.toldAs(role, application).stream()
                .flatMap(person -> people.find(person).stream())
                .filter(PersonView::active)
                .forEach(person -> notifications.send(Notice.to(person.id())
                        .about(
                                key(notice),
                                application.number(),
                                application.applicant().businessName(),
                                application.applicant().contactName(),
                                application.answerDue().orElseGet(clock::instant))
                        .linkTo("/tasks")
                        .once("application " + notice + " " + id + " " + person.id() + " " + occasion)));
    }

    private static String text(PartnerApplication application, ApplicationNotice notice) {
        return notice == ApplicationNotice.QUESTION
                ? application.question().orElse("")
                : application.decisionText().orElse("");
    }

    private ZoneId zone(PartnerApplication application) {
        return territories.of(application).map(TerritoryView::zone).orElse(ZoneOffset.UTC);
    }

    private static String key(ApplicationNotice notice) {
        return "applications.mail." + notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private PartnerApplication load(ApplicationId id) {
        return applications.findById(id).orElseThrow(() -> ApplicationNotFound.of(id));
    }
}
