package io.handsel.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.applications.VettingVerdict.Choice;
import io.handsel.deals.DealFixtures;
import io.handsel.kernel.Period;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerId;
import io.handsel.partner.SubstitutionOutcome.Agreed;
import io.handsel.security.Actor;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is refused of what somebody says about an application, whatever form it comes from; and who never decides. */
@ApplicationTest
class ApplicationVettingTests {

    private static final VettingVerdict APPROVE = verdict(Choice.APPROVE, null, null);
    private static final VettingVerdict REJECT = verdict(Choice.REJECT, RejectionGround.OTHER, "Not now.");
    private static final VettingVerdict GIVE_BACK = verdict(Choice.GIVE_BACK, null, null);
    private static final VettingVerdict ASK = verdict(Choice.ASK, null, "Who are your customers?");

    @Autowired
    ApplicationFixtures fixtures;

    @Autowired
    ApplicationVetting vetting;

    @Autowired
    Applications applications;

    @Autowired
    PartnerCare care;

    @Autowired
    DealFixtures deals;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void a_verdict_that_does_not_belong_to_where_the_application_stands_changes_nothing() {
        var first = fixtures.applied();
        refused(fixtures.manager(), first, GIVE_BACK, ApplicationRefusal.NOT_IN_THIS_STATE, "");
        var second = recommended(fixtures.manager());
        refused(fixtures.director(), second, ASK, ApplicationRefusal.NOT_IN_THIS_STATE, "");
        vetting.decide(fixtures.manager(), first, REJECT);

        refused(fixtures.manager(), first, APPROVE, ApplicationRefusal.NOT_IN_THIS_STATE, "");
        refused(fixtures.manager(), first, REJECT, ApplicationRefusal.NOT_IN_THIS_STATE, "");
    }

    @Test
    void a_no_says_why_and_what_the_applicant_reads_and_nothing_is_endless() {
        var application = fixtures.applied();
        var long2001 = "x".repeat(2001);

        refused(
                fixtures.manager(),
                application,
                verdict(Choice.REJECT, null, "Not now."),
                ApplicationRefusal.FIELD_MISSING,
                "ground");
        refused(
                fixtures.manager(),
                application,
                verdict(Choice.REJECT, RejectionGround.OTHER, " "),
                ApplicationRefusal.FIELD_MISSING,
                "text");
        refused(
                fixtures.manager(),
                application,
                verdict(Choice.ASK, null, null),
                ApplicationRefusal.FIELD_MISSING,
                "text");
        refused(
                fixtures.manager(),
                application,
                verdict(Choice.ASK, null, long2001),
                ApplicationRefusal.FIELD_TOO_LONG,
                "text");
        refused(
                fixtures.manager(),
                application,
                new VettingVerdict(Choice.APPROVE, null, null, long2001, false),
                ApplicationRefusal.FIELD_TOO_LONG,
                "note");
    }

    @Test
    void nobody_of_a_partner_decides_whatever_they_are_called() {
        var organisation = deals.partner().id().organisation();

        refused(
                PersonFixtures.actorOf(organisation, Role.MANAGER),
                fixtures.applied(),
                REJECT,
                ApplicationRefusal.NOT_YOURS_TO_DECIDE,
                "");
    }

    @Test
    void whoever_stands_in_for_the_first_is_no_second_pair_of_eyes() {
        var substitute = deals.vendor(Role.MANAGER);
        var agreed = (Agreed) care.substitute(
                fixtures.director(),
                fixtures.manager().person(),
                substitute.person(),
                new Period(clock.instant(), clock.instant().plus(Duration.ofDays(2))));
        try {
            var application = recommended(fixtures.manager());

            assertThat(vetting.excludedDeciders(application))
                    .containsExactlyInAnyOrder(fixtures.manager().person(), substitute.person());
            refused(substitute, application, APPROVE, ApplicationRefusal.NOT_YOURS_TO_DECIDE, "");
        } finally {
            care.withdraw(fixtures.director(), agreed.substitution().id());
        }
    }

    @Test
    void where_the_director_was_first_any_other_one_is_second() {
        var application = recommended(fixtures.director());

        assertThat(vetting.planSecondReview(application).decider()).isNull();
        refused(fixtures.director(), application, APPROVE, ApplicationRefusal.NOT_YOURS_TO_DECIDE, "");
        assertThat(vetting.decide(deals.vendor(Role.DIRECTOR), application, APPROVE))
                .isEqualTo(new VettingOutcome.Done(ApplicationStatus.APPROVED));
    }

    /** The application itself knows, whoever asks it. */
    @Test
    void an_application_is_decided_once_and_never_twice_by_one() {
        var application = applications.findById(recommended(fixtures.manager())).orElseThrow();
        var decided = applications.findById(fixtures.applied()).orElseThrow();
        decided.withdraw(clock.instant());

        assertThatThrownBy(() -> application.approve(
                        fixtures.manager().person(),
                        null,
                        someone(),
                        fixtures.manager().person(),
                        clock.instant()))
                .hasMessageContaining("second pair of eyes");
        assertThatThrownBy(() -> decided.approve(
                        fixtures.manager().person(),
                        null,
                        someone(),
                        fixtures.manager().person(),
                        clock.instant()))
                .hasMessageContaining("WITHDRAWN cannot become APPROVED");
    }

    private ApplicationId recommended(Actor by) {
        var answers = ApplicationFixtures.answers();
        answers.put("partnerType", "distributor");
        var application = fixtures.applied(answers);
        assertThat(vetting.decide(by, application, APPROVE))
                .isEqualTo(new VettingOutcome.Done(ApplicationStatus.SECOND_REVIEW));
        return application;
    }

    private void refused(
            Actor by, ApplicationId application, VettingVerdict verdict, ApplicationRefusal reason, String field) {
        var refused = new VettingOutcome.Refused(reason, field);

        assertThat(vetting.foresee(by, application, verdict)).contains(refused);
        assertThat(vetting.decide(by, application, verdict)).isEqualTo(refused);
    }

    private static PartnerId someone() {
        return new PartnerId(PersonId.create().id());
    }

    private static VettingVerdict verdict(Choice choice, @Nullable RejectionGround ground, @Nullable String text) {
        return new VettingVerdict(choice, ground, text, null, false);
    }
}
