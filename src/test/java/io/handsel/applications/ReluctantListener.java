package io.handsel.applications;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Somebody who hears of approvals and, when a test wants it, fails over them. */
@TestComponent
public class ReluctantListener {

    private boolean failing;

    public void fails(boolean wanted) {
        failing = wanted;
    }

    @EventListener
    void on(ApplicationApproved event) {
        if (failing) {
            throw new IllegalStateException("Cannot take up " + event.partner());
        }
    }
}
