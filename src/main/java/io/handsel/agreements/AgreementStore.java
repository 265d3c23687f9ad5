package io.handsel.agreements;

import io.handsel.partner.PartnerId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Whoever changes an agreement holds the partner's row first, so that two who do wait for each other. */
interface AgreementStore extends Repository<Agreement, AgreementId> {

    Agreement saveAndFlush(Agreement agreement);

    Optional<Agreement> findById(AgreementId id);

    Optional<Agreement> findByIdAndPartner(AgreementId id, PartnerId partner);

    @Query("select a.partner from Agreement a where a.id = :id")
    Optional<PartnerId> partnerOf(AgreementId id);

    /** The one that counts. */
    Optional<Agreement> findByCurrentFor(UUID partner);

    /** Whichever was asked last, be it declined. */
    Optional<Agreement> findFirstByPartnerOrderByAskedAtDescIdDesc(PartnerId partner);

    @Query(value = "select nextval('agreement_number')", nativeQuery = true)
    long nextNumber();
}
