package io.handsel.forms;

import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the text of a {@code .form} file to a {@link FormSchema}, with everything there is to say about it. */
@Service
public class SchemaParser {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LONGEST = 1_000_000;

    private final Feel feel;

    SchemaParser(Feel feel) {
        this.feel = feel;
    }

    /**
     * The schema; what may be shown but not published is told by {@link FormSchema#findings()}.
     *
     * @throws InvalidFormSchema if the text cannot be read as a form
     */
    public FormSchema parse(String text) {
        var reading = new SchemaReading(tree(text));
        FormSchema schema = reading.schema(new ExpressionChecks(feel));
        List<SchemaFinding> unreadable = schema.findings().stream()
                .filter(finding -> finding.weight() == SchemaFinding.Weight.UNREADABLE)
                .toList();

        if (!unreadable.isEmpty()) {
            throw new InvalidFormSchema(schema.findings());
        }
        return schema;
    }

    /** Everything the publish gate has to say about a text; empty when it is in order. */
    public List<SchemaFinding> findings(String text) {
        try {
            return parse(text).findings();
        } catch (InvalidFormSchema invalid) {
            return invalid.findings();
        }
    }

    private static JsonNode tree(String text) {
        if (text.length() > LONGEST) {
            throw unreadable("longer than " + LONGEST + " characters");
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw unreadable("not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static InvalidFormSchema unreadable(String message) {
        return new InvalidFormSchema(List.of(new SchemaFinding(SchemaFinding.Weight.UNREADABLE, "", message)));
    }
}
