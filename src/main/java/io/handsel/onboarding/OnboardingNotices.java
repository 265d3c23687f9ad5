package io.handsel.onboarding;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a new partner's administrators, and whoever takes care of it, how far it has come and what is due. */
@Service
@Transactional
public class OnboardingNotices {

    private final Onboardings onboardings;
    private final Partners partners;
    private final PartnerCare care;
    private final People people;
    private final Notifications notifications;
    private final MessageSource messages;
    private final Clock clock;

    OnboardingNotices(
            Onboardings onboardings,
            Partners partners,
            PartnerCare care,
            People people,
            Notifications notifications,
            MessageSource messages,
            Clock clock) {
        this.onboardings = onboardings;
        this.partners = partners;
        this.care = care;
        this.people = people;
        this.notifications = notifications;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param occasion makes the notice one: the same occasion is told once */
    public void toPartner(OnboardingId id, OnboardingNotice notice, String occasion) {
        var onboarding = load(id);
        var partner = partners.get(onboarding.partner());
        people.administratorsOf(partner.id().organisation())
                .forEach(person -> send(person, partner, onboarding.view(), notice, "", "/onboarding", occasion));
    }

    public void toManager(OnboardingId id, OnboardingNotice notice, String occasion) {
        var onboarding = load(id);
        var partner = partners.get(onboarding.partner());
        send(
                manager(partner),
                partner,
                onboarding.view(),
                notice,
                ".vendor",
                "/onboarding/partners/" + partner.id(),
                occasion);
    }

    /** Reminds whoever owns the step. */
    public void ofStep(OnboardingId id, StepView step, String occasion) {
        var onboarding = load(id);
        var partner = partners.get(onboarding.partner());
        if (step.owner() == StepOwner.MANAGER) {
            remind(manager(partner), partner, step, "/onboarding/partners/" + partner.id(), occasion);
        } else {
            people.administratorsOf(partner.id().organisation())
                    .forEach(person -> remind(person, partner, step, "/onboarding", occasion));
        }
    }

    private void remind(PersonView to, PartnerView partner, StepView step, String link, String occasion) {
        var name = messages.getMessage("onboarding.step." + step.kind(), new Object[0], to.locale());
        notifications.send(Notice.to(to.id())
                .about("onboarding.mail." + written(OnboardingNotice.STEP_DUE), partner.name(), name, step.dueAt())
                .linkTo(link)
                .once("onboarding " + step.kind() + " " + to.id() + " " + occasion));
    }

    private void send(
            PersonView to,
            PartnerView partner,
            OnboardingView onboarding,
            OnboardingNotice notice,
            String reader,
            String link,
            String occasion) {
        notifications.send(Notice.to(to.id())
                .about(
                        "onboarding.mail." + written(notice) + reader,
                        partner.name(),
                        onboarding.dueAt(),
                        onboarding.done(),
                        onboarding.steps().size())
                .linkTo(link)
                .once("onboarding " + notice + " " + onboarding.id() + " " + to.id() + " " + occasion));
    }

    private static String written(OnboardingNotice notice) {
        return notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private PersonView manager(PartnerView partner) {
        return people.get(care.managerOf(partner.id(), clock.instant()));
    }

    private Onboarding load(OnboardingId id) {
        return onboardings.findById(id).orElseThrow(() -> OnboardingNotFound.of(id));
    }
}
