package io.handsel.applications;

import io.handsel.accounts.CompanyMarks;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.partner.CompanyChanged;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.KnownCompany;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandingChanged;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what partners are recognised, as long as they have not ended; kept beside their records in the very transaction
 * that changes them: whoever looks for one partner does not look at all of them.
 */
@Component
@Transactional
class PartnerMarks {

    private final CompanyProfiles companies;
    private final JdbcClient jdbc;

    PartnerMarks(CompanyProfiles companies, JdbcClient jdbc) {
        this.companies = companies;
        this.jdbc = jdbc;
    }

    /** The partners that have one of these marks and have not ended, with all of theirs. */
    @Transactional(readOnly = true)
    Map<PartnerId, CompanyMarks> alike(CompanyMarks marks) {
        return jdbc
                .sql("select partner_id, domain_mark, vat_mark, duns_mark, name_mark from partner_mark"
                        + " where domain_mark = ? or vat_mark = ? or duns_mark = ? or name_mark = ?")
                .params(marks.domain(), marks.vat(), marks.duns(), marks.name())
                .query((row, number) -> Map.entry(
                        new PartnerId(row.getObject("partner_id", UUID.class)),
                        new CompanyMarks(
                                row.getString("domain_mark"),
                                row.getString("vat_mark"),
                                row.getString("duns_mark"),
                                row.getString("name_mark"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @EventListener
    void on(CompanyChanged event) {
        forget(event.partner());
        companies
                .find(event.partner())
                .filter(company -> company.standing() != PartnerStanding.ENDED)
                .ifPresent(this::keep);
    }

    @EventListener
    void on(PartnerStandingChanged event) {
        if (event.standing() == PartnerStanding.ENDED) {
            forget(event.partner());
        }
    }

    private void forget(PartnerId partner) {
        jdbc.sql("delete from partner_mark where partner_id = ?")
                .param(partner.id())
                .update();
    }

    private void keep(KnownCompany company) {
        var marks = marks(company);
        jdbc.sql("insert into partner_mark (partner_id, domain_mark, vat_mark, duns_mark, name_mark)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(company.partner().id(), marks.domain(), marks.vat(), marks.duns(), marks.name())
                .update();
    }

    private static CompanyMarks marks(KnownCompany known) {
        var profile = known.profile();
        return CompanyMarks.of(
                known.name(),
                text(profile.country(), CountryCode::code),
                text(profile.domain(), DomainName::name),
                profile.vat(),
                profile.duns());
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> written) {
        return Optional.ofNullable(value).map(written).orElse(null);
    }
}
