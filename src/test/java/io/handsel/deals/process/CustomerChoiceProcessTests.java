package io.handsel.deals.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.DesignateAccount;
import io.handsel.accounts.Designation;
import io.handsel.deals.ChoiceView;
import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealAction;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealNotFound;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStatus;
import io.handsel.deals.FileChoice;
import io.handsel.deals.RequestState;
import io.handsel.deals.process.DealDesk.Registered;
import io.handsel.engine.ProcessCoverage;
import io.handsel.forms.Attachment;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.DecisionOutcome.Decided;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The customer says in writing who is to sell to it: reviewed by somebody without a part in it, then done at once. */
@DealProcessTest
class CustomerChoiceProcessTests {

    private static final FileChoice LETTER = new FileChoice(
            "Carla Customer", "Head of IT", LocalDate.of(2026, 2, 27), "We have worked there for years.");

    @Autowired
    DealDesk desk;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    CustomersWord word;

    @Autowired
    DealRegistration registration;

    @Autowired
    DealOverview overview;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountRegister accounts;

    @Autowired
    MovableClock clock;

    DealFixtures.Wish wish;
    Registered holder;
    Registered chosen;

    @BeforeEach
    void one_has_the_customer_and_the_other_was_refused() {
        clock.moveTo(MovableClock.START);
        wish = aDeal().worth("5000");
        holder = desk.register(wish);
        chosen = desk.register(wish);
        assertThat(desk.status(chosen)).isEqualTo(DealStatus.REJECTED);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, CustomerChoiceContract.KEY).assertAtLeast(95);
    }

    @Test
    void the_customer_moves_when_the_letter_is_accepted() {
        assertThat(file(chosen)).isInstanceOf(Done.class);
        assertThat(desk.waiting(chosen)).containsExactly("ReviewChoice");
        assertThat(choice(chosen).state()).isEqualTo(RequestState.WAITING);

        assertThat(accept(chosen, director())).isInstanceOf(Decided.class);

        assertThat(desk.status(chosen)).isEqualTo(DealStatus.APPROVED);
        assertThat(desk.status(holder)).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(choice(chosen).state()).isEqualTo(RequestState.GRANTED);
        assertThat(desk.path(chosen)).contains("AwardDeal", "CustomerMoved", "TellPartnerAwarded");
        assertThat(desk.path(holder)).contains("TellPartnerTransferred");
        assertThat(claims.claimOf(chosen.deal().id()).orElseThrow().exclusive()).isTrue();
    }

    @Test
    void the_customer_stays_when_the_letter_is_not_accepted() {
        file(chosen);

        assertThat(decline(chosen, null)).isEqualTo(DecisionOutcome.refused("deals.refused.REASON_MISSING", "text"));
        assertThat(decline(chosen, "The letter names nobody.")).isInstanceOf(Decided.class);

        assertThat(desk.status(chosen)).isEqualTo(DealStatus.REJECTED);
        assertThat(desk.status(holder)).isEqualTo(DealStatus.APPROVED);
        assertThat(choice(chosen).decision()).isEqualTo("The letter names nobody.");
        assertThat(desk.path(chosen)).contains("TellPartnerChoiceDeclined", "CustomerStays");
        assertThat(file(chosen)).isInstanceOf(Done.class);
    }

    @Test
    void silence_reminds_and_escalates_and_decides_nothing() {
        file(chosen);

        desk.itIs("2026-03-03T09:00:00Z");
        assertThat(desk.path(chosen)).contains("RemindReviewer").doesNotContain("TellDirectorOverdue");
        desk.itIs("2026-03-06T09:00:00Z");

        assertThat(desk.path(chosen)).contains("TellDirectorOverdue", "TellPartnerOverdue");
        assertThat(desk.waiting(chosen)).containsExactly("ReviewChoice");
    }

    @Test
    void what_has_become_impossible_meanwhile_is_declined() {
        file(chosen);
        desk.acceptOnly(chosen, director());
        var account = claims.claimOf(holder.deal().id()).orElseThrow().account();
        accounts.designate(
                director(),
                account,
                new DesignateAccount(Designation.HOUSE, null, "Strategic", null, LocalDate.of(2026, 3, 1), null));
        desk.itIs(clock.instant());

        assertThat(desk.path(chosen)).contains("CannotBeMoved", "DeclineChoice");
        assertThat(desk.status(chosen)).isEqualTo(DealStatus.REJECTED);
        assertThat(choice(chosen).state()).isEqualTo(RequestState.DECLINED);
    }

    @Test
    void a_deal_that_is_withdrawn_has_nothing_left_to_choose() {
        registration.withdraw(holder.sales(), holder.deal(), "No budget.");
        var waiting = desk.register(wish.worth("30000"));
        assertThat(file(waiting)).isInstanceOf(Done.class);

        registration.withdraw(waiting.sales(), waiting.deal(), "No budget.");

        assertThat(desk.waiting(waiting)).isEmpty();
        assertThat(desk.path(waiting)).contains("DropChoice", "NothingLeftToChoose");
        assertThat(choice(waiting).state()).isEqualTo(RequestState.DECLINED);
    }

    @Test
    void without_a_letter_a_date_or_a_name_nothing_is_filed_and_a_second_one_waits_for_the_first() {
        assertThat(word.file(chosen.sales(), chosen.deal(), LETTER, Map.of()))
                .isEqualTo(new Refused(DealRefusal.FIELD_MISSING, "evidenceFiles"));
        var tomorrow = new FileChoice("Carla", null, LocalDate.of(2026, 3, 4), null);
        assertThat(word.file(chosen.sales(), chosen.deal(), tomorrow, letter()))
                .isEqualTo(new Refused(DealRefusal.CHOICE_DATE_IN_FUTURE, "chosenOn"));
        var nobody = new FileChoice(" ", null, LocalDate.of(2026, 3, 2), null);
        assertThat(word.file(chosen.sales(), chosen.deal(), nobody, letter()))
                .isEqualTo(new Refused(DealRefusal.FIELD_MISSING, "contactName"));
        assertThat(file(chosen)).isInstanceOf(Done.class);

        assertThat(file(chosen)).isEqualTo(new Refused(DealRefusal.CHOICE_NOT_OFFERED));
        assertThat(desk.waiting(chosen)).hasSize(1);
    }

    @Test
    void whoever_filed_it_belongs_to_a_partner_or_has_another_role_does_not_decide_it() {
        var manager = fixtures.actor(chosen.partner().manager());
        assertThat(word.file(manager, chosen.deal(), LETTER, letter())).isInstanceOf(Done.class);
        desk.itIs(clock.instant());

        for (var stranger : new Actor[] {manager, chosen.sales(), holder.sales(), fixtures.vendor(Role.FINANCE)}) {
            assertThat(accept(chosen, stranger))
                    .isEqualTo(DecisionOutcome.refused("deals.refused.NOT_YOURS_TO_DECIDE"));
        }
        assertThat(accept(chosen, director())).isInstanceOf(Decided.class);
    }

    @Test
    void where_nobody_else_has_the_customer_there_is_nothing_to_choose() {
        var alone = desk.register(aDeal());
        file(alone);

        assertThat(accept(alone, director())).isEqualTo(DecisionOutcome.refused("deals.refused.NO_OTHER_CLAIM"));
        assertThat(desk.status(alone)).isEqualTo(DealStatus.IN_REVIEW);
    }

    @Test
    void it_is_offered_alike_whether_somebody_has_the_customer_or_not() {
        var alone = desk.register(aDeal());
        assertThat(overview.details(alone.sales(), alone.deal()).actions()).contains(DealAction.FILE_CHOICE);
        assertThat(overview.details(chosen.sales(), chosen.deal()).actions()).contains(DealAction.FILE_CHOICE);
        assertThat(overview.details(holder.sales(), holder.deal()).actions()).doesNotContain(DealAction.FILE_CHOICE);

        desk.review(alone, desk.managerOf(alone), "reject", "too-early");
        assertThat(overview.details(alone.sales(), alone.deal()).actions()).doesNotContain(DealAction.FILE_CHOICE);
        assertThatThrownBy(() -> word.sheet(holder.sales(), chosen.deal())).isInstanceOf(DealNotFound.class);
    }

    private Actor director() {
        return fixtures.vendor(Role.DIRECTOR);
    }

    private DealOutcome file(Registered deal) {
        var outcome = word.file(deal.sales(), deal.deal(), LETTER, letter());
        desk.itIs(clock.instant());
        return outcome;
    }

    private static Map<String, List<Attachment>> letter() {
        var bytes = "%PDF-1.7 We choose Contoso.".getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "evidenceFiles",
                List.of(Attachment.received(
                        "letter.pdf", "application/pdf", bytes.length, () -> new ByteArrayInputStream(bytes))));
    }

    private ChoiceView choice(Registered deal) {
        return word.newest(deal.sales(), deal.deal()).orElseThrow();
    }

    private DecisionOutcome accept(Registered deal, Actor by) {
        return desk.choice(deal, by, "approve", null);
    }

    private DecisionOutcome decline(Registered deal, @Nullable String text) {
        return desk.choice(deal, director(), "reject", text);
    }
}
