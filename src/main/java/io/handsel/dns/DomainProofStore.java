package io.handsel.dns;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DomainProofStore extends Repository<DomainProof, DomainProofId> {

    DomainProof saveAndFlush(DomainProof proof);

    Optional<DomainProof> findById(DomainProofId id);

    Optional<DomainProof> findBySubject(String subject);
}
