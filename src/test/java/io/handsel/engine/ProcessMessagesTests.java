package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/** What the race of an appeal with its clock met once in a hundred runs; real races are in the modules' own tests. */
class ProcessMessagesTests {

    private static final BusinessKey KEY = BusinessKey.of(UUID.randomUUID());

    private enum News implements MessageName {
        SOMETHING_HAPPENED
    }

    @Test
    void a_case_gone_while_the_engine_looks_for_it_is_a_conflict() {
        var messages = failing(0);

        assertThatThrownBy(() -> messages.tell(News.SOMETHING_HAPPENED, KEY))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void a_delegates_own_fault_is_none() {
        var messages = failing(1);

        assertThatThrownBy(() -> messages.tell(News.SOMETHING_HAPPENED, KEY)).isInstanceOf(NullPointerException.class);
    }

    /** @param waiting how many still wait for the message after it could not be told */
    private static ProcessMessages failing(long waiting) {
        var query = proxy(
                ExecutionQuery.class,
                (self, method, arguments) -> method.getName().equals("count") ? waiting : self);
        return new ProcessMessages(proxy(RuntimeService.class, (engine, method, arguments) -> {
            if (method.getName().equals("createExecutionQuery")) {
                return query;
            }
            throw new NullPointerException();
        }));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ProcessMessagesTests.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
