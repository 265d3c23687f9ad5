package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.notifications.Notifications;
import io.handsel.recruitment.CandidateFit.Criterion;
import io.handsel.recruitment.CandidateOutcome.Added;
import io.handsel.recruitment.CandidateOutcome.Done;
import io.handsel.recruitment.CandidateOutcome.Known;
import io.handsel.recruitment.CandidateOutcome.Refused;
import io.handsel.security.Actor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A company from the first time somebody thought of it to its first won deal. */
@RecruitmentTest
class CandidatesTests {

    @Autowired
    Candidates candidates;

    @Autowired
    CandidateIntake intake;

    @Autowired
    CandidateDesk desk;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Outreach outreach;

    @Autowired
    AuditTrail audit;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    MovableClock clock;

    Actor manager;
    CampaignId campaign;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
        campaign = fixtures.running(manager);
    }

    @Test
    void is_measured_against_the_ideal_profile_and_says_why() {
        var fit = desk.get(fixtures.candidate(manager, campaign)).fit();

        assertThat(fit.score()).isEqualTo(100);
        assertThat(fit.advice()).isEqualTo(CandidateAdvice.INVITE);
        assertThat(fit.reasons()).contains(new Criterion("market", 20), new Criterion("technicians", 15));
    }

    @Test
    void never_scores_below_nothing() {
        var wish = fixtures.wish();
        var rival = new NewCandidate(
                wish.company(),
                wish.website(),
                "BR",
                null,
                null,
                null,
                null,
                new CandidateTraits(null, null, null, null, null, true));

        var fit = desk.get(fixtures.candidate(manager, campaign, rival)).fit();

        assertThat(fit.score()).isZero();
        assertThat(fit.advice()).isEqualTo(CandidateAdvice.SET_ASIDE);
    }

    @Test
    void is_one_candidate_by_domain_address_and_name() {
        var wish = fixtures.wish();
        var known = new Known(fixtures.candidate(manager, campaign, wish));
        var other = fixtures.wish();

        assertThat(add(other.company(), "https://www." + wish.website() + "/about", null))
                .isEqualTo(known);
        assertThat(add(other.company(), other.website(), wish.email())).isEqualTo(known);
        assertThat(add(wish.company().replace("GmbH", "AG"), null, null)).isEqualTo(known);
        assertThat(add(wish.company(), other.website(), null)).isInstanceOf(Added.class);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', a.de, DE, a@a.de, FIELD_MISSING, company",
        "Acme, nonsense, DE, a@a.de, NO_DOMAIN, website",
        "Acme, a.de, XX, a@a.de, UNKNOWN_COUNTRY, country",
        "Acme, a.de, DE, nonsense, NO_EMAIL, email"
    })
    void refuses_what_makes_no_sense(
            String company, String website, String country, String email, RecruitmentRefusal reason, String field) {
        var wish = new NewCandidate(company, website, country, null, email, null, null, CandidateTraits.UNKNOWN);

        assertThat(intake.add(manager, campaign, wish, CandidateSource.FORM)).isEqualTo(new Refused(reason, field));
    }

    @Test
    void a_free_mail_address_is_no_domain_of_a_company() {
        var one = (Added) add(fixtures.wish().company(), null, "one" + System.nanoTime() + "@gmail.com");
        var two = (Added) add(fixtures.wish().company(), null, "two" + System.nanoTime() + "@gmail.com");

        assertThat(one.candidate()).isNotEqualTo(two.candidate());
        assertThat(candidates.withDomain("gmail.com")).isEmpty();
    }

    @Test
    void who_has_opted_out_is_taken_in_and_not_written_to() {
        var wish = fixtures.wish();
        fixtures.optOut(wish.email());

        var added = (Added) intake.add(manager, campaign, wish, CandidateSource.API);

        assertThat(added.optedOut()).isTrue();
        assertThat(desk.get(added.candidate()).outreach()).isEqualTo(OutreachState.OPTED_OUT);
        assertThat(desk.write(manager, added.candidate())).isEqualTo(new Refused(RecruitmentRefusal.OPTED_OUT));
    }

    @Test
    void goes_from_application_to_the_first_won_deal() {
        var wish = fixtures.wish();
        var id = fixtures.candidate(manager, campaign, wish);
        assertThat(candidates.withDomain("mail." + wish.website())).contains(id);

        candidates.applied(id);
        assertThat(state(id)).isEqualTo(CandidateState.APPLIED);
        candidates.rejected(id);
        assertThat(desk.reopen(manager, id)).isEqualTo(new Done(id));
        candidates.applied(id);
        candidates.applied(id);
        candidates.approved(id);
        var won = clock.instant().plus(Duration.ofDays(30));
        candidates.activated(id, won);
        candidates.activated(id, won.plusSeconds(60));

        assertThat(state(id)).isEqualTo(CandidateState.APPROVED);
        assertThat(desk.get(id).activatedAt()).isEqualTo(won);
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.APPLIED);
    }

    @Test
    void what_a_company_has_become_by_one_application_another_one_does_not_undo() {
        var id = fixtures.candidate(manager, campaign);

        candidates.approved(id);
        candidates.rejected(id);
        candidates.withdrawn(id);
        candidates.applied(id);

        assertThat(state(id)).isEqualTo(CandidateState.APPROVED);
    }

    @Test
    void what_does_not_belong_to_where_it_stands_changes_nothing() {
        var refused = new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        var applied = fixtures.candidate(manager, campaign);
        candidates.applied(applied);
        var rejected = fixtures.candidate(manager, campaign);
        desk.reject(manager, rejected);
        var fresh = fixtures.candidate(manager, campaign);
        var ended = fixtures.running(manager);
        campaigns.end(manager, ended);

        assertThat(desk.answered(manager, applied)).isEqualTo(refused);
        assertThat(desk.reject(manager, applied)).isEqualTo(refused);
        assertThat(desk.withdraw(manager, applied)).isEqualTo(refused);
        assertThat(desk.join(manager, applied, campaign)).isEqualTo(refused);
        assertThat(desk.merge(manager, fresh, applied)).isEqualTo(refused);
        assertThat(desk.answered(manager, rejected)).isEqualTo(refused);
        assertThat(desk.reopen(manager, fresh)).isEqualTo(refused);
        assertThat(desk.join(manager, fresh, ended)).isEqualTo(refused);
        assertThat(desk.merge(manager, fresh, fresh)).isEqualTo(refused);
        assertThat(state(applied)).isEqualTo(CandidateState.APPLIED);
        assertThat(state(rejected)).isEqualTo(CandidateState.REJECTED);
        assertThat(state(fresh)).isEqualTo(CandidateState.IDENTIFIED);
    }

    @Test
    void who_is_part_of_another_one_takes_none_in_and_goes_into_none() {
        var stays = fixtures.candidate(manager, campaign);
        var part = fixtures.candidate(manager, campaign);
        var other = fixtures.candidate(manager, campaign);
        desk.merge(manager, stays, part);

        assertThat(desk.merge(manager, part, other)).isEqualTo(new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE));
        candidates.applied(part);
        candidates.rejected(part);
        desk.reopen(manager, part);
        assertThat(state(part)).isEqualTo(CandidateState.ENGAGED);
        assertThat(desk.merge(manager, other, part)).isEqualTo(new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE));

        assertThat(desk.get(part).mergedInto()).isEqualTo(stays);
        assertThat(state(other)).isEqualTo(CandidateState.IDENTIFIED);
    }

    @Test
    void mails_go_out_once_to_whoever_has_not_been_talked_to_and_only_where_there_is_an_address() {
        var refused = new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE);
        var id = fixtures.candidate(manager, campaign);
        assertThat(desk.write(manager, id)).isEqualTo(new Done(id));
        assertThat(desk.write(manager, id)).as("they do already").isEqualTo(refused);

        var reopened = fixtures.candidate(manager, campaign);
        desk.reject(manager, reopened);
        desk.reopen(manager, reopened);
        assertThat(desk.write(manager, reopened)).as("somebody talks to them").isEqualTo(refused);

        var wish = fixtures.wish();
        var unasked = fixtures.candidate(manager, campaign, wish);
        fixtures.optOut(wish.email());
        assertThat(desk.write(manager, unasked)).isEqualTo(new Refused(RecruitmentRefusal.OPTED_OUT));

        var silent = fixtures.candidate(manager, campaign, with(fixtures.wish(), null, null));
        assertThat(desk.write(manager, silent)).isEqualTo(new Refused(RecruitmentRefusal.NO_ADDRESS));
        assertThat(desk.optOut(manager, silent)).isEqualTo(new Refused(RecruitmentRefusal.NO_ADDRESS));
    }

    @Test
    void who_knows_better_changes_what_is_known_and_the_score_follows() {
        var wish = fixtures.wish();
        var id = fixtures.candidate(manager, campaign, wish);
        var better = new NewCandidate(
                wish.company(), wish.website(), "BR", "Rui", wish.email(), wish.telephone(), "en", wish.traits());

        assertThat(intake.change(manager, id, better)).isEqualTo(new Done(id));
        assertThat(intake.change(manager, id, better)).isEqualTo(new Done(id));

        assertThat(desk.get(id).known()).isEqualTo(better);
        assertThat(desk.get(id).fit().score()).isEqualTo(80);
        assertThat(audit.of(new CaseReference("candidate", id.id())))
                .filteredOn(entry -> entry.action().equals("changed"))
                .extracting(entry -> entry.details().get("fields"))
                .containsExactly("country contact");
    }

    @Test
    void what_another_candidate_is_known_by_cannot_be_taken_over() {
        var wish = fixtures.wish();
        var other = fixtures.wish();
        fixtures.candidate(manager, campaign, other);
        var id = fixtures.candidate(manager, campaign, wish);

        assertThat(intake.change(manager, id, with(wish, "www." + other.website(), wish.email())))
                .isEqualTo(new Refused(RecruitmentRefusal.KNOWN_ALREADY, "website"));
        assertThat(intake.change(manager, id, with(wish, wish.website(), other.email())))
                .isEqualTo(new Refused(RecruitmentRefusal.KNOWN_ALREADY, "email"));
        assertThat(intake.change(manager, id, with(wish, "nonsense", null)))
                .isEqualTo(new Refused(RecruitmentRefusal.NO_DOMAIN, "website"));
        assertThat(desk.get(id).known().website()).isEqualTo(wish.website());
    }

    @Test
    void an_entry_that_is_part_of_another_one_is_not_changed() {
        var wish = fixtures.wish();
        var stays = ((Added) add(wish.company(), wish.website(), null)).candidate();
        var goes = ((Added) add(wish.company(), fixtures.wish().website(), wish.email())).candidate();
        desk.merge(manager, stays, goes);

        assertThat(intake.change(manager, goes, wish)).isEqualTo(new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE));
    }

    @Test
    void whose_mails_come_back_is_not_written_to() {
        var wish = fixtures.wish();
        var id = fixtures.candidate(manager, campaign, wish);
        fixtures.died(wish.email());

        assertThat(desk.write(manager, id)).isEqualTo(new Refused(RecruitmentRefusal.DEAD_ADDRESS));
    }

    @Test
    void a_new_address_is_written_to_unless_it_has_opted_out() {
        var wish = fixtures.wish();
        var id = fixtures.candidate(manager, campaign, wish);
        desk.write(manager, id);
        outreach.write(id);
        var name = Notifications.messageName("outreach/" + id + "/1");
        var mail = MailName.of("user", "host", "INBOX", 1, System.nanoTime());
        assertThat(outreach.bounced(mail, name)).isTrue();
        assertThat(outreach.bounced(mail, name)).as("another node's").isFalse();
        var out = "out@" + wish.website();
        fixtures.optOut(out);
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.DEAD_ADDRESS);

        intake.change(manager, id, with(wish, wish.website(), "new@" + wish.website()));
        assertThat(desk.write(manager, id)).isEqualTo(new Done(id));

        intake.change(manager, id, with(wish, wish.website(), out));
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.OPTED_OUT);
        assertThat(desk.write(manager, id)).isEqualTo(new Refused(RecruitmentRefusal.OPTED_OUT));
    }

    @Test
    void two_entries_of_one_company_become_one_that_knows_what_both_knew() {
        var wish = fixtures.wish();
        var stays = ((Added) add(wish.company(), wish.website(), null)).candidate();
        var goes = ((Added) add(wish.company(), fixtures.wish().website(), wish.email())).candidate();
        assertThat(desk.alike(stays)).extracting(CandidateSummary::id).containsExactly(goes);

        assertThat(desk.merge(manager, stays, goes)).isEqualTo(new Done(stays));

        assertThat(desk.get(stays).known().email()).isEqualTo(wish.email());
        assertThat(desk.get(stays).known().website()).isEqualTo(wish.website());
        assertThat(desk.get(goes).mergedInto()).isEqualTo(stays);
        assertThat(desk.alike(stays)).isEmpty();
        assertThat(desk.merge(manager, stays, goes)).isEqualTo(new Refused(RecruitmentRefusal.NOT_IN_THIS_STATE));
    }

    @Test
    void the_link_in_a_mail_leads_to_the_entry_that_stays_however_often_they_were_merged() {
        var first = fixtures.candidate(manager, campaign);
        var link = fixtures.link(first);
        var second = fixtures.candidate(manager, campaign);
        var third = fixtures.candidate(manager, campaign);

        desk.merge(manager, second, first);
        assertThat(candidates.invitedBy(link).orElseThrow().id()).isEqualTo(second);
        desk.merge(manager, third, second);
        assertThat(candidates.invitedBy(link).orElseThrow().id()).isEqualTo(third);
    }

    @Test
    void mails_are_in_the_campaigns_language_where_the_candidate_does_not_say_otherwise() {
        var wish = fixtures.wish();
        var german =
                new NewCandidate(wish.company(), wish.website(), "DE", null, wish.email(), null, "de", wish.traits());

        assertThat(desk.get(fixtures.candidate(manager, campaign, german))
                        .known()
                        .language())
                .isEqualTo("de");
        assertThat(desk.get(fixtures.candidate(manager, campaign)).known().language())
                .isEqualTo("en");
        var added = (Added) intake.fromPublicPage(
                new NewCandidate(wish.company() + " Two", null, "LI", null, null, null, null, wish.traits()));
        assertThat(desk.get(added.candidate()).known().language()).isEqualTo("de");
    }

    @Test
    void whoever_comes_by_themselves_joins_the_campaign_that_recruits_there() {
        var wish = fixtures.wish();
        var elsewhere = new NewCandidate(
                wish.company(), wish.website(), "BR", "Rui", null, null, null, CandidateTraits.UNKNOWN);
        var added = (Added) intake.fromPublicPage(elsewhere);
        assertThat(desk.get(added.candidate()).campaign()).isNull();
        assertThat(desk.write(manager, added.candidate()))
                .isEqualTo(new Refused(RecruitmentRefusal.CAMPAIGN_NOT_RUNNING));

        assertThat(desk.join(manager, added.candidate(), campaign)).isEqualTo(new Done(added.candidate()));

        assertThat(desk.get(added.candidate()).campaign()).isEqualTo(campaign);
        var here = (Added) intake.fromPublicPage(fixtures.wish());
        assertThat(desk.get(here.candidate()).campaign()).isNotNull();
    }

    private static NewCandidate with(NewCandidate wish, @Nullable String website, @Nullable String email) {
        return new NewCandidate(
                wish.company(),
                website,
                wish.country(),
                wish.contact(),
                email,
                wish.telephone(),
                wish.language(),
                wish.traits());
    }

    private CandidateOutcome add(String company, @Nullable String website, @Nullable String email) {
        var wish = new NewCandidate(company, website, "DE", null, email, null, null, CandidateTraits.UNKNOWN);
        return intake.add(manager, campaign, wish, CandidateSource.FORM);
    }

    private CandidateState state(CandidateId id) {
        return desk.get(id).state();
    }
}
