package io.handsel.tasklist;

import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A decision put together of its parts, where several tasks are decided alike: the same answers, the same way to the
 * domain, other buttons. The module that owns the process makes a bean of it for each task.
 *
 * @param doing does it, or says why not
 * @param foreseeing says what doing it would do
 */
public record DecisionOf<I extends Record>(
        ProcessKey process,
        TaskKey task,
        Class<I> input,
        List<Choice> choices,
        BiFunction<TaskContext, I, DecisionOutcome> doing,
        BiFunction<TaskContext, I, DecisionOutcome> foreseeing)
        implements TaskDecision<I> {

    public DecisionOf {
        choices = List.copyOf(choices);
    }

    @Override
    public DecisionOutcome decide(TaskContext context, I input) {
        return doing.apply(context, input);
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, I input) {
        return foreseeing.apply(context, input);
    }
}
