package io.handsel.partner;

import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SubstitutionStore extends Repository<Substitution, UUID> {

    Substitution save(Substitution substitution);

    void delete(Substitution substitution);

    Optional<Substitution> findById(UUID id);

    /** Those of one manager that touch the period; the newest first. */
    @Query("""
            select s from Substitution s
            where s.manager = :manager and s.period.start < :end and s.period.end > :start
            order by s.period.start desc
            """)
    List<Substitution> touching(PersonId manager, Instant start, Instant end);

    @Query("""
            select s from Substitution s
            where s.manager = :manager and s.period.start <= :moment and s.period.end > :moment
            """)
    Optional<Substitution> ofManager(PersonId manager, Instant moment);

    @Query("""
            select s from Substitution s
            where s.substitute = :substitute and s.period.start <= :moment and s.period.end > :moment
            """)
    List<Substitution> bySubstitute(PersonId substitute, Instant moment);

    @Query("select s from Substitution s where s.manager = :manager and s.period.end > :moment order by s.period.start")
    List<Substitution> comingOf(PersonId manager, Instant moment);
}
