package io.handsel.journey;

import java.time.LocalDate;
import java.util.List;

/** How the vendor finds a new partner, from a campaign nobody has described yet to the first mail. */
record CampaignSteps(Visitor manager, Wording words) {

    private static final int DAYS = 90;

    /** Plans it, is told that it cannot start without its brief, writes the brief, and starts it. */
    CampaignSteps started(String name) {
        manager.open("/campaigns").follow(words.of("recruitment.action.plan"));
        manager.fill("name", name)
                .fill("startsOn", LocalDate.now().toString())
                .fill("endsOn", LocalDate.now().plusDays(DAYS).toString())
                .fill("budget", "5000")
                .choose("language", words.language());
        send("planned").press(words.of("recruitment.campaign.start"));
        manager.reads(words.of("recruitment.refused.BRIEF_INCOMPLETE")).follow(words.of("recruitment.action.brief"));
        brief();
        send("brief").press(words.of("recruitment.campaign.start"));
        manager.isTold(words.of("recruitment.said.started"));
        words.isFitFor(manager);
        return this;
    }

    /** Every question the form asks has to be answered. */
    private void brief() {
        for (var question : questions("textarea")) {
            manager.fill(question, "–");
        }
        for (var question : questions("input[inputmode=numeric], input[inputmode=decimal]")) {
            manager.fill(question, "5");
        }
        for (var question : questions("input[type=date]")) {
            manager.fill(question, LocalDate.now().plusDays(DAYS).toString());
        }
        manager.fill("markets-add", words.country("DE")).markFirst("segments");
    }

    @SuppressWarnings("unchecked")
    private List<String> questions(String kind) {
        return (List<String>) manager.find(kind).evaluateAll("all => all.map(({ id }) => id.replace('f-', ''))");
    }

    /** Puts a company on the list and lets mails go out to somebody there. */
    void written(NewPartner partner) {
        manager.follow(words.of("recruitment.board.title"));
        words.isFitFor(manager).follow(words.of("recruitment.action.candidate"));
        manager.fill("company", partner.company())
                .fill("website", partner.domain())
                .fill("country", words.country("DE"))
                .fill("contact", partner.person())
                .fill("email", partner.address(partner.person()))
                .fill("employees", "40")
                .choose("language", words.language());
        send("added").reads(words.of("recruitment.state.IDENTIFIED"));
        words.isFitFor(manager).press(words.of("recruitment.candidate.write"));
        manager.isTold(words.of("recruitment.said.writing"));
    }

    private Visitor send(String said) {
        return words.isFitFor(manager).press(words.of("forms.send")).isTold(words.of("recruitment.said." + said));
    }
}
