package io.handsel.partner;

import io.handsel.security.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PartnerStore extends Repository<Partner, PartnerId> {

    Partner save(Partner partner);

    Partner saveAndFlush(Partner partner);

    Optional<Partner> findById(PartnerId id);

    List<Partner> findAllByOrderByName();

    boolean existsByManagerAndStandingNot(PersonId manager, PartnerStanding standing);
}
