package io.handsel.forms;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no form schema this server can read; says every reason at once. */
public class InvalidFormSchema extends IllegalArgumentException {

    private final transient List<SchemaFinding> findings;

    InvalidFormSchema(List<SchemaFinding> findings) {
        super(findings.stream()
                .map(SchemaFinding::toString)
                .collect(Collectors.joining("\n  ", "The form schema cannot be read:\n  ", "")));
        this.findings = List.copyOf(findings);
    }

    public List<SchemaFinding> findings() {
        return findings;
    }
}
