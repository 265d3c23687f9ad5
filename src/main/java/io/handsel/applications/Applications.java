package io.handsel.applications;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Applications extends Repository<PartnerApplication, ApplicationId> {

    /** At once, so that whoever is late hears of it before anything else is done. */
    PartnerApplication saveAndFlush(PartnerApplication application);

    Optional<PartnerApplication> findById(ApplicationId id);

    /** Everything else that has one of these marks, oldest first. */
    @Query("""
            select a from PartnerApplication a
            where a.id <> :id
              and (a.applicant.domainMark = :domain or a.applicant.vatMark = :vat or a.applicant.dunsMark = :duns or a.applicant.nameMark = :name)
            order by a.appliedAt
            """)
    List<PartnerApplication> findAlike(
            ApplicationId id,
            @Nullable String domain,
            @Nullable String vat,
            @Nullable String duns,
            @Nullable String name);

    /** Those of one company that were answered with no: a name alone may be anybody's. */
    @Query("""
            select a from PartnerApplication a
            where a.status = io.handsel.applications.ApplicationStatus.REJECTED
              and (a.applicant.domainMark = :domain or a.applicant.vatMark = :vat or a.applicant.dunsMark = :duns)
            """)
    List<PartnerApplication> findRejected(@Nullable String domain, @Nullable String vat, @Nullable String duns);

    @Query(value = "select nextval('application_number')", nativeQuery = true)
    long nextNumber();
}
