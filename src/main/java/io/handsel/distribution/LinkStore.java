package io.handsel.distribution;

import io.handsel.partner.PartnerId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Whoever changes a link holds its row first, so that two who do wait for each other. */
interface LinkStore extends Repository<ResellerLink, LinkId> {

    ResellerLink saveAndFlush(ResellerLink link);

    Optional<ResellerLink> findById(LinkId id);

    /** The row as it is now, kept from others until the transaction ends; empty where it is not this distributor's. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from ResellerLink l where l.id = :id and l.distributor = :distributor")
    Optional<ResellerLink> findLockedOfDistributor(LinkId id, PartnerId distributor);

    /** The same; empty where it is not this reseller's. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from ResellerLink l where l.id = :id and l.reseller = :reseller")
    Optional<ResellerLink> findLockedOfReseller(LinkId id, PartnerId reseller);

    /** What a partner has open on either side, kept from others in one order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select l from ResellerLink l where (l.distributor = :partner or l.reseller = :partner)
            and l.status in :statuses order by l.id.id
            """)
    List<ResellerLink> findLocked(PartnerId partner, Collection<LinkStatus> statuses);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from ResellerLink l where l.id = :id")
    Optional<ResellerLink> findLocked(LinkId id);

    Optional<ResellerLink> findByIdAndDistributorAndStatus(LinkId id, PartnerId distributor, LinkStatus status);

    List<ResellerLink> findByResellerAndStatus(PartnerId reseller, LinkStatus status);

    /** A distributor's links behind one of them, the latest first. */
    @Query("""
            select l from ResellerLink l where l.distributor = :distributor
            and l.invitedAt <= :place and (l.invitedAt < :place or l.id.id < :last)
            order by l.invitedAt desc, l.id.id desc
            """)
    List<ResellerLink> findBehind(PartnerId distributor, Instant place, UUID last, Limit most);

    /** What waits or is in force comes first, however much is over since. */
    @Query("""
            select l from ResellerLink l where l.reseller = :reseller
            order by case when l.openReseller is null then 1 else 0 end, l.invitedAt desc, l.id.id desc
            """)
    List<ResellerLink> findOfReseller(PartnerId reseller, Limit most);

    /** The same on either side. */
    @Query("""
            select l from ResellerLink l where l.distributor = :partner or l.reseller = :partner
            order by case when l.openAddress is null then 1 else 0 end, l.invitedAt desc, l.id.id desc
            """)
    List<ResellerLink> findOfPartner(PartnerId partner, Limit most);

    boolean existsByReseller(PartnerId reseller);
}
