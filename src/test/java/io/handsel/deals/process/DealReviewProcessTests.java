package io.handsel.deals.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealStatus;
import io.handsel.engine.DueJobs;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, DealFixtures.class})
class DealReviewProcessTests {

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealOverview overview;

    @Autowired
    DueJobs jobs;

    @Autowired
    TaskService tasks;

    @Test
    void a_registered_deal_waits_for_the_partners_manager() {
        var partner = fixtures.partner();
        var sales = fixtures.sales(partner);

        var deal = fixtures.register(sales, DealFixtures.aDeal().deal());
        jobs.run();

        assertThat(overview.details(sales, deal).status()).isEqualTo(DealStatus.IN_REVIEW);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(deal.toString())
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("ReviewDeal");
        assertThat(task.getAssignee()).isEqualTo(partner.manager().toString());
    }
}
