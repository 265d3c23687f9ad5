package io.handsel.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.AtOnce;
import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.agreements.AgreementFixtures.Case;
import io.handsel.agreements.AgreementOutcome.Done;
import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.disputes.DisputeTest;
import io.handsel.security.Role;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two who do something to one agreement at the same moment, and one who fails half way, on PostgreSQL. */
@DisputeTest
@Import(AgreementRaceIT.Breaking.class)
class AgreementRaceIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    /** Hears of an agreement in force and fails, as somebody who is killed at that moment would. */
    @TestComponent
    static class Breaking {

        private final Set<AgreementId> broken = ConcurrentHashMap.newKeySet();

        @EventListener
        void on(AgreementInForce event) {
            if (broken.contains(event.agreement())) {
                throw new IllegalStateException("Broken on purpose");
            }
        }
    }

    @Autowired
    BeanFactory beans;

    @Autowired
    AgreementSigning signing;

    @Autowired
    AgreementConclusion conclusion;

    @Autowired
    Breaking breaking;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private AgreementFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = AgreementFixtures.in(beans);
    }

    @RepeatedTest(5)
    void of_two_who_sign_at_once_one_has_signed() throws Exception {
        var one = fixtures.asked();
        var other = fixtures.colleague(one, Role.PARTNER_ADMIN);
        var first = fixtures.signatureOf(one, one.admin());
        var second = fixtures.signatureOf(one, other);

        var heard = AtOnce.heard(
                () -> signing.sign(one.admin(), one.agreement(), first),
                () -> signing.sign(other, one.agreement(), second));

        assertThat(heard)
                .containsExactlyInAnyOrder(new Done(one.agreement()), new Refused(AgreementRefusal.ALREADY_SIGNED));
        isInForceOnce(one);
    }

    @RepeatedTest(5)
    void who_clicks_twice_has_signed_once() throws Exception {
        var one = fixtures.asked();
        var signature = fixtures.signatureOf(one, one.admin());

        var heard = AtOnce.heard(
                () -> signing.sign(one.admin(), one.agreement(), signature),
                () -> signing.sign(one.admin(), one.agreement(), signature));

        assertThat(heard).contains(new Done(one.agreement()), new Refused(AgreementRefusal.ALREADY_SIGNED));
        isInForceOnce(one);
    }

    @RepeatedTest(5)
    void what_is_made_anew_while_somebody_signs_is_signed_or_refused() throws Exception {
        var one = fixtures.asked();
        var signature = fixtures.signatureOf(one, one.admin());
        clock.advance(Duration.ofDays(1));

        var heard = AtOnce.heard(
                () -> signing.sign(one.admin(), one.agreement(), signature),
                () -> conclusion.again(one.manager(), one.agreement()));

        assertThat(heard).filteredOn(Done.class::isInstance).hasSize(1);
        var signed = beans.getBean(AgreementPapers.class).signature(one.agreement());
        assertThat(signed.isPresent()).isEqualTo(fixtures.view(one).isInForce());
        signed.ifPresent(found -> assertThat(found.document()).isEqualTo(fixtures.document(one)));
    }

    @RepeatedTest(5)
    void what_is_taken_back_while_somebody_signs_is_in_force_or_gone() throws Exception {
        var one = fixtures.asked();
        var signature = fixtures.signatureOf(one, one.admin());

        var heard = AtOnce.heard(
                () -> signing.sign(one.admin(), one.agreement(), signature),
                () -> conclusion.withdraw(one.manager(), one.agreement(), "Not now."));

        assertThat(heard).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(fixtures.view(one).isInForce()).isEqualTo(heard.get(0) instanceof Done);
        assertThat(count("select count(*) from agreement_signature where agreement_id = ?", one))
                .isEqualTo(fixtures.view(one).isInForce() ? 1 : 0);
    }

    @RepeatedTest(5)
    void two_who_ask_one_partner_ask_for_one_agreement() throws Exception {
        var one = fixtures.asked();
        conclusion.withdraw(one.manager(), one.agreement(), "Not now.");

        var heard = AtOnce.heard(
                () -> conclusion.again(one.manager(), one.agreement()),
                () -> conclusion.again(one.manager(), one.agreement()));

        assertThat(heard.get(0)).isInstanceOf(Done.class).isEqualTo(heard.get(1));
    }

    @Test
    void who_fails_half_way_has_not_signed() {
        var one = fixtures.asked();
        breaking.broken.add(one.agreement());

        assertThatThrownBy(() -> fixtures.sign(one, one.admin())).hasStackTraceContaining("Broken on purpose");

        assertThat(fixtures.view(one).status()).isEqualTo(AgreementStatus.ASKED);
        assertThat(count("select count(*) from agreement_signature where agreement_id = ?", one))
                .isZero();
        assertThat(count("select count(*) from agreement_file where agreement_id = ?", one))
                .isZero();

        breaking.broken.remove(one.agreement());
        assertThat(fixtures.sign(one, one.admin())).isInstanceOf(Done.class);
        isInForceOnce(one);
    }

    private void isInForceOnce(Case one) {
        assertThat(fixtures.view(one).isInForce()).isTrue();
        assertThat(count("select count(*) from audit_entry where subject_id = ? and action = 'in-force'", one))
                .isOne();
        assertThat(count("select count(*) from agreement_file where agreement_id = ?", one))
                .isOne();
    }

    private int count(String sql, Case one) {
        return jdbc.sql(sql).param(one.agreement().id()).query(Integer.class).single();
    }
}
