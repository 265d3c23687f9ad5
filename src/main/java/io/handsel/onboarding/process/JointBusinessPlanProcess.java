package io.handsel.onboarding.process;

import io.handsel.engine.BusinessKey;
import io.handsel.onboarding.PlanSent;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the reading of a plan in the transaction in which it is sent. */
@Component
class JointBusinessPlanProcess {

    private final RuntimeService engine;

    JointBusinessPlanProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(PlanSent event) {
        engine.startProcessInstanceByKey(
                JointBusinessPlanContract.KEY.key(),
                BusinessKey.of(event.plan().id()).key());
    }
}
