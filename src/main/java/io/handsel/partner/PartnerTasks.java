package io.handsel.partner;

import io.handsel.tasklist.TaskDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open tasks follow the partner to its new manager, in the transaction of the hand-over. */
@Component
class PartnerTasks {

    private final TaskDesk desk;

    PartnerTasks(TaskDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(PartnerHandedOver news) {
        desk.handOver(news.by(), news.partner().organisation(), news.from(), news.to());
    }
}
