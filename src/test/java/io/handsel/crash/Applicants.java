package io.handsel.crash;

import io.handsel.MovableClock;
import io.handsel.applications.ApplicationFixtures;
import io.handsel.deals.DealFixtures;
import io.handsel.dns.DnsServerConfiguration;
import io.handsel.kernel.EmailAddress;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryFixtures;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who wants to become a partner, and who decides about it: companies whose applications wait in review, their domains
 * proven, and the manager and the director of their territory.
 *
 * @param addresses the companies with the address of their contact, who signs in with it once they are a partner
 * @param distributors those that need a second pair of eyes, and our signature too
 */
record Applicants(Map<String, String> addresses, Set<String> distributors) {

    static final String MANAGER = "crash-manager";
    static final String DIRECTOR = "crash-director";
    /** The name of everybody's contact, to be typed as a signature. */
    static final String CONTACT = "Carla Contact";

    /** @param companies how many apply; every fourth wants to be a distributor */
    static Applicants in(Map<String, Object> dataSource, int companies) {
        Map<String, String> addresses = new LinkedHashMap<>();
        Set<String> distributors = new TreeSet<>();
        try (var context = Backstage.open(
                dataSource,
                MovableClock.class,
                DealFixtures.class,
                ApplicationFixtures.class,
                DnsServerConfiguration.class)) {
            context.getBean(MovableClock.class).moveTo(Clock.systemUTC().instant());
            var people = context.getBean(People.class);
            TerritoryFixtures.germany()
                    .managedBy(vendor(people, MANAGER, Role.MANAGER).id())
                    .directedBy(vendor(people, DIRECTOR, Role.DIRECTOR).id())
                    .registeredIn(context.getBean(Territories.class), people);
            var fixtures = context.getBean(ApplicationFixtures.class);
            for (int i = 0; i < companies; i++) {
                var answers = ApplicationFixtures.answers();
                var company = String.valueOf(answers.get("businessName"));
                answers.put("contactName", CONTACT);
                if (i % 4 == 3) {
                    answers.put("partnerType", "distributor");
                    distributors.add(company);
                }
                fixtures.applied(answers);
                addresses.put(company, String.valueOf(answers.get("contactEmail")));
            }
        }
        return new Applicants(addresses, distributors);
    }

    private static PersonView vendor(People people, String name, Role role) {
        return people.register(NewPerson.ofVendor(name, name, EmailAddress.parse(name + "@vendor.example"), role)
                .withPassword(Cast.PASSWORD));
    }
}
