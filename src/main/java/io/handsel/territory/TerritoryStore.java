package io.handsel.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TerritoryStore extends Repository<Territory, TerritoryId> {

    Territory save(Territory territory);

    Optional<Territory> findById(TerritoryId id);

    Optional<Territory> findByCode(String code);

    List<Territory> findAllByOrderByName();
}
