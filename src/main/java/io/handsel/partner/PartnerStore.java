package io.handsel.partner;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PartnerStore extends Repository<Partner, PartnerId> {

    Partner save(Partner partner);

    Optional<Partner> findById(PartnerId id);

    List<Partner> findAllByOrderByName();
}
