package io.handsel.crash;

import io.handsel.deals.DealFixtures;
import io.handsel.kernel.EmailAddress;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who plays: partners with one sales person each, and the managers who take care of them. They are registered by the
 * application's own services, in a run of it before the play begins.
 */
record Cast(List<String> sales, List<String> managers) {

    static final String PASSWORD = PersonFixtures.PASSWORD;

    static Cast registeredIn(Map<String, Object> dataSource, int partners, int managers) {
        var sales = new ArrayList<String>();
        var leads = new ArrayList<String>();
        try (var context = Backstage.open(dataSource, DealFixtures.class)) {
            var people = context.getBean(People.class);
            var fixtures = context.getBean(DealFixtures.class);
            for (int i = 0; i < managers; i++) {
                var name = "crash-manager-" + i;
                leads.add(name);
                var manager = people.register(NewPerson.ofVendor(
                                name, "Manager " + i, EmailAddress.parse(name + "@vendor.example"), Role.MANAGER)
                        .withPassword(PASSWORD));
                for (int j = i; j < partners; j += managers) {
                    var company = "Partner " + j;
                    var partner = fixtures.partner(wish -> wish.named(company).managedBy(manager.id()));
                    var seller = "crash-sales-" + j;
                    sales.add(seller);
                    people.register(NewPerson.ofPartner(
                                    partner.id().organisation(),
                                    seller,
                                    "Sales " + j,
                                    EmailAddress.parse(seller + "@partner.example"),
                                    Role.PARTNER_SALES)
                            .withPassword(PASSWORD));
                }
            }
        }
        return new Cast(List.copyOf(sales), List.copyOf(leads));
    }
}
