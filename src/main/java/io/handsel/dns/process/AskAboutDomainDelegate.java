package io.handsel.dns.process;

import io.handsel.dns.DomainCheck;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Ask about domain": asks, keeps the answers, and says when to ask again. */
@Component
@ModelBean
class AskAboutDomainDelegate implements JavaDelegate {

    private final DomainCheck check;

    AskAboutDomainDelegate(DomainCheck check) {
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var result = check.ask(DomainVerificationContract.proofOf(execution));

        DomainVerificationContract.COMPLETE.set(execution, result.complete());
        DomainVerificationContract.NEXT_QUESTION.set(execution, result.nextQuestion());
    }
}
