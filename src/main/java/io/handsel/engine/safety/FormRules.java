package io.handsel.engine.safety;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a form file may contain, as far as it is evaluated: JSON whose conditions are bounded FEEL. */
final class FormRules {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    private FormRules() {}

    static List<ModelFinding> check(String name, byte[] content) {
        JsonNode form;
        try {
            form = JSON.readTree(content);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return List.of(new ModelFinding(
                    name, null, line, ModelRule.SYNTAX, "Not readable as JSON: " + e.getOriginalMessage()));
        }
        if (form == null || !form.isObject()) {
            return List.of(new ModelFinding(name, null, 0, ModelRule.SYNTAX, "A form is a JSON object"));
        }
        List<ModelFinding> findings = new ArrayList<>();
        check(name, form, null, findings);
        return findings;
    }

    private static void check(String name, JsonNode part, @Nullable String around, List<ModelFinding> findings) {
        JsonNode id = part.get("id");
        String owner = id != null && id.isString() ? id.stringValue() : around;
        if (part.isString() && part.stringValue().startsWith("=")) {
            for (String problem : FeelRules.checkForm(part.stringValue().substring(1))) {
                findings.add(new ModelFinding(name, owner, 0, ModelRule.FEEL, problem));
            }
        }
        for (JsonNode child : part) {
            check(name, child, owner, findings);
        }
    }
}
