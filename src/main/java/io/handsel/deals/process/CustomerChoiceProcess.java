package io.handsel.deals.process;

import io.handsel.deals.ChoiceFiled;
import io.handsel.deals.DealId;
import io.handsel.deals.DealLost;
import io.handsel.deals.DealWithdrawn;
import io.handsel.deals.DealWon;
import io.handsel.engine.BusinessKey;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries a customer's written choice into its process, and the news that nothing is left to choose. */
@Component
class CustomerChoiceProcess {

    private final RuntimeService engine;

    CustomerChoiceProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(ChoiceFiled event) {
        engine.startProcessInstanceByKey(
                CustomerChoiceContract.KEY.key(),
                BusinessKey.of(event.deal().id()).key());
    }

    @EventListener
    void on(DealWithdrawn event) {
        overtaken(event.deal());
    }

    @EventListener
    void on(DealWon event) {
        overtaken(event.deal());
    }

    @EventListener
    void on(DealLost event) {
        overtaken(event.deal());
    }

    private void overtaken(DealId deal) {
        engine.createMessageCorrelation(CustomerChoiceContract.Messages.CHOICE_OVERTAKEN.inModel())
                .processInstanceBusinessKey(BusinessKey.of(deal.id()).key())
                .correlateAll();
    }
}
