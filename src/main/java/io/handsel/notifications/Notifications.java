package io.handsel.notifications;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what happened. */
@Service
public class Notifications {

    /** Written in the caller's transaction: what is rolled back is told to nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notice notice) {}
}
