package io.handsel.applications;

import io.handsel.dns.DomainProven;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever has proven a domain is the candidate we know by it: recruitment writes no more, and hears how it goes on. */
@Component
class ProvenApplicants {

    private final Applications applications;
    private final InvitedApplicants invited;

    ProvenApplicants(Applications applications, InvitedApplicants invited) {
        this.applications = applications;
        this.invited = invited;
    }

    @EventListener
    void on(DomainProven event) {
        ApplicationDomains.subject(event.subject())
                .flatMap(applications::findById)
                .ifPresent(application -> {
                    invited.recognise(application).ifPresent(invited::applied);
                    applications.saveAndFlush(application);
                });
    }
}
