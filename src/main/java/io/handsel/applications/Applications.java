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
              and (a.domainMark = :domain or a.vatMark = :vat or a.dunsMark = :duns or a.nameMark = :name)
            order by a.appliedAt
            """)
    List<PartnerApplication> findAlike(
            ApplicationId id,
            @Nullable String domain,
            @Nullable String vat,
            @Nullable String duns,
            @Nullable String name);

    @Query(value = "select nextval('application_number')", nativeQuery = true)
    long nextNumber();
}
