package io.handsel.partner;

import io.handsel.security.LocationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LocationStore extends Repository<Location, LocationId> {

    Location saveAndFlush(Location location);

    Optional<Location> findByIdAndPartner(LocationId id, PartnerId partner);

    Optional<Location> findByPartnerAndNameKey(PartnerId partner, String nameKey);

    List<Location> findByIdIn(Collection<LocationId> ids);

    List<Location> findByPartnerOrderByNameKey(PartnerId partner);
}
