package io.handsel.deals;

import io.handsel.partner.PartnerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Deals extends Repository<Deal, DealId> {

    Deal save(Deal deal);

    Optional<Deal> findById(DealId id);

    Optional<Deal> findByIdAndPartner(DealId id, PartnerId partner);

    @Query("""
            select count(d) > 0 from Deal d
            where d.partner = :partner and d.content.ownReference = :reference and d.id <> :except
            """)
    boolean isReferenceTaken(PartnerId partner, String reference, DealId except);

    @Query("""
            select count(d) from Deal d
            where d.partner = :partner and d.program = :program and d.status in :statuses
            """)
    long countIn(PartnerId partner, String program, Collection<DealStatus> statuses);

    @Query("select count(d) from Deal d where d.partner = :partner and d.status in :statuses")
    long countFor(PartnerId partner, Collection<DealStatus> statuses);

    @Query("""
            select d from Deal d
            where d.partner = :partner and d.status in :statuses
              and (lower(d.content.customer) like :search escape '\\'
                or lower(d.number) like :search escape '\\'
                or lower(d.content.ownReference) like :search escape '\\')
            """)
    Page<Deal> search(PartnerId partner, Collection<DealStatus> statuses, String search, Pageable page);

    @Query("""
            select d from Deal d
            where d.partner = :partner and d.status in :statuses
            """)
    List<Deal> findIn(PartnerId partner, Collection<DealStatus> statuses);

    @Query("select d.status, count(d) from Deal d where d.partner = :partner group by d.status")
    List<Object[]> countByStatus(PartnerId partner);

    @Query(value = "select nextval('deal_number')", nativeQuery = true)
    long nextNumber();
}
