package io.handsel.recruitment;

import io.handsel.kernel.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CandidateStore extends Repository<Candidate, CandidateId> {

    /** At once, so that whoever is late hears of it before anything else is done. */
    Candidate saveAndFlush(Candidate candidate);

    Optional<Candidate> findById(CandidateId id);

    /** The entry that stays, where this one has become part of another, and that one perhaps of a third. */
    default Optional<Candidate> findWhole(CandidateId id) {
        var found = findById(id);
        for (var into = found.flatMap(Candidate::mergedInto); into.isPresent(); ) {
            found = findById(into.get());
            into = found.flatMap(Candidate::mergedInto);
        }
        return found;
    }

    Optional<Candidate> findByDomain(String domain);

    Optional<Candidate> findByEmail(EmailAddress email);

    @Query("select c from Candidate c where c.companyKey = :key and c.country = :country order by c.addedAt, c.id")
    List<Candidate> findByName(String key, String country);
}
