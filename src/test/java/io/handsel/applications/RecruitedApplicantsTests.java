package io.handsel.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.dns.CodeOutcome;
import io.handsel.recruitment.CandidateDesk;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.CandidateState;
import io.handsel.recruitment.CandidateTraits;
import io.handsel.recruitment.NewCandidate;
import io.handsel.recruitment.OutreachState;
import io.handsel.recruitment.RecruitmentFixtures;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications of companies our recruitment writes to. */
@ApplicationTest
class RecruitedApplicantsTests {

    @Autowired
    ApplicationFixtures fixtures;

    @Autowired
    RecruitmentFixtures recruitment;

    @Autowired
    Applying applying;

    @Autowired
    CandidateDesk desk;

    @Autowired
    MovableClock clock;

    Map<String, Object> answers;
    CandidateId candidate;

    @BeforeEach
    void mails_go_out_to_the_company() {
        clock.moveTo(MovableClock.START);
        answers = ApplicationFixtures.answers();
        var manager = recruitment.manager();
        var domain = answers.get("domain").toString();
        candidate = recruitment.candidate(
                manager,
                recruitment.running(manager),
                new NewCandidate(
                        answers.get("businessName").toString(),
                        domain,
                        "DE",
                        null,
                        "ina@" + domain,
                        null,
                        null,
                        CandidateTraits.UNKNOWN));
        desk.write(manager, candidate);
    }

    @Test
    void a_stranger_who_names_the_companys_domain_stops_nothing() {
        fixtures.appliedUnproven(answers);

        assertThat(desk.get(candidate).outreach()).isEqualTo(OutreachState.RUNNING);
        assertThat(desk.get(candidate).state()).isNotEqualTo(CandidateState.APPLIED);
    }

    @Test
    void whoever_proves_the_domain_is_the_candidate_from_then_on() {
        fixtures.appliedUnproven(answers);
        var link = fixtures.link(answers.get("contactEmail").toString());
        applying.sendCode(link, "postmaster");
        var code = fixtures.code("postmaster@" + answers.get("domain"));

        assertThat(applying.enterCode(link, code)).isEqualTo(CodeOutcome.PROVEN);

        assertThat(desk.get(candidate).state()).isEqualTo(CandidateState.APPLIED);
        assertThat(desk.get(candidate).outreach()).isEqualTo(OutreachState.APPLIED);
        applying.withdraw(link);
        assertThat(desk.get(candidate).state()).isEqualTo(CandidateState.WITHDRAWN);
    }
}
