package io.handsel.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What must never be stored, whatever the Java above does. */
@OnboardingTest
class OnboardingConstraintsTests {

    @Autowired
    OnboardingFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            onboarding_once_a_partner        | insert into onboarding select random_uuid(), 0, partner_id, null, status, started_at, due_at, 0, null, null, null, null from onboarding where partner_id = :partner
            onboarding_status                | update onboarding set status = 'SOMEHOW', ended_at = current_timestamp where partner_id = :partner
            onboarding_ends_once             | update onboarding set ended_at = current_timestamp where partner_id = :partner
            onboarding_completes_with_a_deal | update onboarding set status = 'COMPLETED', ended_at = current_timestamp where partner_id = :partner
            onboarding_step_once             | update onboarding_step set kind = 'SIGN' where kind = 'PROFILE' and onboarding_id = (select id from onboarding where partner_id = :partner)
            business_plan_version            | insert into business_plan select random_uuid(), partner_id, number, state, answers, sent_by, sent_at, null, null, null from business_plan where partner_id = :partner
            business_plan_state              | update business_plan set state = 'SOMEHOW', decided_by = sent_by where partner_id = :partner
            business_plan_decided            | update business_plan set state = 'AGREED' where partner_id = :partner
            training_certificate_numbered_once | insert into training_certificate select random_uuid(), certificate_number, person_id, partner_id, course, course_version, right_answers, questions, state, issued_at, expires_at from training_certificate where partner_id = :partner
            training_certificate_state       | update training_certificate set state = 'SOMEHOW' where partner_id = :partner
            training_certificate_ends        | update training_certificate set expires_at = issued_at where partner_id = :partner
            """)
    void the_database_refuses(String constraint, String statement) {
        var one = fixtures.begun();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                        insert into business_plan (id, partner_id, number, state, answers, sent_by, sent_at)
                        values (random_uuid(), :partner, 1, 'SENT', '{}', :person, current_timestamp)
                        """).params(known(one)).update();
            jdbc.sql("""
                        insert into training_certificate values (random_uuid(), substring(cast(random_uuid() as varchar(36)), 1, 30),
                            :person, :partner, 'portal', 1, 6, 6, 'VALID', current_timestamp,
                            current_timestamp + interval '1' day)
                        """).params(known(one)).update();
        });

        assertThatThrownBy(() -> jdbc.sql(statement).params(known(one)).update())
                .hasMessageMatching("(?is).*" + constraint + ".*");
    }

    private static Map<String, Object> known(OnboardingFixtures.NewOne one) {
        return Map.of("partner", one.id().id(), "person", one.admin().person().id());
    }
}
