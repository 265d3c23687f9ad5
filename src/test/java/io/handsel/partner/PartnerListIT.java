package io.handsel.partner;

import static io.handsel.partner.PartnerFixtures.aManager;
import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.AtOnce;
import io.handsel.PostgresDatabase;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.partner.PartnerFilter.Order;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What PostgreSQL does in its own way: it sorts names and ids differently, and lets two who change one record wait. */
@SpringBootTest
@ActiveProfiles("test")
class PartnerListIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    Partners partners;

    @Autowired
    PartnerList list;

    @Autowired
    PartnerCare care;

    @Autowired
    PartnerStandings standings;

    @Autowired
    PartnerAccess access;

    @Autowired
    Clock clock;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    People people;

    @ParameterizedTest
    @CsvSource({"NAME, false", "NAME, true", "TIER, false", "TIER, true", "STANDING, false"})
    void pages_lose_and_repeat_nobody(Order order, boolean descending) {
        var names = new String[] {"Äpfel & Co", "apfel", "Zeta", "zeta", "Ösi", "O'Neil", "100 %", "_under", "Émile"};
        var manager = aManager(people).id();
        for (var name : names) {
            aPartner()
                    .named(name)
                    .inTier(name.length() % 2 == 0 ? "gold" : "silver")
                    .managedBy(manager)
                    .registeredIn(partners, people);
        }

        var seen = new ArrayList<PartnerId>();
        var filter = new PartnerFilter(null, manager, null, null, order, descending, null);
        var page = list.page(filter, 2);
        page.rows().forEach(row -> seen.add(row.id()));
        while (page.next() != null) {
            page = list.page(new PartnerFilter(null, manager, null, null, order, descending, page.next()), 2);
            page.rows().forEach(row -> seen.add(row.id()));
        }

        assertThat(seen).hasSize(names.length).doesNotHaveDuplicates();
    }

    @RepeatedTest(5)
    void of_two_who_hand_one_partner_over_at_once_one_has_done_it_and_the_other_hears_so() throws Exception {
        var manager = aManager(people);
        var partner = aPartner().managedBy(manager.id()).activeIn(partners, people);
        var wanted = List.of(aManager(people).id(), aManager(people).id());
        var director = people.register(PersonFixtures.someone(Role.DIRECTOR)).actor();

        var heard = AtOnce.heard(
                () -> care.handOver(manager.actor(), partner.id(), manager.id(), wanted.get(0)),
                () -> care.handOver(director, partner.id(), manager.id(), wanted.get(1)));

        assertThat(heard).containsExactlyInAnyOrder(HandOverOutcome.HANDED_OVER, HandOverOutcome.HANDED_OVER_MEANWHILE);
        assertThat(partners.get(partner.id()).manager())
                .isEqualTo(wanted.get(heard.indexOf(HandOverOutcome.HANDED_OVER)));
    }

    @RepeatedTest(5)
    void of_two_nodes_that_end_the_access_of_one_partner_at_once_one_does_it() throws Exception {
        var manager = aManager(people);
        var partner = aPartner().managedBy(manager.id()).activeIn(partners, people);
        standings.change(
                manager.actor(),
                partner.id(),
                PartnerStanding.ENDED,
                MatterDecisions.NONE,
                "Over.",
                clock.instant().plusSeconds(3600));
        transactions.executeWithoutResult(status -> jdbc.sql("update partner set access_until = ? where id = ?")
                .params(Timestamp.from(clock.instant()), partner.id().id())
                .update());

        AtOnce.heard(this::lookForWhatIsOver, this::lookForWhatIsOver);

        assertThat(audit.of(new CaseReference("partner", partner.id().id())))
                .filteredOn(entry -> entry.action().equals("access-ended"))
                .hasSize(1);
    }

    private boolean lookForWhatIsOver() {
        access.endWhatIsOver();
        return true;
    }

    @Test
    void finds_a_part_of_a_name_taken_literally() {
        var found = aPartner().named("Half_100% Systems").registeredIn(partners, people);

        var page = list.page(new PartnerFilter("_100% s", null, null, null, Order.NAME, false, null), 10);

        assertThat(page.rows()).extracting(PartnerPage.Row::id).containsExactly(found.id());
    }
}
