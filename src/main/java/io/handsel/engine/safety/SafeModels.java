package io.handsel.engine.safety;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Makes an engine safe to feed with models from people who may not run code on the server. By default whoever may deploy
 * a model may run anything: nearly every text in a model is an expression, and expressions reach all of Java.
 *
 * <p>No layer is enough alone; the tests take away one after the other and show what gets through. Add this plug-in last:
 * it refuses to start when another one has replaced a layer.
 */
public class SafeModels extends AbstractProcessEnginePlugin {

    enum Layer {
        /** Expressions reach variables, harmless methods and published beans only. */
        EXPRESSIONS,
        /** No script language runs. */
        SCRIPTS,
        /** Processes are written in an allow-listed vocabulary. */
        PROCESSES,
        /** Decisions are bounded FEEL over plain data. */
        DECISIONS,
        /** Deployments hold known files that do not go in circles. */
        DEPLOYMENTS,
        /** What a running process may use up is bounded. */
        BOUNDS,
        /** Variables hold plain data. */
        VARIABLES
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
            engine.setEnableExpressionsInAdhocQueries(false);
            engine.setEnableExpressionsInStoredQueries(false);
        }
        if (layers.contains(Layer.SCRIPTS)) {
            engine.setScriptEngineResolver(new NoScripting());
        }
        if (layers.contains(Layer.PROCESSES) || layers.contains(Layer.BOUNDS)) {
            engine.setBpmnParseFactory(new SafeBpmnParse.Factory(
                    new BpmnPolicy(beans), layers.contains(Layer.PROCESSES), layers.contains(Layer.BOUNDS)));
        }
        if (layers.contains(Layer.PROCESSES)) {
            engine.setCmmnEnabled(false); // case models are a second language with the same holes, and nobody needs it
        }
        if (layers.contains(Layer.DECISIONS)) {
            boundDecisions(engine);
        }
        if (layers.contains(Layer.DEPLOYMENTS)) {
            engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), List.of(new SafeDeployer())));
        }
        if (layers.contains(Layer.BOUNDS)) {
            engine.setBusinessCalendarManager(new BoundedTimers());
            engine.setCustomSessionFactories(
                    with(engine.getCustomSessionFactories(), List.of(new StepBudget.Factory())));
        }
        if (layers.contains(Layer.VARIABLES)) {
            engine.setJavaSerializationFormatEnabled(false);
            engine.setDeserializationTypeValidationEnabled(true);
            guardVariables(engine);
        }
    }

    private static void boundDecisions(ProcessEngineConfigurationImpl engine) {
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setTransformer(new SafeDmnTransformer());
        decisions.setFeelEngineFactory(new PlainDataFeel());
        engine.setDmnEngineConfiguration(decisions);
        engine.setDmnFeelEnableLegacyBehavior(false); // the legacy FEEL is JUEL in disguise
        engine.setDmnElProvider(text -> {
            throw new ProcessEngineException("Decisions may only use FEEL: " + text);
        });
    }

    @SuppressWarnings("rawtypes") // as the engine declares it
    private static void guardVariables(ProcessEngineConfigurationImpl engine) {
        List<TypedValueSerializer> guards = new ArrayList<>(PlainVariables.guards());
        engine.setCustomPreVariableSerializers(with(guards, engine.getCustomPreVariableSerializers()));
    }

    private static <T> List<T> with(@Nullable List<? extends T> some, @Nullable List<? extends T> others) {
        List<T> both = new ArrayList<>(some == null ? List.of() : some);
        both.addAll(others == null ? List.of() : others);
        return both;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (layers.equals(EnumSet.allOf(Layer.class)) && !isIntact(engine)) {
            throw new ProcessEngineException("Another plug-in has replaced a layer of SafeModels");
        }
    }

    private static boolean isIntact(ProcessEngineConfigurationImpl engine) {
        return engine.getExpressionManager() instanceof SafeExpressionManager
                && !engine.isEnableExpressionsInAdhocQueries()
                && !engine.isEnableExpressionsInStoredQueries()
                && engine.getScriptEngineResolver() instanceof NoScripting
                && engine.getBpmnParseFactory() instanceof SafeBpmnParse.Factory factory
                && factory.checks()
                && factory.bounds()
                && !engine.isCmmnEnabled()
                && !engine.isEnableXxeProcessing()
                && engine.getDmnEngineConfiguration().getTransformer() instanceof SafeDmnTransformer
                && engine.getDmnEngineConfiguration().getFeelEngineFactory() instanceof PlainDataFeel
                && isFirst(engine.getDeployers())
                && engine.getBusinessCalendarManager() instanceof BoundedTimers
                && engine.getSessionFactories().get(StepBudget.class) instanceof StepBudget.Factory
                && !engine.isJavaSerializationFormatEnabled()
                && engine.isDeserializationTypeValidationEnabled()
                && engine.getVariableSerializers().getSerializers().stream()
                        .limit(PlainVariables.guards().size())
                        .allMatch(PlainVariables.class::isInstance);
    }

    private static boolean isFirst(List<Deployer> deployers) {
        return deployers.get(0) instanceof SafeDeployer;
    }
}
