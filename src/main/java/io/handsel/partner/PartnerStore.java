package io.handsel.partner;

import io.handsel.security.PersonId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PartnerStore extends Repository<Partner, PartnerId> {

    Partner save(Partner partner);

    Partner saveAndFlush(Partner partner);

    Optional<Partner> findById(PartnerId id);

    /** The row as it is now, kept from others until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select partner from Partner partner where partner.id = :id")
    Optional<Partner> findLocked(PartnerId id);

    /** The one that counts. */
    @Query(
            "select coalesce(partner.overridden.level, partner.serviceLevel) from Partner partner where partner.id = :id")
    Optional<String> findServiceLevel(PartnerId id);

    @Query("select partner.type from Partner partner where partner.id = :id")
    Optional<String> findType(PartnerId id);

    @Query("""
            select partner.id from Partner partner where partner.standing = ACTIVE and partner.type <> :butNot
            and (partner.id = :named
                or exists (select 1 from Company company where company.partner = partner.id and company.domain = :domain))
            """)
    List<PartnerId> findActive(PartnerId named, String domain, String butNot);

    List<Partner> findByIdIn(Collection<PartnerId> ids);

    List<Partner> findAllByOrderByName();

    @Query("select partner.id from Partner partner where partner.accessUntil <= :now order by partner.accessUntil")
    List<PartnerId> findWithAccessOver(Instant now);

    boolean existsByManagerAndStandingNot(PersonId manager, PartnerStanding standing);
}
