package io.handsel.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.applications.VettingVerdict.Choice;
import io.handsel.deals.DealFixtures;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerTier;
import io.handsel.partner.Partners;
import io.handsel.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An approval makes everything or nothing, and a person makes it. */
@ApplicationTest
class PartnerAdmissionTests {

    private static final VettingVerdict APPROVE = new VettingVerdict(Choice.APPROVE, null, null, null, false);

    @Autowired
    ApplicationFixtures fixtures;

    @Autowired
    ApplicationVetting vetting;

    @Autowired
    ApplicationDossiers dossiers;

    @Autowired
    ReluctantListener listener;

    @Autowired
    DealFixtures deals;

    @Autowired
    Partners partners;

    @Autowired
    CompanyProfiles companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void if_somebody_who_hears_of_it_fails_there_is_no_partner_no_person_and_no_mail() {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);
        var before = counts();

        listener.fails(true);
        try {
            assertThatThrownBy(() -> vetting.decide(fixtures.manager(), application, APPROVE))
                    .hasMessageContaining("Cannot take up");
        } finally {
            listener.fails(false);
        }

        assertThat(counts()).isEqualTo(before);
        assertThat(dossiers.find(application).orElseThrow().application().status())
                .isEqualTo(ApplicationStatus.IN_REVIEW);
        assertThat(fixtures.decide(fixtures.manager(), application, Map.of("decision", "approve")))
                .isInstanceOf(io.handsel.tasklist.DeskOutcome.Done.class);
        assertThat(counts()).isNotEqualTo(before);
    }

    @Test
    void nobody_of_a_partner_and_nobody_without_the_role_decides() {
        var application = fixtures.applied();

        for (var other : List.of(deals.sales(deals.partner()), deals.vendor(Role.FINANCE))) {
            assertThat(vetting.decide(other, application, APPROVE))
                    .isEqualTo(new VettingOutcome.Refused(ApplicationRefusal.NOT_YOURS_TO_DECIDE, ""));
        }
    }

    /** Whoever writes past Java finds the same rules in the database. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'APPROVED'",
                "status = 'APPROVED', partner_id = (select min(id) from partner)",
                "status = 'REJECTED', rejection = 'OTHER', decision_text = 'No.', reapply_from = date '2026-05-01'",
                "status = 'REJECTED', decided_by = (select min(id) from person), decided_at = applied_at",
                "status = 'APPROVED', partner_id = (select min(id) from partner), decided_at = applied_at,"
                        + " decided_by = (select min(id) from person), reviewed_by = (select min(id) from person)"
            })
    void the_database_knows_no_decision_without_a_person(String machine) {
        deals.partner();
        var application = fixtures.applied();

        assertThatThrownBy(() -> jdbc.sql("update partner_application set " + machine + " where id = ?")
                        .param(application.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Such as a substitute: what is known of the company does not depend on whose partner it becomes. */
    @Test
    void another_manager_makes_the_same_partner() {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);

        assertThat(vetting.decide(deals.vendor(Role.MANAGER), application, APPROVE))
                .isEqualTo(new VettingOutcome.Done(ApplicationStatus.APPROVED));

        var partner = partners.get(Objects.requireNonNull(
                dossiers.find(application).orElseThrow().application().partner()));
        assertThat(partner.manager()).isEqualTo(fixtures.germany().manager());
        assertThat(partner.tier()).isEqualTo(PartnerTier.of("registered"));
        assertThat(companies.of(partner.id()).domain()).hasToString(String.valueOf(answers.get("domain")));
    }

    @Test
    void whoever_signs_in_with_the_address_already_keeps_the_name() {
        var answers = ApplicationFixtures.answers();
        var again = ApplicationFixtures.answers();
        again.put("contactEmail", answers.get("contactEmail"));
        vetting.decide(fixtures.manager(), fixtures.applied(answers), APPROVE);
        vetting.decide(fixtures.manager(), fixtures.applied(again), APPROVE);

        assertThat(jdbc.sql("select sign_in_name from person where email = ? order by sign_in_name")
                        .param(answers.get("contactEmail"))
                        .query(String.class)
                        .list())
                .containsExactly(String.valueOf(answers.get("contactEmail")), answers.get("contactEmail") + "-2");
    }

    @Test
    void an_applicant_from_where_nobody_is_responsible_is_refused_by_name() {
        var answers = ApplicationFixtures.answers();
        answers.put("country", "NZ");
        var application = fixtures.applied(answers);

        assertThat(vetting.decide(fixtures.manager(), application, APPROVE))
                .isEqualTo(new VettingOutcome.Refused(ApplicationRefusal.NO_TERRITORY, ""));
    }

    private List<Integer> counts() {
        return List.of("partner", "person", "partner_company", "outbox_mail", "application_domain").stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .toList();
    }
}
