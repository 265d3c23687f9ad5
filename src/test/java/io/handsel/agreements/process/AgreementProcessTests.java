package io.handsel.agreements.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.agreements.AgreementConclusion;
import io.handsel.agreements.AgreementFixtures;
import io.handsel.agreements.AgreementFixtures.Case;
import io.handsel.agreements.AgreementInForce;
import io.handsel.agreements.AgreementOutcome.Done;
import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.agreements.AgreementRefusal;
import io.handsel.agreements.AgreementStatus;
import io.handsel.disputes.DisputeFixtures;
import io.handsel.disputes.DisputeTest;
import io.handsel.engine.ProcessCoverage;
import io.handsel.partner.PartnerChange;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerType;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** From the request for a signature to its end, one test a path; together they leave no element of the diagram out. */
@DisputeTest
@RecordApplicationEvents
class AgreementProcessTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    AgreementConclusion conclusion;

    @Autowired
    DisputeFixtures desk;

    @Autowired
    Partners partners;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    private AgreementFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = AgreementFixtures.in(beans);
    }

    @AfterAll
    static void the_whole_diagram_was_walked(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, AgreementContract.KEY).assertAtLeast(100);
    }

    @Test
    void a_reseller_signs_and_the_portal_opens() {
        var one = fixtures.asked();
        assertThat(told(one.admin(), one)).containsExactly("please sign the agreement");

        fixtures.signed(one);

        assertThat(fixtures.view(one).isInForce()).isTrue();
        assertThat(told(one.admin(), one)).containsExactly("please sign the agreement", "is in force");
        assertThat(events.stream(AgreementInForce.class))
                .contains(new AgreementInForce(one.agreement(), one.partner().id()));
        assertThat(isRunning(one)).isFalse();
    }

    @Test
    void whoever_does_not_sign_is_reminded_twice_and_then_the_manager_hears_of_it() {
        var one = fixtures.asked();

        days(3);
        assertThat(told(one.admin(), one)).hasSize(2).last().isEqualTo("still waits for your signature");
        days(4);
        assertThat(told(one.admin(), one)).hasSize(3);
        assertThat(told(one.manager(), one)).isEmpty();
        days(3);
        assertThat(told(one.manager(), one)).containsExactly("has not signed");

        fixtures.signed(one);
        assertThat(isRunning(one)).isFalse();
    }

    @Test
    void whoever_has_signed_is_not_reminded() {
        var one = fixtures.signed(fixtures.asked());

        days(30);

        assertThat(told(one.admin(), one)).hasSize(2);
        assertThat(told(one.manager(), one)).isEmpty();
    }

    @Test
    void the_vendor_signs_what_a_distributor_has_signed() {
        var one = fixtures.signed(fixtures.askedDistributor());
        assertThat(fixtures.view(one).status()).isEqualTo(AgreementStatus.SIGNED);
        assertThat(told(one.manager(), one)).containsExactly("has signed, now it is our turn");
        assertThat(events.stream(AgreementInForce.class)).isEmpty();

        desk.decide(one.manager(), one.agreement().toString(), Map.of("signature", "sign"));

        var view = fixtures.view(one);
        assertThat(view.isInForce()).isTrue();
        assertThat(view.counterSignedBy()).isEqualTo(one.manager().person());
        assertThat(events.stream(AgreementInForce.class)).hasSize(1);
    }

    @Test
    void the_vendor_is_reminded_and_then_the_director_hears_of_it() {
        var one = fixtures.signed(fixtures.askedDistributor());
        var director = fixtures.staff(Role.DIRECTOR);

        days(2);
        assertThat(told(one.manager(), one)).hasSize(2).last().isEqualTo("waits for our signature");
        days(3);
        assertThat(told(director, one)).containsExactly("our signature is overdue");

        desk.decide(one.manager(), one.agreement().toString(), Map.of("signature", "sign"));
        assertThat(fixtures.view(one).isInForce()).isTrue();
    }

    @Test
    void the_vendor_does_not_sign_and_says_why() {
        var one = fixtures.signed(fixtures.askedDistributor());
        var silent = desk.tryToDecide(one.manager(), one.agreement().toString(), Map.of("signature", "decline"));
        assertThat(silent).isNotInstanceOf(DeskOutcome.Done.class);

        desk.decide(
                one.manager(), one.agreement().toString(), Map.of("signature", "decline", "reason", "Not this year."));

        assertThat(fixtures.view(one).status()).isEqualTo(AgreementStatus.DECLINED);
        assertThat(fixtures.view(one).reason()).isEqualTo("Not this year.");
        assertThat(told(one.admin(), one)).last().isEqualTo("is not offered any more");
        assertThat(events.stream(AgreementInForce.class)).isEmpty();
        assertThat(isRunning(one)).isFalse();
    }

    @Test
    void the_text_is_made_anew_and_the_signer_hears_of_it() {
        var one = fixtures.asked();

        assertThat(conclusion.again(one.manager(), one.agreement())).isInstanceOf(Done.class);
        assertThat(told(one.admin(), one)).last().isEqualTo("please read the new text");

        fixtures.signed(one);
        assertThat(conclusion.again(one.manager(), one.agreement()))
                .isEqualTo(new Refused(AgreementRefusal.NOT_POSSIBLE));
    }

    @Test
    void an_agreement_without_template_waits_until_there_is_one() {
        var one = fixtures.asked(wish -> wish.ofType("consultant"));
        assertThat(fixtures.view(one).status()).isEqualTo(AgreementStatus.WITHOUT_TEMPLATE);
        assertThat(told(one.manager(), one)).hasSize(1).first().asString().startsWith("no template fits");

        assertThat(conclusion.again(one.manager(), one.agreement()))
                .isEqualTo(new Refused(AgreementRefusal.TEMPLATE_MISSING));

        becomes(one, "reseller");
        assertThat(conclusion.again(one.manager(), one.agreement())).isInstanceOf(Done.class);
        fixtures.signed(one);
        assertThat(fixtures.view(one).isInForce()).isTrue();
    }

    @Test
    void the_vendor_takes_back_what_it_has_offered() {
        var one = fixtures.signed(fixtures.askedDistributor());

        assertThat(conclusion.withdraw(fixtures.staff(Role.FINANCE), one.agreement(), "Mine."))
                .isEqualTo(new Refused(AgreementRefusal.NOT_YOURS));
        assertThat(conclusion.withdraw(one.manager(), one.agreement(), " "))
                .isEqualTo(new Refused(AgreementRefusal.REASON_MISSING, "reason"));
        assertThat(conclusion.withdraw(one.manager(), one.agreement(), "Not now."))
                .isInstanceOf(Done.class);

        assertThat(told(one.admin(), one)).last().isEqualTo("is not offered any more");
        assertThat(isRunning(one)).isFalse();
        assertThat(jdbc.sql("select count(*) from task_entry where case_key = ?")
                        .param(one.agreement().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void becomes(Case one, String type) {
        var now = partners.get(one.partner().id());
        var changed = partners.change(
                one.manager(),
                now.id(),
                new PartnerChange(
                        now.name(),
                        PartnerType.of(type),
                        now.tier(),
                        now.region(),
                        now.locale(),
                        now.zone(),
                        now.currency(),
                        now.productLines(),
                        now.territories(),
                        partners.versionOf(now.id())));
        assertThat(changed).isInstanceOf(PartnerOutcome.Done.class);
    }

    private void days(int days) {
        desk.itIs(clock.instant().plus(Duration.ofDays(days)).plusSeconds(60));
    }

    /** The subjects of what somebody was sent about an agreement, without its number and the partner's name. */
    private List<String> told(Actor person, Case one) {
        var number = fixtures.view(one).number();
        return jdbc.sql("""
                        select subject from outbox_mail where recipient = (select email from person where id = ?)
                            and subject like ? order by position
                        """).params(person.person().id(), number + "%").query(String.class).list().stream()
                .map(subject -> subject.substring(number.length())
                        .replace(one.partner().name(), "")
                        .replaceFirst("^[: ]+", ""))
                .toList();
    }

    private boolean isRunning(Case one) {
        return engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(one.agreement().toString())
                        .count()
                > 0;
    }
}
