package io.handsel.deals.process;

import io.handsel.deals.AmendmentRequested;
import io.handsel.deals.DealAwarded;
import io.handsel.deals.DealExpired;
import io.handsel.deals.DealId;
import io.handsel.deals.DealLost;
import io.handsel.deals.DealRegistered;
import io.handsel.deals.DealTransferred;
import io.handsel.deals.DealUpdated;
import io.handsel.deals.DealWithdrawn;
import io.handsel.deals.DealWon;
import io.handsel.deals.ExtensionRequested;
import io.handsel.deals.InformationProvided;
import io.handsel.deals.ProtectionChanged;
import io.handsel.deals.SubjectOfReview;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.MessageName;
import io.handsel.engine.ProcessMessages;
import io.handsel.engine.Spelling;
import io.handsel.engine.UserTask;
import io.handsel.tasklist.CaseChanged;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries news of deals into their processes, in the transaction that made the news: a deal without its process, or one
 * that its process has not heard of, cannot exist.
 */
@Component
class DealRegistrationProcess {

    private final ProcessMessages processes;
    private final RuntimeService engine;
    private final ApplicationEventPublisher news;

    DealRegistrationProcess(ProcessMessages processes, RuntimeService engine, ApplicationEventPublisher news) {
        this.processes = processes;
        this.engine = engine;
        this.news = news;
    }

    @EventListener
    void on(DealRegistered event) {
        processes.start(DealRegistrationContract.KEY, key(event.deal()));
    }

    @EventListener
    void on(InformationProvided event) {
        processes.tell(DealInformationContract.Messages.INFORMATION_PROVIDED, key(event.deal()));
        changed(event.deal());
    }

    @EventListener
    void on(DealWithdrawn event) {
        processes.tell(DealRegistrationContract.Messages.DEAL_WITHDRAWN, key(event.deal()));
        closed(event.deal());
    }

    @EventListener
    void on(DealUpdated event) {
        processes.tell(DealProtectionContract.Messages.PROTECTION_CHANGED, key(event.deal()));
    }

    @EventListener
    void on(ProtectionChanged event) {
        processes.tell(DealProtectionContract.Messages.PROTECTION_CHANGED, key(event.deal()));
        changed(event.deal());
    }

    @EventListener
    void on(ExtensionRequested event) {
        processes.start(DealExtensionContract.KEY, key(event.deal()));
    }

    @EventListener
    void on(AmendmentRequested event) {
        processes.start(DealAmendmentContract.KEY, key(event.deal()));
    }

    @EventListener
    void on(DealWon event) {
        closing(DealProtectionContract.Messages.DEAL_WON, event.deal(), "won");
    }

    @EventListener
    void on(DealLost event) {
        closing(DealProtectionContract.Messages.DEAL_LOST, event.deal(), "lost");
    }

    @EventListener
    void on(DealTransferred event) {
        end(DealRegistrationContract.Messages.DEAL_TRANSFERRED, event.deal());
        closed(event.deal());
        changed(event.deal());
    }

    /** Whatever decided about the deal so far is over; its protection begins in a case of its own. */
    @EventListener
    void on(DealAwarded event) {
        if (event.undecided()) {
            end(DealRegistrationContract.Messages.REVIEW_OVERTAKEN, event.deal());
        }
        processes.start(DealRegistrationContract.Messages.DEAL_AWARDED, key(event.deal()));
        changed(event.deal());
    }

    @EventListener
    void on(DealExpired event) {
        closed(event.deal());
    }

    /** What is decided in a task, as its process knows it. */
    SubjectOfReview subjectOf(UserTask task) {
        var written = (String) engine.getVariable(task.processInstance(), DealVariables.SUBJECT.name());
        return Spelling.constant(SubjectOfReview.class, written);
    }

    /** A case that began under a diagram that did not know the message yet ends as one that was taken back. */
    private void end(MessageName message, DealId deal) {
        if (!processes.tellAll(message, key(deal))) {
            processes.tellAll(DealRegistrationContract.Messages.DEAL_WITHDRAWN, key(deal));
        }
    }

    private void closing(MessageName message, DealId deal, String how) {
        processes.tell(message, key(deal), DealVariables.CLOSING, how);
        closed(deal);
    }

    /** Extensions and amendments that wait are no longer needed. */
    private void closed(DealId deal) {
        processes.tellAll(DealExtensionContract.Messages.DEAL_CLOSED, key(deal));
    }

    private void changed(DealId deal) {
        news.publishEvent(new CaseChanged(key(deal)));
    }

    private static BusinessKey key(DealId deal) {
        return BusinessKey.of(deal.id());
    }
}
