package io.handsel.recruitment;

import io.handsel.CompanyNames;
import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A campaign with a manager who runs it, and companies that might become partners. Import it into a Spring test. */
@TestComponent
public class RecruitmentFixtures {

    private final Campaigns campaigns;
    private final CandidateIntake intake;
    private final CandidateDesk desk;
    private final CandidateLinks links;
    private final OptOuts optOuts;
    private final TransactionTemplate transaction;
    private final People people;
    private final Clock clock;

    RecruitmentFixtures(
            Campaigns campaigns,
            CandidateIntake intake,
            CandidateDesk desk,
            CandidateLinks links,
            OptOuts optOuts,
            TransactionTemplate transaction,
            People people,
            Clock clock) {
        this.campaigns = campaigns;
        this.intake = intake;
        this.desk = desk;
        this.links = links;
        this.optOuts = optOuts;
        this.transaction = transaction;
        this.people = people;
        this.clock = clock;
    }

    public Actor manager() {
        return somebody(Role.MANAGER);
    }

    public Actor somebody(Role role) {
        var name = "recruit-" + UUID.randomUUID().toString().substring(0, 8);
        return people.register(new NewPerson(
                        name,
                        "Rita Recruiter",
                        new EmailAddress(name + "@vendor.example"),
                        Set.of(role),
                        null,
                        null,
                        Locale.ENGLISH,
                        ZoneId.of("Europe/Berlin"),
                        null,
                        null,
                        null))
                .actor();
    }

    public CampaignPlan plan(Actor owner) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new CampaignPlan(
                "Alps " + CompanyNames.next(), today, today.plusDays(60), Money.euros("20000"), "en", owner.person());
    }

    /** Every question has an answer. */
    public CampaignBrief completeBrief() {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        campaigns.questions().forEach(question -> answers.put(question, "Because we have thought about it."));
        answers.put("recruits", 10);
        answers.put("activated", 5);
        answers.put("revenue", 500_000);
        answers.put("targetsBy", "2027-06-30");
        answers.put("markets", List.of("DE", "AT", "CH"));
        answers.put("segments", List.of("manufacturing", "health"));
        return new CampaignBrief(answers);
    }

    public CampaignId planned(Actor owner) {
        return ((CampaignOutcome.Done) campaigns.plan(owner, plan(owner))).campaign();
    }

    /** Its brief is complete. */
    public CampaignId briefed(Actor owner) {
        var id = planned(owner);
        campaigns.writeBrief(owner, id, completeBrief());
        return id;
    }

    public CampaignId running(Actor owner) {
        var id = briefed(owner);
        campaigns.start(owner, id);
        return id;
    }

    /** A company that fits well, with an address of its own. */
    public NewCandidate wish() {
        var domain = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 14) + ".de";
        return new NewCandidate(
                CompanyNames.next() + " GmbH",
                domain,
                "DE",
                "Ina Inhaber",
                "ina@" + domain,
                "+49 30 1234567",
                null,
                new CandidateTraits("health", 40, 4, true, true, null));
    }

    /** Somebody has opted out at this address; a candidate who has it knows nothing of it. */
    public void optOut(String address) {
        transaction.executeWithoutResult(status -> optOuts.optOut(new EmailAddress(address)));
    }

    /** Mails to this address have come back; a candidate who has it knows nothing of it. */
    void died(String address) {
        transaction.executeWithoutResult(status -> optOuts.died(new EmailAddress(address)));
    }

    /** The secret of a link in a mail to the candidate. */
    public String link(CandidateId id) {
        var address = new EmailAddress(desk.get(id).known().email());
        return links.make(id, address, clock.instant()).text();
    }

    public CandidateId candidate(Actor actor, CampaignId campaign) {
        return candidate(actor, campaign, wish());
    }

    public CandidateId candidate(Actor actor, CampaignId campaign, NewCandidate wish) {
        return ((CandidateOutcome.Added) intake.add(actor, campaign, wish, CandidateSource.FORM)).candidate();
    }
}
