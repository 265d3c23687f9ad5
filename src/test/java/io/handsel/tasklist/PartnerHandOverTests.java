package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.kernel.Money;
import io.handsel.kernel.Period;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.partner.SubstitutionOutcome.Agreed;
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.Deputies.Appointment;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.DeskOutcome.Overtaken;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks follow whoever takes care of the partner. */
@ErrandDomain
class PartnerHandOverTests {

    @Autowired
    Errands errands;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskDesk desk;

    @Autowired
    PartnerCare care;

    @Autowired
    Partners partners;

    @Autowired
    Deputies deputies;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    PersonView mona;
    PersonView max;
    PersonView dirk;
    PartnerView partner;

    @BeforeEach
    void begin() {
        errands.publish();
        mona = errands.person("Mona", Role.MANAGER);
        max = errands.person("Max", Role.MANAGER);
        dirk = errands.person("Dirk", Role.DIRECTOR);
        partner = PartnerFixtures.aPartner().managedBy(mona.id()).activeIn(partners, people);
    }

    @Test
    void the_old_managers_tasks_of_the_partner_go_to_the_new_one_at_once() {
        var summary = summary(partner.id().organisation(), Set.of());
        var held = errands.start(summary, null);
        var free = errands.start(summary(partner.id().organisation(), Set.of()), null);
        var elsewhere = errands.start(summary(OrganisationId.create(), Set.of()), null);
        desk.claim(mona.actor(), held);
        desk.claim(mona.actor(), elsewhere);
        var version = entry(held).version();

        care.handOver(dirk.actor(), partner.id(), mona.id(), max.id());

        assertThat(entry(held).assigneeName()).isEqualTo("Max");
        assertThat(entry(held).version()).isGreaterThan(version);
        assertThat(entry(free).assignee()).isNull();
        assertThat(entry(elsewhere).assigneeName()).isEqualTo("Mona");
        assertThat(audit.of(summary.subject()))
                .last()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("task-handed-over"))
                .extracting(AuditEntry::actor)
                .isEqualTo("Dirk");
    }

    @Test
    void what_a_deputy_took_for_the_old_manager_goes_too() {
        var task = errands.start(summary(partner.id().organisation(), Set.of()), null);
        var from = clock.instant().minusSeconds(1);
        deputies.appoint(
                mona.actor(), new Appointment(mona.id(), dirk.id(), from, from.plus(Duration.ofDays(2)), null, null));
        assertThat(desk.claim(dirk.actor(), task)).isEqualTo(new Done());

        care.handOver(dirk.actor(), partner.id(), mona.id(), max.id());

        assertThat(entry(task).assigneeName()).isEqualTo("Max");
    }

    @Test
    void a_task_the_new_manager_may_not_decide_goes_back_to_its_group() {
        var task = errands.start(summary(partner.id().organisation(), Set.of(max.id())), null);
        desk.claim(mona.actor(), task);

        care.handOver(dirk.actor(), partner.id(), mona.id(), max.id());

        assertThat(entry(task).assignee()).isNull();
    }

    @Test
    void a_holiday_lets_the_substitute_decide_and_its_end_takes_that_back() {
        var task = errands.start(summary(partner.id().organisation(), Set.of()), null);
        desk.claim(mona.actor(), task);
        assertThat(desk.claim(max.actor(), task)).isInstanceOf(Overtaken.class);

        var agreed = (Agreed)
                care.substitute(mona.actor(), mona.id(), max.id(), Period.of(Duration.ofDays(7), clock.instant()));
        assertThat(inbox.page(max.actor(), TaskFilter.of(TaskFilter.Scope.SUBSTITUTE), null)
                        .entries())
                .extracting(TaskEntry::id)
                .contains(task);
        care.withdraw(mona.actor(), agreed.substitution().id());
        assertThat(desk.claim(max.actor(), task)).isInstanceOf(Overtaken.class);

        care.substitute(mona.actor(), mona.id(), max.id(), Period.of(Duration.ofDays(7), clock.instant()));
        assertThat(desk.claim(max.actor(), task)).isEqualTo(new Done());
    }

    private TaskEntry entry(String task) {
        return inbox.find(task).orElseThrow();
    }

    private CaseSummary summary(OrganisationId organisation, Set<PersonId> excluded) {
        return new CaseSummary(
                "Seats",
                "Acme Resale",
                organisation,
                "South",
                Money.euros("5000"),
                "standard",
                new CaseReference("errand", UUID.randomUUID()),
                excluded);
    }
}
