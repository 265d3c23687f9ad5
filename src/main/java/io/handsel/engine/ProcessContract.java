package io.handsel.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything Java and one process model share. Written once per process as a constant called {@code CONTRACT};
 * {@code ProcessContractTests} finds every such constant and compares it with the model, both ways.
 */
public record ProcessContract(
        ProcessKey process, Set<String> messages, Set<String> errors, Set<String> tasks, Set<String> variables) {

    /** Collects the contract; enums that are empty mean: the process has none. */
    public static <M extends Enum<M> & MessageName, E extends Enum<E> & ErrorCode, T extends Enum<T> & TaskKey>
            ProcessContract of(
                    ProcessKey process,
                    Class<M> messages,
                    Class<E> errors,
                    Class<T> tasks,
                    ProcessVariable<?>... variables) {
        return new ProcessContract(
                process,
                names(Stream.of(messages.getEnumConstants()).map(MessageName::inModel)),
                names(Stream.of(errors.getEnumConstants()).map(ErrorCode::inModel)),
                names(Stream.of(tasks.getEnumConstants()).map(TaskKey::inModel)),
                names(List.of(variables).stream().map(ProcessVariable::name)));
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toUnmodifiableSet());
    }
}
