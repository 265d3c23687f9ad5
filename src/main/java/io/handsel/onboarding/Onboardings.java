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

    List<Onboarding> findByStatusOrderByDueAt(OnboardingStatus status);
}
