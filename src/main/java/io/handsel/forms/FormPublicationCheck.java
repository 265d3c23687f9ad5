package io.handsel.forms;

import io.handsel.engine.PublicationCheck;
import io.handsel.engine.safety.ModelFinding;
import io.handsel.engine.safety.ModelRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps out forms that could not be shown, or that would lose what people fill in. */
@Component
class FormPublicationCheck implements PublicationCheck {

    private final SchemaParser parser;

    FormPublicationCheck(SchemaParser parser) {
        this.parser = parser;
    }

    @Override
    public List<ModelFinding> check(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .flatMap(file -> findings(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)))
                .toList();
    }

    private Stream<ModelFinding> findings(String name, String text) {
        return parser.findings(text).stream()
                .filter(SchemaFinding::refuses)
                .map(finding -> new ModelFinding(
                        name,
                        finding.pointer().isEmpty() ? null : finding.pointer(),
                        0,
                        ModelRule.FORM,
                        finding.message()));
    }
}
