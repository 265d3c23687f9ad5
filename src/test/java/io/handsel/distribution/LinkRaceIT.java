package io.handsel.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.AtOnce;
import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.disputes.DisputeTest;
import io.handsel.distribution.LinkOutcome.Done;
import io.handsel.distribution.LinkOutcome.Refused;
import io.handsel.engine.DueJobs;
import io.handsel.partner.PartnerStanding;
import io.handsel.security.People;
import io.handsel.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two who do something to one link at the same moment, on PostgreSQL. */
@DisputeTest
class LinkRaceIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    BeanFactory beans;

    @Autowired
    ResellerInvitations invitations;

    @Autowired
    ResellerLinks links;

    @Autowired
    BoughtThrough bought;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private DistributionFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = DistributionFixtures.in(beans);
    }

    @RepeatedTest(5)
    void of_those_who_invite_one_company_at_once_one_has_invited_it() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var colleague = fixtures.person(distributor.partner(), Role.PARTNER_ADMIN);

        var heard = AtOnce.heard(Stream.of(distributor.admin(), colleague, distributor.admin(), colleague)
                .map(by -> (Callable<LinkOutcome>) () -> invitations.invite(by, reseller.domain(), "Hello."))
                .toList());

        assertThat(heard).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(heard)
                .filteredOn(Refused.class::isInstance)
                .containsOnly(new Refused(LinkRefusal.ALREADY_INVITED, "address"));
    }

    @RepeatedTest(5)
    void of_two_addresses_of_one_company_at_once_one_leads_to_it() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var somebody = beans.getBean(People.class)
                .get(reseller.sales().person())
                .email()
                .address();

        var heard = AtOnce.heard(
                () -> invitations.invite(distributor.admin(), reseller.domain(), "Hello."),
                () -> invitations.invite(distributor.admin(), somebody, "Hello."));

        assertThat(heard).allMatch(Done.class::isInstance);
        assertThat(jdbc.sql("select count(*) from reseller_link where reseller_id = ?")
                        .param(reseller.partner().id().id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void of_many_at_once_no_more_go_out_than_may_wait() throws Exception {
        var distributor = fixtures.distributor();
        IntStream.range(0, 18)
                .forEach(each -> invitations.invite(distributor.admin(), "company-" + each + ".example", "Hello."));

        var heard = AtOnce.heard(IntStream.range(0, 6)
                .mapToObj(each -> (Callable<LinkOutcome>)
                        () -> invitations.invite(distributor.admin(), "late-" + each + ".example", "Hello."))
                .toList());

        assertThat(heard).filteredOn(Done.class::isInstance).hasSize(2);
    }

    @RepeatedTest(5)
    void what_is_accepted_and_taken_back_at_once_is_one_of_both() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        var heard = AtOnce.heard(
                () -> links.accept(reseller.admin(), link, Set.of(SharedPart.DEALS)),
                () -> invitations.cancel(distributor.admin(), link),
                () -> links.reject(reseller.admin(), link));
        jobs.run();

        assertThat(heard).filteredOn(Done.class::isInstance).hasSize(1);
        var expected = Stream.of(LinkStatus.ACCEPTED, LinkStatus.CANCELLED, LinkStatus.REJECTED)
                .toList()
                .get(heard.indexOf(new Done(link)));
        assertThat(fixtures.status(link)).isEqualTo(expected);
    }

    @RepeatedTest(5)
    void what_is_accepted_while_the_distributor_ends_is_in_force_for_nobody() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        AtOnce.heard(List.of(
                () -> {
                    fixtures.become(distributor, PartnerStanding.ENDED);
                    return true;
                },
                () -> {
                    try {
                        return links.accept(reseller.admin(), link, Set.of()) instanceof Done;
                    } catch (OptimisticLockingFailureException overtaken) {
                        return false;
                    }
                }));
        jobs.run();

        assertThat(fixtures.status(link)).isIn(LinkStatus.CANCELLED, LinkStatus.ENDED);
    }

    @RepeatedTest(5)
    void of_two_who_choose_at_once_the_later_counts() throws Exception {
        var reseller = fixtures.reseller();
        var deal = fixtures.deal(reseller);
        var one = fixtures.linked(fixtures.distributor(), reseller);
        var other = fixtures.linked(fixtures.distributor(), reseller);

        var heard = AtOnce.heard(
                () -> bought.choose(reseller.sales(), deal, one), () -> bought.choose(reseller.admin(), deal, other));

        assertThat(heard).allMatch(Optional::isEmpty);
        assertThat(bought.nameOf(deal)).isPresent();
    }

    /** The same that is tried on H2 in {@link ResellerLinkTests}. */
    @Test
    void the_database_knows_one_link_that_waits_or_is_in_force() {
        var link = fixtures.linked(fixtures.distributor(), fixtures.reseller());

        for (var open : List.of("open_address", "open_reseller")) {
            assertThatThrownBy(() -> jdbc.sql(ResellerLinkTests.second(open).replace("random_uuid", "gen_random_uuid"))
                            .param(link.id())
                            .update())
                    .as("a second link with the same " + open)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
