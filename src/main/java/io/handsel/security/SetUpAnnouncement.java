package io.handsel.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the set-up link on a start without people. The demonstration brings its own. */
@Component
@Profile("!demo")
class SetUpAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger(SetUpAnnouncement.class);

    private final SetUpLink link;
    private final SecuritySettings settings;
    private final String baseUrl;

    SetUpAnnouncement(SetUpLink link, SecuritySettings settings, @Value("${handsel.base-url}") String baseUrl) {
        this.link = link;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        link.offer()
                .ifPresent(token -> LOG.warn(
                        "SEC-030 Nobody can sign in yet. Make the first person here, once, within {} hours: {}/set-up/{}",
                        settings.setUpLinkValidFor().toHours(),
                        baseUrl,
                        token));
    }
}
