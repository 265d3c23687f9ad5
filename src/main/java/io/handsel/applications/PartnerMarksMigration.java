package io.handsel.applications;

import io.handsel.accounts.CompanyMarks;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Marks the partners of the time when nothing was kept of them, once; what a mark is SQL alone does not know. */
@Component
class PartnerMarksMigration implements JavaMigration {

    private static final int PAGE = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611225201");
    }

    @Override
    public String getDescription() {
        return "applications partner marks of before";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    private record Known(UUID id, CompanyMarks marks) {}

    /** Anew, because those of partners that had ended were kept, too. */
    @Override
    public void migrate(Context context) {
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.update("delete from partner_mark");
        for (var page = after(jdbc, BEFORE_ALL);
                !page.isEmpty();
                page = after(jdbc, page.get(page.size() - 1).id())) {
            jdbc.batchUpdate(
                    "insert into partner_mark (partner_id, domain_mark, vat_mark, duns_mark, name_mark)"
                            + " values (?, ?, ?, ?, ?)",
                    page,
                    PAGE,
                    (row, known) -> {
                        var marks = known.marks();
                        row.setObject(1, known.id());
                        row.setString(2, marks.domain());
                        row.setString(3, marks.vat());
                        row.setString(4, marks.duns());
                        row.setString(5, marks.name());
                    });
        }
    }

    private static List<Known> after(JdbcTemplate jdbc, UUID last) {
        return jdbc.query(
                "select p.id, p.name, c.country, c.domain, c.vat, c.duns from partner p"
                        + " left join partner_company c on c.partner_id = p.id"
                        + " where p.standing <> 'ENDED' and p.id > ? order by p.id limit " + PAGE,
                (row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        CompanyMarks.of(
                                row.getString("name"),
                                row.getString("country"),
                                row.getString("domain"),
                                row.getString("vat"),
                                row.getString("duns"))),
                last);
    }
}
