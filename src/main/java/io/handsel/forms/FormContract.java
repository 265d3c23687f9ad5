package io.handsel.forms;

import java.util.Set;
import java.util.TreeSet;

/**
 * How the fields of a form and the components of a command relate.
 *
 * @param missing components no field answers
 * @param additional fields the command does not know: additional answers
 */
public record FormContract(Set<String> missing, Set<String> additional) {

    public static FormContract between(FormSchema schema, Class<? extends Record> command) {
        Set<String> missing = new TreeSet<>(FormValues.names(command));
        missing.removeAll(schema.answerKeys());
        Set<String> additional = new TreeSet<>(schema.answerKeys());
        additional.removeAll(FormValues.names(command));
        return new FormContract(missing, additional);
    }
}
