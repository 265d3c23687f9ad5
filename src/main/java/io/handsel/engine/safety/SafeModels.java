package io.handsel.engine.safety;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;

/**
 * Makes an engine safe to feed with models from people who may not run code on the server. By default whoever may
 * deploy a model may run anything: nearly every text in a model is an expression, and expressions reach all of Java.
 *
 * <p>No layer is enough alone; the tests take away one after the other and show what gets through.
 * Add this plug-in last: it refuses to start when another one has replaced a layer.
 */
public class SafeModels extends AbstractProcessEnginePlugin {

    enum Layer {
        EXPRESSIONS,
        SCRIPTS,
        PROCESS_POLICY,
        DECISION_POLICY
    }

    private final PublishedBeans beans;
    private final Set<Layer> layers;

    public SafeModels(ApplicationContext context) {
        this(context, EnumSet.allOf(Layer.class));
    }

    /** With layers missing: only for tests that prove what each layer does. */
    SafeModels(ApplicationContext context, Set<Layer> layers) {
        this.beans = new PublishedBeans(context);
        this.layers = layers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (layers.contains(Layer.EXPRESSIONS)) {
            engine.setExpressionManager(new SafeExpressionManager(beans));
            engine.setEnableExpressionsInStoredQueries(false);
        }
        if (layers.contains(Layer.SCRIPTS)) engine.setScriptEngineResolver(new NoScripting());
        if (layers.contains(Layer.PROCESS_POLICY)) {
            engine.setBpmnParseFactory(new SafeBpmnParse.Factory(new BpmnPolicy(beans)));
            engine.setCmmnEnabled(
                    false); // case models are a second language with the same holes, and nobody here needs it
        }
        if (layers.contains(Layer.DECISION_POLICY)) {
            DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
            decisions.setTransformer(new SafeDmnTransformer());
            decisions.setFeelEngineFactory(new PlainDataFeel());
            engine.setDmnEngineConfiguration(decisions);
            engine.setDmnFeelEnableLegacyBehavior(false); // the legacy FEEL is JUEL in disguise
            engine.setDmnElProvider(text -> {
                throw new ProcessEngineException("Decisions may only use FEEL: " + text);
            });
        }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (!layers.equals(EnumSet.allOf(Layer.class))) return;
        boolean intact = engine.getExpressionManager() instanceof SafeExpressionManager
                && engine.getScriptEngineResolver() instanceof NoScripting
                && engine.getBpmnParseFactory() instanceof SafeBpmnParse.Factory
                && engine.getDmnEngineConfiguration().getTransformer() instanceof SafeDmnTransformer
                && !engine.isCmmnEnabled();
        if (!intact) throw new ProcessEngineException("Another plug-in has replaced a layer of SafeModels");
    }
}
