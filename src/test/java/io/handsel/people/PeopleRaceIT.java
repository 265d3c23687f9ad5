package io.handsel.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.AtOnce;
import io.handsel.PostgresDatabase;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandings;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.LocationId;
import io.handsel.security.PasswordLinks;
import io.handsel.security.People;
import io.handsel.security.PersonChange;
import io.handsel.security.PersonDirectory;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when several do the same to people at once, on PostgreSQL. */
@SpringBootTest
@ActiveProfiles("test")
class PeopleRaceIT {

    private static final int ROUNDS = 25;
    private static final int AT_ONCE = 8;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    PeopleAdministration administration;

    @Autowired
    PersonDirectory directory;

    @Autowired
    PasswordLinks links;

    @Autowired
    People people;

    @Autowired
    Partners partners;

    @Autowired
    PartnerLocations locations;

    @Autowired
    PartnerStandings standings;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void one_of_eight_gets_a_sign_in_name_and_the_others_are_told_that_it_is_taken() throws Exception {
        var operator = people.register(PersonFixtures.someone(Role.OPERATOR)).actor();
        for (int round = 0; round < ROUNDS; round++) {
            var wish = PersonFixtures.someone(Role.MANAGER);

            var outcomes = together(AT_ONCE, one -> () -> administration.invite(operator, wish));

            assertThat(outcomes)
                    .filteredOn(PersonOutcome.Done.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(new PersonOutcome.Refused(PersonRefusal.NAME_TAKEN)::equals)
                    .hasSize(AT_ONCE - 1);
        }
    }

    @Test
    void nobody_stays_active_at_a_partner_that_is_ended_while_they_are_invited() throws Exception {
        var operator = people.register(PersonFixtures.someone(Role.OPERATOR)).actor();
        for (int round = 0; round < ROUNDS; round++) {
            var partner = PartnerFixtures.aPartner().activeIn(partners, people);
            var organisation = partner.id().organisation();

            together(
                    AT_ONCE,
                    one -> () -> one == 0
                            ? standings.change(operator, partner.id(), PartnerStanding.ENDED, "Closed down.")
                            : administration.invite(
                                    operator,
                                    PersonFixtures.someone(Role.PARTNER_SALES).workingFor(organisation)));

            assertThat(people.ofOrganisation(organisation))
                    .as("round %s", round)
                    .noneMatch(PersonView::active);
        }
    }

    @Test
    void of_two_operators_who_take_the_role_from_each_other_one_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            people.everybody().stream()
                    .filter(person -> person.roles().contains(Role.OPERATOR))
                    .forEach(person -> people.deactivate(person.id()));
            var one = people.register(PersonFixtures.someone(Role.OPERATOR));
            var other = people.register(PersonFixtures.someone(Role.OPERATOR));
            boolean byRole = round % 2 == 0;

            together(2, at -> () -> {
                var by = at == 0 ? one : other;
                var whom = at == 0 ? other : one;
                return byRole
                        ? administration.change(
                                by.actor(),
                                whom.id(),
                                new PersonChange(
                                        whom.name(),
                                        whom.email(),
                                        null,
                                        Set.of(Role.DESIGNER),
                                        null,
                                        whom.locale(),
                                        whom.zone(),
                                        directory.get(whom.id()).version()))
                        : administration.deactivate(by.actor(), whom.id());
            });

            assertThat(people.withRole(Role.OPERATOR)).as("round " + round).hasSize(1);
        }
    }

    @Test
    void a_link_that_is_used_by_several_at_once_counts_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var person = people.register(PersonFixtures.someone(Role.MANAGER)).id();
            var link = transaction.execute(status -> links.offer(person));

            var arrived = together(AT_ONCE, one -> () -> {
                try {
                    return administration.arrive(link.token(), "four words for number " + one);
                } catch (ConcurrencyFailureException faster) {
                    return Optional.empty();
                }
            });

            assertThat(arrived).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    @Test
    void of_two_administrators_who_limit_each_other_at_once_one_stays_of_all_locations() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var partner = PartnerFixtures.aPartner().activeIn(partners, people);
            var organisation = partner.id().organisation();
            var linz = location(partner);
            var one = people.register(PersonFixtures.someoneOf(organisation, Role.PARTNER_ADMIN));
            var other = people.register(PersonFixtures.someoneOf(organisation, Role.PARTNER_ADMIN));

            together(
                    2,
                    at -> () -> administration.change(
                            at == 0 ? one.actor() : other.actor(),
                            (at == 0 ? other : one).id(),
                            limiting(at == 0 ? other : one, linz)));

            assertThat(people.administratorsOf(organisation))
                    .as("round " + round)
                    .hasSize(1);
        }
    }

    @Test
    void nobody_is_limited_to_a_location_while_it_is_closed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var partner = PartnerFixtures.aPartner().activeIn(partners, people);
            var linz = location(partner);
            var manager = people.actor(partner.manager());
            var operator =
                    people.register(PersonFixtures.someone(Role.OPERATOR)).actor();
            var sven = people.register(PersonFixtures.someoneOf(partner.id().organisation()));

            together(
                    2,
                    at -> () -> at == 0
                            ? locations.close(manager, partner.id(), linz)
                            : administration.change(operator, sven.id(), limiting(sven, linz)));

            assertThat(locations.find(partner.id(), linz).orElseThrow().open())
                    .as("round " + round)
                    .isEqualTo(linz.equals(people.get(sven.id()).location()));
        }
    }

    private LocationId location(PartnerView partner) {
        return Locations.add(locations, people.actor(partner.manager()), partner.id(), "Linz");
    }

    private PersonChange limiting(PersonView person, LocationId location) {
        return PersonFixtures.limiting(directory.get(person.id()), location);
    }

    private static <T> List<T> together(int many, IntFunction<Callable<T>> act) throws Exception {
        return AtOnce.heard(IntStream.range(0, many).mapToObj(act).toList());
    }
}
