package io.handsel.onboarding;

import io.handsel.partner.PartnerId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Onboardings extends Repository<Onboarding, OnboardingId> {

    /** At once, so that whoever is late hears of it before anything else is done. */
    Onboarding saveAndFlush(Onboarding onboarding);

    Optional<Onboarding> findById(OnboardingId id);

    Optional<Onboarding> findByPartner(PartnerId partner);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Onboarding o where o.partner = :partner")
    Optional<Onboarding> findLocked(PartnerId partner);

    /** Whether this part of the portal waits for a step of a running onboarding; one statement, because every page asks. */
    @Query("""
            select count(o) > 0 from Onboarding o join o.steps step
            where o.partner = :partner and o.status = io.handsel.onboarding.OnboardingStatus.RUNNING
                and step.opens = :part and step.doneAt is null
            """)
    boolean isClosed(PartnerId partner, PortalPart part);

    List<Onboarding> findByStatusOrderByDueAt(OnboardingStatus status);
}
