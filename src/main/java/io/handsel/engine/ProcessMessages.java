package io.handsel.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings news of a case to its processes, in the transaction that made the news. Where a process has gone on by its clock
 * at this very moment somebody else was faster: the caller is told of the conflict and nothing is changed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProcessMessages {

    private final RuntimeService engine;

    ProcessMessages(RuntimeService engine) {
        this.engine = engine;
    }

    /** Begins the newest version of a process. */
    public void start(ProcessKey process, BusinessKey key) {
        engine.startProcessInstanceByKey(process.key(), key.key());
    }

    /** Begins the process that this message starts. */
    public void start(MessageName message, BusinessKey key) {
        engine.startProcessInstanceByMessage(message.inModel(), key.key());
    }

    /** @throws OptimisticLockingFailureException if nothing of the case waits for the message, or does so no more */
    public void tell(MessageName message, BusinessKey key) {
        hear(message, key, () -> message(message, key).correlateWithResult());
    }

    /** The same with a fact that goes along. */
    public <T> void tell(MessageName message, BusinessKey key, ProcessVariable<T> variable, T fact) {
        hear(
                message,
                key,
                () -> message(message, key)
                        .setVariable(variable.name(), variable.written(fact))
                        .correlateWithResult());
    }

    /** Tells whatever of the case waits for the message; says whether anything did. */
    public boolean tellAll(MessageName message, BusinessKey key) {
        return !hear(message, key, () -> message(message, key).correlateAllWithResult())
                .isEmpty();
    }

    private MessageCorrelationBuilder message(MessageName message, BusinessKey key) {
        return engine.createMessageCorrelation(message.inModel()).processInstanceBusinessKey(key.key());
    }

    private <T> T hear(MessageName message, BusinessKey key, Supplier<T> correlation) {
        try {
            return correlation.get();
        } catch (MismatchingMessageCorrelationException gone) {
            throw overtaken(key, gone);
        } catch (ProcessEngineException gone) {
            // Found waiting, and gone on before it was told: the engine has no class of its own for that.
            if (gone.getClass() == ProcessEngineException.class) {
                throw overtaken(key, gone);
            }
            throw gone;
        } catch (NullPointerException gone) {
            // Gone while the engine walked through its executions, which it does not expect. A delegate's is its own.
            if (!anythingWaits(message, key)) {
                throw overtaken(key, gone);
            }
            throw gone;
        }
    }

    /** What a failed correlation did itself is not written yet: only what others have done is missing here. */
    private boolean anythingWaits(MessageName message, BusinessKey key) {
        return engine.createExecutionQuery()
                        .messageEventSubscriptionName(message.inModel())
                        .processInstanceBusinessKey(key.key())
                        .count()
                > 0;
    }

    private static OptimisticLockingFailureException overtaken(BusinessKey key, RuntimeException gone) {
        return new OptimisticLockingFailureException("The process of " + key + " has gone on", gone);
    }
}
