package io.handsel.applications;

import io.handsel.accounts.CompanyMarks;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.partner.CompanyChanged;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.KnownCompany;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerStanding;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what partners are recognised, kept beside their records in the very transaction that changes them: whoever looks
 * for one partner does not look at all of them.
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
        var alike = jdbc.sql("select partner_id, domain_mark, vat_mark, duns_mark, name_mark from partner_mark"
                        + " where domain_mark = ? or vat_mark = ? or duns_mark = ? or name_mark = ?")
                .params(marks.domain(), marks.vat(), marks.duns(), marks.name())
                .query((row, number) -> Map.entry(
                        new PartnerId(row.getObject("partner_id", UUID.class)),
                        new CompanyMarks(
                                row.getString("domain_mark"),
                                row.getString("vat_mark"),
                                row.getString("duns_mark"),
                                row.getString("name_mark"))))
                .list();
        return alike.stream()
                .filter(found -> companies
                        .find(found.getKey())
                        .filter(company -> company.standing() != PartnerStanding.ENDED)
                        .isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @EventListener
    void on(CompanyChanged event) {
        companies.find(event.partner()).ifPresent(company -> {
            jdbc.sql("delete from partner_mark where partner_id = ?")
                    .param(event.partner().id())
                    .update();
            keep(company);
        });
    }

    /** Partners of a time when nothing was kept of them. */
    @EventListener(ApplicationReadyEvent.class)
    void fillIn() {
        var known = new HashSet<>(jdbc.sql("select partner_id from partner_mark")
                .query(UUID.class)
                .list());
        companies.all().stream()
                .filter(Predicate.not(
                        company -> known.contains(company.partner().id())))
                .forEach(this::keep);
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
