package io.handsel.applications;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Applications extends Repository<PartnerApplication, ApplicationId> {

    /** At once, so that whoever is late hears of it before anything else is done. */
    PartnerApplication saveAndFlush(PartnerApplication application);

    Optional<PartnerApplication> findById(ApplicationId id);

    @Query("select a from PartnerApplication a where a.status in :statuses order by a.appliedAt, a.id.id")
    List<PartnerApplication> findByStatus(Collection<ApplicationStatus> statuses);

    @Query(value = "select nextval('application_number')", nativeQuery = true)
    long nextNumber();
}
