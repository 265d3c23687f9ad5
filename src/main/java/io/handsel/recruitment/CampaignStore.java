package io.handsel.recruitment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CampaignStore extends Repository<Campaign, CampaignId> {

    Campaign saveAndFlush(Campaign campaign);

    Optional<Campaign> findById(CampaignId id);

    @Query("select c from Campaign c order by c.createdAt desc, c.id")
    List<Campaign> newest();

    @Query("select c from Campaign c where c.state = RUNNING order by c.startedAt, c.id")
    List<Campaign> running();
}
