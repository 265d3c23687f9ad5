package io.handsel.engine.safety;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A process file as the engine reads it, with the engine's own reader and schema, but not interpreted.
 *
 * @param root the tree, or null when the file cannot be read at all
 * @param findings what the schema says
 */
record BpmnFile(@Nullable Element root, List<ModelFinding> findings) {

    /** Reads a file and says what the schema says about it. */
    static BpmnFile validated(String name, byte[] content) {
        return read(name, content, ReflectUtil.getResourceUrlAsString(BpmnParser.BPMN_20_SCHEMA_LOCATION));
    }

    /** Only reads a file: the engine itself applies the schema when it deploys. */
    static BpmnFile read(String name, byte[] content) {
        return read(name, content, null);
    }

    private static BpmnFile read(String name, byte[] content, @Nullable String schema) {
        Parse parse = new Reader().createParse();
        parse.name(name).sourceInputStream(new ByteArrayInputStream(content));
        parse.setSchemaResource(schema);
        List<ModelFinding> findings = new ArrayList<>();
        try {
            parse.execute();
        } catch (ProcessEngineException e) {
            findings.add(new ModelFinding(name, null, 0, ModelRule.SYNTAX, "Not readable: " + e.getMessage()));
        }
        for (Problem problem : parse.getProblems()) {
            findings.add(new ModelFinding(
                    name, problem.getMainElementId(), problem.getLine(), ModelRule.SYNTAX, problem.getMessage()));
        }
        return new BpmnFile(parse.getRootElement(), findings);
    }

    private static class Reader extends Parser {

        @Override
        public Parse createParse() {
            return new Parse(this) {};
        }

        @Override
        protected void enableSchemaValidation(boolean validating) {
            super.enableSchemaValidation(true); // namespaces are needed in any case
            getSaxParserFactoryLazily().setValidating(validating);
        }
    }
}
