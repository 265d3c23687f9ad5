package io.handsel.partner;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a partner's people, and its manager where somebody else did it, what the partner has become. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PartnerNotices {

    /** A mail that goes on for pages is not read; what is not in it is on the pages of the portal. */
    private static final int LONGEST_LIST = 50;

    private final Notifications notifications;
    private final People people;
    private final MessageSource messages;

    PartnerNotices(Notifications notifications, People people, MessageSource messages) {
        this.notifications = notifications;
        this.people = people;
        this.messages = messages;
    }

    /** @param accessUntil until when the people of a partner that has ended still read; null if they do not */
    void becameByDecision(
            Actor by, PartnerView partner, Map<OpenMatter, MatterDecision> settled, @Nullable Instant accessUntil) {
        var about = switch (partner.standing()) {
            case SUSPENDED -> "partner.mail.suspended";
            case ENDED -> accessUntil == null ? "partner.mail.ended" : "partner.mail.ending";
            case ACTIVE -> "partner.mail.active";
            case CANDIDATE, APPLICANT, ONBOARDING -> "";
        };
        if (about.isEmpty()) {
            return;
        }
        // Once a change, however often a partner is suspended and taken up again.
        var occasion = UUID.randomUUID().toString();
        var manager = people.get(partner.manager());
        for (var person : people.ofOrganisation(partner.id().organisation())) {
            var notice = notice(person, about, partner, manager, settled, accessUntil);
            // Where nobody gets in any more, nothing leads in either.
            var link = about.equals("partner.mail.ended") ? notice : notice.linkTo("/home");
            notifications.send(link.once(key(partner, person, occasion)));
        }
        if (!by.person().equals(manager.id())) {
            notifications.send(notice(manager, about, partner, manager, settled, accessUntil)
                    .linkTo("/partners/" + partner.id())
                    .once(key(partner, manager, occasion)));
        }
    }

    private Notice.Draft notice(
            PersonView to,
            String about,
            PartnerView partner,
            PersonView manager,
            Map<OpenMatter, MatterDecision> settled,
            @Nullable Instant accessUntil) {
        return Notice.to(to.id())
                .about(
                        about,
                        partner.name(),
                        manager.name(),
                        list(settled, to.locale()),
                        accessUntil == null ? "" : accessUntil);
    }

    private static String key(PartnerView partner, PersonView to, String occasion) {
        return "partner " + partner.id() + " " + to.id() + " " + occasion;
    }

    /** A paragraph each. Who goes on with something is not said: one partner does not learn of another by a mail. */
    private String list(Map<OpenMatter, MatterDecision> settled, Locale language) {
        var shown = settled.entrySet().stream()
                .limit(LONGEST_LIST)
                .map(one -> messages.getMessage(
                        "partner.mail.matter." + one.getValue().fate(),
                        new Object[] {one.getKey().name()},
                        language))
                .collect(Collectors.joining("\n\n"));
        var more = settled.size() - LONGEST_LIST;
        return more > 0
                ? shown + "\n\n" + messages.getMessage("partner.mail.more", new Object[] {more}, language)
                : shown;
    }
}
