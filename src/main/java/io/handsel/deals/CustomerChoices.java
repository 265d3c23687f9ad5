package io.handsel.deals;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CustomerChoices extends Repository<CustomerChoice, UUID> {

    CustomerChoice saveAndFlush(CustomerChoice choice);

    Optional<CustomerChoice> findByWaitingFor(UUID deal);

    Optional<CustomerChoice> findFirstByDealOrderByFiledAtDesc(DealId deal);
}
