package io.handsel.engine.safety;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Refuses every script language. Scripts cannot be fenced in: even the language "juel" has its own resolver with
 * full reflection, outside {@link SafeExpressionManager}, and it comes with the engine itself.
 */
class NoScripting implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // Called by the engine for juel and feel while it starts: ignored, not refused.
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return null;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        throw new ProcessEngineException("Scripting is switched off: " + language);
    }
}
