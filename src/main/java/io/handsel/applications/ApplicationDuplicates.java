package io.handsel.applications;

import io.handsel.accounts.CompanyMarks;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.partner.CompanyProfile;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be the applicant already: a partner, or whoever else has applied, by registrable domain, VAT number, D-U-N-S
 * number or a name that is alike. All of it is looked at every time, so that an answer takes as long whichever it was.
 */
@Component
@Transactional
class ApplicationDuplicates {

    private final Applications applications;
    private final PartnerMarks known;
    private final CompanyProfiles companies;
    private final Partners partners;
    private final ApplicationTerritories territories;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicationDuplicates(
            Applications applications,
            PartnerMarks known,
            CompanyProfiles companies,
            Partners partners,
            ApplicationTerritories territories,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.known = known;
        this.companies = companies;
        this.partners = partners;
        this.territories = territories;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Looks, and writes down what it has found.
     *
     * @return whether there is such a partner, or such an application that still runs
     */
    boolean find(PartnerApplication application) {
        var marks = application.applicant().marks();
        jdbc.sql("delete from application_likeness where application_id = ?")
                .param(application.id().id())
                .update();
        var alikePartners = alikePartners(marks);
        var others = alikeApplications(application);
        alikePartners.forEach(alike -> note(application, alike.id(), "PARTNER", alike.reasons()));
        others.forEach(alike -> note(application, alike.id(), "APPLICATION", alike.reasons()));
        var running = others.stream()
                .map(alike ->
                        applications.findById(new ApplicationId(alike.id())).orElseThrow())
                .anyMatch(other -> other.status().isRunning());
        return !alikePartners.isEmpty() || running;
    }

    /** Whether there is a partner now that may be the applicant. */
    @Transactional(readOnly = true)
    boolean isPartner(PartnerApplication application) {
        return !alikePartners(application.applicant().marks()).isEmpty();
    }

    /** The day from which on this company may apply again, where that is still to come; by its own calendar. */
    @Transactional(readOnly = true)
    Optional<LocalDate> tooEarlyUntil(CompanyMarks marks) {
        return applications.findRejected(marks.domain(), marks.vat(), marks.duns()).stream()
                .flatMap(rejected -> rejected.reapplyFrom().stream()
                        .filter(day -> day.isAfter(LocalDate.ofInstant(
                                clock.instant(), territories.calendar(rejected).zone()))))
                .max(Comparator.naturalOrder());
    }

    /** The first application of a domain gets it; of two that are approved at once the second one finds it taken. */
    boolean claimDomain(PartnerApplication application) {
        return jdbc.sql(
                                "insert into application_domain (domain_mark, application_id) values (?, ?) on conflict do nothing")
                        .params(
                                application.applicant().marks().domain(),
                                application.id().id())
                        .update()
                == 1;
    }

    /** What was found, as it stands now. */
    @Transactional(readOnly = true)
    List<AlikeCompany> of(ApplicationId application) {
        return jdbc
                .sql("select alike_id, kind, reasons from application_likeness where application_id = ?"
                        + " order by kind desc, alike_id")
                .param(application.id())
                .query((row, number) -> view(
                        row.getObject("alike_id", UUID.class),
                        row.getString("kind"),
                        Arrays.stream(row.getString("reasons").split(" "))
                                .map(LikenessReason::valueOf)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LikenessReason.class)))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Alike> alikePartners(CompanyMarks marks) {
        return known.alike(marks).entrySet().stream()
                .map(found -> new Alike(found.getKey().id(), reasons(marks, found.getValue())))
                .toList();
    }

    private List<Alike> alikeApplications(PartnerApplication application) {
        var marks = application.applicant().marks();
        return applications
                .findAlike(application.id(), marks.domain(), marks.vat(), marks.duns(), marks.name())
                .stream()
                .filter(other -> !other.is(ApplicationStatus.APPROVED))
                .map(other -> new Alike(
                        other.id().id(), reasons(marks, other.applicant().marks())))
                .filter(Alike::isAny)
                .toList();
    }

    private void note(PartnerApplication application, UUID alike, String kind, Set<LikenessReason> reasons) {
        jdbc.sql("insert into application_likeness (application_id, alike_id, kind, reasons) values (?, ?, ?, ?)")
                .params(
                        application.id().id(),
                        alike,
                        kind,
                        reasons.stream().map(LikenessReason::name).collect(Collectors.joining(" ")))
                .update();
    }

    private Optional<AlikeCompany> view(UUID alike, String kind, Set<LikenessReason> reasons) {
        return kind.equals("PARTNER")
                ? partners.find(new PartnerId(alike)).map(partner -> {
                    var profile = companies.of(partner.id());
                    return new AlikeCompany(
                            partner.id(),
                            null,
                            partner.name(),
                            "partner.standing." + partner.standing(),
                            text(profile.country(), CountryCode::code),
                            address(profile),
                            text(profile.domain(), DomainName::name),
                            profile.vat(),
                            profile.duns(),
                            null,
                            null,
                            reasons);
                })
                : applications
                        .findById(new ApplicationId(alike))
                        .map(PartnerApplication::details)
                        .map(other -> new AlikeCompany(
                                null,
                                other.id(),
                                other.businessName(),
                                "applications.status." + other.status(),
                                other.country().code(),
                                other.address(),
                                other.domain().name(),
                                other.vat(),
                                other.duns(),
                                other.appliedAt(),
                                other.reapplyFrom(),
                                reasons));
    }

    private static Set<LikenessReason> reasons(CompanyMarks one, CompanyMarks other) {
        var reasons = EnumSet.noneOf(LikenessReason.class);
        compare(reasons, LikenessReason.DOMAIN, one.domain(), other.domain());
        compare(reasons, LikenessReason.VAT, one.vat(), other.vat());
        compare(reasons, LikenessReason.DUNS, one.duns(), other.duns());
        compare(reasons, LikenessReason.NAME, one.name(), other.name());
        return reasons;
    }

    private static void compare(
            Set<LikenessReason> reasons, LikenessReason reason, @Nullable String one, @Nullable String other) {
        if (one != null && one.equals(other)) {
            reasons.add(reason);
        }
    }

    private static @Nullable String address(CompanyProfile profile) {
        var parts = Stream.of(profile.street(), profile.postcode(), profile.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? null : parts;
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> written) {
        return value == null ? null : written.apply(value);
    }

    private record Alike(UUID id, Set<LikenessReason> reasons) {

        boolean isAny() {
            return !reasons.isEmpty();
        }
    }
}
