package io.handsel.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.accounts.CompanyMarks;
import io.handsel.deals.DealFixtures;
import io.handsel.kernel.DomainName;
import io.handsel.partner.CompanyProfile;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerChange;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Role;
import java.sql.Connection;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionOperations;

/** Partners are recognised by what is known of them now. */
@ApplicationTest
class PartnerMarksTests {

    @Autowired
    PartnerMarks marks;

    @Autowired
    Partners partners;

    @Autowired
    CompanyProfiles companies;

    @Autowired
    DealFixtures deals;

    @Autowired
    PartnerMarksMigration migration;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private final String name = CompanyNames.next();
    private final CompanyMarks byName = CompanyMarks.of(name + " GmbH", null, null, null, null);
    private PartnerView partner;

    @BeforeEach
    void a_partner() {
        partner = deals.partner(wish -> wish.named(name));
    }

    @Test
    void a_partner_is_recognised_from_the_first_moment_on() {
        assertThat(marks.alike(byName)).containsOnlyKeys(partner.id());
    }

    @Test
    void what_is_written_down_later_counts_and_what_it_replaces_does_not() {
        var director = deals.vendor(Role.DIRECTOR);
        var first = "first-" + partner.id() + ".com";
        var second = "second-" + partner.id() + ".com";

        for (var domain : new String[] {first, second}) {
            assertThat(companies.change(director, partner.id(), at(domain), companies.versionOf(partner.id())))
                    .isInstanceOf(PartnerOutcome.Done.class);
        }

        assertThat(marks.alike(CompanyMarks.of("", null, second, null, null))).containsOnlyKeys(partner.id());
        assertThat(marks.alike(CompanyMarks.of("", null, first, null, null))).isEmpty();
    }

    @Test
    void a_new_name_counts_and_the_one_before_does_not() {
        var other = CompanyNames.next();
        var change = new PartnerChange(
                other,
                partner.type(),
                partner.tier(),
                partner.region(),
                partner.locale(),
                partner.zone(),
                partner.currency(),
                partner.productLines(),
                partner.territories(),
                partners.versionOf(partner.id()));

        assertThat(partners.change(deals.vendor(Role.DIRECTOR), partner.id(), change))
                .isInstanceOf(PartnerOutcome.Done.class);

        assertThat(marks.alike(CompanyMarks.of(other, null, null, null, null))).containsOnlyKeys(partner.id());
        assertThat(marks.alike(byName)).isEmpty();
    }

    @Test
    void whoever_has_ended_is_nobody_any_more_whatever_is_written_down_later() {
        var director = deals.vendor(Role.DIRECTOR);
        var domain = "ended-" + partner.id() + ".com";
        partners.become(director, partner.id(), PartnerStanding.ENDED);
        assertThat(marks.alike(byName)).isEmpty();

        companies.change(director, partner.id(), at(domain), companies.versionOf(partner.id()));

        assertThat(marks.alike(CompanyMarks.of(name, null, domain, null, null))).isEmpty();
    }

    @Test
    void partners_of_the_time_before_are_marked_unless_they_had_ended() {
        var ended = deals.partner(wish -> wish.named(name));
        partners.become(deals.vendor(Role.DIRECTOR), ended.id(), PartnerStanding.ENDED);
        var before = marks.alike(byName);
        var context = new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return DataSourceUtils.getConnection(database);
            }
        };
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from partner_mark").update();
            jdbc.sql("insert into partner_mark (partner_id, name_mark) values (?, ?)")
                    .params(ended.id().id(), byName.name())
                    .update();

            migration.migrate(context);
        });

        assertThat(marks.alike(byName)).containsOnlyKeys(partner.id()).isEqualTo(before);
    }

    private static CompanyProfile at(String domain) {
        return new CompanyProfile(new DomainName(domain), null, null, null, null, null, null, null);
    }
}
