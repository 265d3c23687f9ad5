package io.handsel.deals;

import io.handsel.partner.PartnerId;
import io.handsel.security.LocationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Deals extends Repository<Deal, DealId> {

    /** At once, so that whoever is late hears of it before anything else is done. */
    Deal saveAndFlush(Deal deal);

    Optional<Deal> findById(DealId id);

    List<Deal> findByIdIn(Collection<DealId> ids);

    @Query("select d.location from Deal d where d.id = :id")
    Optional<LocationId> findLocation(DealId id);

    @Query("""
            select count(d) > 0 from Deal d
            where d.partner = :partner and d.content.ownReference = :reference and d.id <> :except
            """)
    boolean isReferenceTaken(PartnerId partner, String reference, DealId except);

    /** Those whose protection is over by the clock count no longer, even if the process has not ended them yet. */
    @Query("""
            select count(d) from Deal d
            where d.partner = :partner and d.program = :program and d.status in :statuses
              and (d.status <> APPROVED or d.protection.protectedUntil is null or d.protection.protectedUntil > :now
                or d.protection.extensionKeepsUntil > :now)
            """)
    long countOpen(PartnerId partner, String program, Collection<DealStatus> statuses, Instant now);

    @Query("select count(d) from Deal d where d.partner = :partner and d.status in :statuses")
    long countFor(PartnerId partner, Collection<DealStatus> statuses);

    @Query(value = "select nextval('deal_number')", nativeQuery = true)
    long nextNumber();

    /** The number of a deal that comes into being now. */
    default String number(Instant now) {
        return String.format(
                Locale.ROOT, "HD-%d-%06d", now.atZone(ZoneOffset.UTC).getYear(), nextNumber());
    }
}
