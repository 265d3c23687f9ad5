package io.handsel.deals.process;

import io.handsel.deals.ChoiceFiled;
import io.handsel.deals.DealId;
import io.handsel.deals.DealLost;
import io.handsel.deals.DealWithdrawn;
import io.handsel.deals.DealWon;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries a customer's written choice into its process, and the news that nothing is left to choose. */
@Component
class CustomerChoiceProcess {

    private final ProcessMessages process;

    CustomerChoiceProcess(ProcessMessages process) {
        this.process = process;
    }

    @EventListener
    void on(ChoiceFiled event) {
        process.start(CustomerChoiceContract.KEY, BusinessKey.of(event.deal().id()));
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
        process.tellAll(CustomerChoiceContract.Messages.CHOICE_OVERTAKEN, BusinessKey.of(deal.id()));
    }
}
