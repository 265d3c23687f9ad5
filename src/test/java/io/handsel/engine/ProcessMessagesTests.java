package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/** What the race of an appeal with its clock met once in a hundred runs; real races are in the modules' own tests. */
class ProcessMessagesTests {

    private enum News implements MessageName {
        SOMETHING_HAPPENED
    }

    @Test
    void a_case_gone_while_the_engine_looks_for_it_is_a_conflict() {
        var messages = over("org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl");

        assertThatThrownBy(() -> messages.tell(News.SOMETHING_HAPPENED, BusinessKey.of(UUID.randomUUID())))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void a_delegates_own_fault_is_none() {
        var messages = over("io.handsel.deals.process.SomeDelegate");

        assertThatThrownBy(() -> messages.tell(News.SOMETHING_HAPPENED, BusinessKey.of(UUID.randomUUID())))
                .isInstanceOf(NullPointerException.class);
    }

    private static ProcessMessages over(String where) {
        var fault = new NullPointerException();
        fault.setStackTrace(new StackTraceElement[] {new StackTraceElement(where, "run", null, 1)});
        return new ProcessMessages((RuntimeService) Proxy.newProxyInstance(
                ProcessMessagesTests.class.getClassLoader(),
                new Class<?>[] {RuntimeService.class},
                (engine, method, arguments) -> {
                    throw fault;
                }));
    }
}
