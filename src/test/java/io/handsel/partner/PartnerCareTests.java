package io.handsel.partner;

import static io.handsel.partner.PartnerFixtures.aManager;
import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Period;
import io.handsel.partner.SubstitutionOutcome.Agreed;
import io.handsel.partner.SubstitutionOutcome.Reason;
import io.handsel.partner.SubstitutionOutcome.Refused;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.territory.TerritoryId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest
@ActiveProfiles("test")
@RecordApplicationEvents
class PartnerCareTests {

    private static final TerritoryId NOWHERE = TerritoryId.create();

    @Autowired
    Partners partners;

    @Autowired
    PartnerCare care;

    @Autowired
    Clock clock;

    @Autowired
    People people;

    private PersonId manager;
    private PersonId substitute;
    private Actor actor;
    private Period holiday;
    private PartnerView partner;

    @BeforeEach
    void a_partner_and_a_holiday_next_week() {
        manager = aManager(people).id();
        substitute = aManager(people).id();
        actor = people.actor(manager);
        holiday = Period.of(Duration.ofDays(7), clock.instant().plus(Duration.ofDays(7)));
        partner = aPartner().managedBy(manager).activeIn(partners, people);
    }

    @Test
    void keeps_what_was_registered() {
        assertThat(partners.get(partner.id())).isEqualTo(partner);
        assertThat(partner.standing()).isEqualTo(PartnerStanding.ACTIVE);
        assertThat(partner.productLines()).containsExactlyInAnyOrder("security", "backup");
    }

    @Test
    void a_substitute_takes_care_from_the_first_day_until_the_last_and_not_longer() {
        care.substitute(actor, manager, substitute, holiday);

        assertThat(caresAt(holiday.start().minusMillis(1))).isEqualTo(manager);
        assertThat(caresAt(holiday.start())).isEqualTo(substitute);
        assertThat(caresAt(holiday.end().minusMillis(1))).isEqualTo(substitute);
        assertThat(caresAt(holiday.end())).isEqualTo(manager);
        assertThat(care.substituteFor(manager, holiday.start())).contains(substitute);
        assertThat(care.substituteFor(manager, holiday.end())).isEmpty();
        assertThat(care.standingInFor(substitute, holiday.start())).containsExactly(manager);
        assertThat(care.standingInFor(substitute, holiday.end())).isEmpty();
    }

    @Test
    void a_substitute_who_is_away_too_passes_the_care_on() {
        var third = aManager(people).id();
        care.substitute(actor, manager, substitute, holiday);
        care.substitute(people.actor(substitute), substitute, third, holiday);

        assertThat(caresAt(holiday.start())).isEqualTo(third);
        assertThat(care.standingInFor(third, holiday.start())).containsExactlyInAnyOrder(manager, substitute);
    }

    @Test
    void two_who_stand_in_for_each_other_keep_their_own_partners() {
        care.substitute(actor, manager, substitute, holiday);
        care.substitute(people.actor(substitute), substitute, manager, holiday);

        assertThat(caresAt(holiday.start())).isEqualTo(manager);
        assertThat(care.standingInFor(manager, holiday.start())).containsExactly(substitute);
    }

    @Test
    void refuses_a_second_substitute_for_the_same_time() {
        care.substitute(actor, manager, substitute, holiday);

        assertThat(care.substitute(actor, manager, aManager(people).id(), holiday))
                .isEqualTo(new Refused(Reason.ALREADY_SUBSTITUTED));
        assertThat(care.substitute(actor, manager, aManager(people).id(), Period.of(Duration.ofDays(1), holiday.end())))
                .isInstanceOf(Agreed.class);
    }

    @Test
    void refuses_somebody_who_is_no_manager() {
        var clerk = people.register(NewPerson.ofVendor(
                "clerk-" + UUID.randomUUID(), "Cleo Clerk", EmailAddress.parse("c@vendor.example"), Role.FINANCE));

        assertThat(care.substitute(actor, manager, clerk.id(), holiday)).isEqualTo(new Refused(Reason.NOT_A_MANAGER));
        assertThat(care.handOver(actor, partner.id(), manager, clerk.id())).isEqualTo(HandOverOutcome.NOT_A_MANAGER);
        assertThat(caresAt(clock.instant())).isEqualTo(manager);
    }

    @Test
    void the_database_refuses_a_partner_without_a_known_manager() {
        assertThatThrownBy(() -> aPartner().managedBy(PersonId.create()).registeredIn(partners, people))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refuses_oneself_and_the_past() {
        var lastYear = Period.of(Duration.ofDays(7), clock.instant().minus(Duration.ofDays(365)));

        assertThat(care.substitute(actor, manager, manager, holiday)).isEqualTo(new Refused(Reason.SAME_PERSON));
        assertThat(care.substitute(actor, manager, substitute, lastYear)).isEqualTo(new Refused(Reason.IN_THE_PAST));
    }

    @Test
    void a_withdrawn_substitution_counts_no_more() {
        var agreed = (Agreed) care.substitute(actor, manager, substitute, holiday);

        care.withdraw(actor, agreed.substitution().id());

        assertThat(caresAt(holiday.start())).isEqualTo(manager);
        assertThat(care.substitutionsOf(manager)).isEmpty();
    }

    @Test
    void a_hand_over_is_for_good_and_is_made_known(ApplicationEvents news) {
        care.handOver(actor, partner.id(), manager, substitute);

        assertThat(caresAt(clock.instant())).isEqualTo(substitute);
        assertThat(news.stream(PartnerHandedOver.class))
                .containsExactly(new PartnerHandedOver(actor, partner.id(), manager, substitute));
    }

    @Test
    void nobody_ends_the_substitution_of_somebody_else() {
        var agreed = (Agreed) care.substitute(actor, manager, substitute, holiday);

        care.withdraw(people.actor(aManager(people).id()), agreed.substitution().id());

        assertThat(caresAt(holiday.start())).isEqualTo(substitute);
    }

    @Test
    void a_manager_who_has_left_gets_no_partner_and_stands_in_for_nobody() {
        people.deactivate(substitute);

        assertThat(care.handOver(actor, partner.id(), manager, substitute)).isEqualTo(HandOverOutcome.NOT_A_MANAGER);
        assertThat(care.substitute(actor, manager, substitute, holiday)).isEqualTo(new Refused(Reason.NOT_A_MANAGER));
    }

    @Test
    void who_has_a_partner_already_is_handed_nothing(ApplicationEvents news) {
        assertThat(care.handOver(actor, partner.id(), manager, manager)).isEqualTo(HandOverOutcome.HANDED_OVER);

        assertThat(news.stream(PartnerHandedOver.class)).isEmpty();
    }

    @Test
    void is_registered_by_who_may_where_we_know_it_and_not_as_ended() {
        var wanted = aPartner().wanted(manager);

        assertThat(partners.register(PersonFixtures.actor(Role.FINANCE), wanted, PartnerStanding.ACTIVE))
                .isEqualTo(new PartnerOutcome.Refused(PartnerRefusal.NOT_YOURS));
        assertThat(partners.register(actor, wanted, PartnerStanding.ENDED))
                .isEqualTo(new PartnerOutcome.Refused(PartnerRefusal.NOT_POSSIBLE));
        assertThat(partners.register(actor, aPartner().covering(NOWHERE).wanted(manager), PartnerStanding.ACTIVE))
                .isEqualTo(new PartnerOutcome.Refused(PartnerRefusal.UNKNOWN_TERRITORY));
        assertThat(partners.change(
                        actor,
                        partner.id(),
                        new PartnerChange(
                                partner.name(),
                                partner.type(),
                                partner.tier(),
                                partner.region(),
                                partner.locale(),
                                partner.zone(),
                                partner.currency(),
                                partner.productLines(),
                                Set.of(NOWHERE),
                                partners.versionOf(partner.id()))))
                .isEqualTo(new PartnerOutcome.Refused(PartnerRefusal.UNKNOWN_TERRITORY));
    }

    @Test
    void a_deal_makes_active_only_who_is_in_onboarding() {
        assertThatThrownBy(() -> partners.activate(partner.id())).isInstanceOf(IllegalStateException.class);

        var suspended = aPartner().activeIn(partners, people);
        partners.become(actor, suspended.id(), PartnerStanding.SUSPENDED);
        assertThatThrownBy(() -> partners.activate(suspended.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoever_is_a_manager_no_more_looks_after_nothing() {
        var was = people.actor(manager);
        assertThat(partners.mayLookAfter(was, partner.id())).isTrue();

        assertThat(partners.mayLookAfter(was.with(Set.of(Role.FINANCE)), partner.id()))
                .isFalse();
    }

    /** The second line: those who ask whether it is possible do not come this far. */
    @Test
    void a_partner_leaves_out_no_standing() {
        var ended = aPartner().activeIn(partners, people);
        partners.become(actor, ended.id(), PartnerStanding.ENDED);

        assertThatThrownBy(() -> partners.become(actor, ended.id(), PartnerStanding.ACTIVE))
                .isInstanceOf(IllegalStateException.class);
    }

    private PersonId caresAt(Instant moment) {
        return care.managerOf(partner.id(), moment);
    }
}
