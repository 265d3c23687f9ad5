package io.handsel.disputes;

import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Disputes extends Repository<Dispute, DisputeId> {

    /** At once, so that whoever is late hears of it before anything else is done. */
    Dispute saveAndFlush(Dispute dispute);

    Optional<Dispute> findById(DisputeId id);

    @Query("select d from Dispute d where d.challenger.subject = :subject or d.holder.subject = :subject")
    List<Dispute> findBySubject(UUID subject);

    /** In which a partner has a side and somebody still has to act, the oldest first. */
    @Query("""
            select d from Dispute d
            where (d.challenger.partner = :partner or d.holder.partner = :partner)
              and d.status not in (FINAL, WITHDRAWN)
            order by d.openedAt, d.number
            """)
    List<Dispute> findOpen(PartnerId partner);

    @Query("select d.id from Dispute d where d.challenger.subject = :subject and d.cause = :cause")
    Optional<DisputeId> findOpened(UUID subject, DisputeCause cause);

    /** Whether it was a dispute that ended this deal or claim: what it decided is not disputed again. */
    @Query("""
            select count(d) > 0 from Dispute d
            where (d.challenger.subject = :subject or d.holder.subject = :subject)
              and d.status = FINAL and d.closedAt >= :ended
            """)
    boolean hasEnded(UUID subject, Instant ended);

    /** The first gets it: of two at once about the same thing the second one finds it taken. */
    @Modifying
    @Query(value = """
            insert into dispute_occasion (subject, cause, against) values (:subject, :cause, :against)
            on conflict do nothing
            """, nativeQuery = true)
    int claimOccasion(UUID subject, String cause, UUID against);

    @Query(value = "select nextval('dispute_number')", nativeQuery = true)
    long nextNumber();
}
