package io.handsel.engine.safety;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.handsel.engine.ModelBean;
import io.handsel.engine.ModelMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring-wired engines on H2 in memory, with all layers or only some. */
final class Engines {

    static {
        // Refusals are what these tests are about; the engine would log each with its stack.
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    private Engines() {}

    static AnnotationConfigApplicationContext safe(String name) {
        return start(name, EnumSet.allOf(SafeModels.Layer.class));
    }

    static AnnotationConfigApplicationContext without(SafeModels.Layer layer) {
        return start("without-" + layer, EnumSet.complementOf(EnumSet.of(layer)));
    }

    static AnnotationConfigApplicationContext start(String name, Set<SafeModels.Layer> layers) {
        return start(name, layers, new AbstractProcessEnginePlugin() {});
    }

    /** An engine with all layers, and a plug-in that comes after them. */
    static void startWith(ProcessEnginePlugin later) {
        try (var context = start("replaced", EnumSet.allOf(SafeModels.Layer.class), later)) {
            engine(context); // built when somebody asks for it
        }
    }

    private static AnnotationConfigApplicationContext start(
            String name, Set<SafeModels.Layer> layers, ProcessEnginePlugin later) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(
                "dataSource",
                DataSource.class,
                () -> JdbcConnectionPool.create(
                        "jdbc:h2:mem:" + name + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
        context.registerBean("safeModels", SafeModels.class, () -> new SafeModels(context, layers));
        context.registerBean("later", ProcessEnginePlugin.class, () -> later);
        context.register(Beans.class, Published.class);
        context.refresh();
        return context;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        SpringProcessEngineConfiguration engineConfiguration(
                ApplicationContext context,
                DataSource dataSource,
                PlatformTransactionManager transactions,
                SafeModels safeModels,
                @Qualifier("later") ProcessEnginePlugin later) {
            var engine = new SpringProcessEngineConfiguration();
            engine.setProcessEngineName(context.getId());
            engine.setApplicationContext(context);
            engine.setDataSource(dataSource);
            engine.setTransactionManager(transactions);
            engine.setDatabaseSchemaUpdate("true");
            engine.setHistory("none");
            engine.setJobExecutorActivate(false);
            engine.setMetricsEnabled(false);
            engine.setDefaultSerializationFormat("application/json");
            engine.setIdGenerator(new StrongUuidGenerator());
            engine.getProcessEnginePlugins().addAll(List.of(new SpinProcessEnginePlugin(), safeModels, later));
            return engine;
        }

        @Bean
        ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
            var factory = new ProcessEngineFactoryBean();
            factory.setProcessEngineConfiguration(configuration);
            return factory;
        }
    }

    /** What models find in the Spring context. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Published {
        @Bean
        Canary.Secret secret() {
            return new Canary.Secret();
        }

        @Bean
        Canary.Sink sink() {
            return new Canary.Sink();
        }

        @Bean
        @ModelBean
        Limits limits() {
            return new Limits();
        }

        @Bean
        @ModelBean
        JavaDelegate stamp() {
            return execution -> execution.setVariable("stamped", true);
        }
        /** Hands out as many people as it is asked for. */
        @Bean
        @ModelBean
        Crowd crowd() {
            return new Crowd();
        }

        @Bean
        @ModelBean
        TaskListener taskStamp() {
            return task -> task.setVariable("taskStamped", true);
        }

        @Bean
        @ModelBean
        ExecutionListener stepStamp() {
            return execution -> execution.setVariable("stepStamped", true);
        }
    }

    /** The annotation stands on the interface, as it would with a JDK proxy in front. */
    interface LimitRules {
        @ModelMethod
        boolean within(long amount);

        @ModelMethod
        String fail();
    }

    static class Crowd {
        @ModelMethod
        public List<Integer> of(int size) {
            return IntStream.range(0, size).boxed().toList();
        }
    }

    static class Limits implements LimitRules {
        @Override
        public boolean within(long amount) {
            return amount <= 500;
        }

        @Override
        public String fail() {
            throw new BpmnError("LIMIT");
        }

        public String secret() {
            return Canary.fire();
        }
    }

    static ProcessEngine engine(ApplicationContext context) {
        return context.getBean(ProcessEngine.class);
    }
}
