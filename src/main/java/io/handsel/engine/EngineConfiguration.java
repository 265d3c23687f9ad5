package io.handsel.engine;

import io.handsel.engine.safety.SafeModels;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine, wired by hand: one data source and one transaction with JPA, so that a case and its process are born,
 * changed and rolled back together. Why each setting stands here is in {@code docs/adr/0002-engine-wired-by-hand.md}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    /** Time comes from here and nowhere else; tests put a clock in its place that they can move. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        // Databases keep microseconds; a finer tick would make a moment differ from itself once it is stored.
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    ThreadPoolTaskExecutor engineJobThreads() {
        var threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(3);
        threads.setMaxPoolSize(8);
        threads.setQueueCapacity(3);
        threads.setThreadNamePrefix("engine-job-");
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(20);
        return threads;
    }

    @Bean
    SpringJobExecutor jobExecutor(
            @Qualifier("engineJobThreads") ThreadPoolTaskExecutor threads, EngineSettings settings) {
        var executor = new SpringJobExecutor();
        executor.setTaskExecutor(threads);
        executor.setMaxJobsPerAcquisition(3);
        executor.setWaitTimeInMillis(500);
        executor.setMaxWait(2_000);
        executor.setBackoffTimeInMillis(25);
        executor.setMaxBackoff(200);
        executor.setLockTimeInMillis(Math.toIntExact(settings.jobLock().toMillis()));
        return executor;
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            SpringJobExecutor jobExecutor,
            List<ProcessEnginePlugin> plugins,
            ApplicationContext context) {
        var engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("default");
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setJobExecutor(jobExecutor);
        engine.setJobExecutorActivate(false);
        engine.setJobExecutorDeploymentAware(true);
        engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT10M,PT1H,PT6H");
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setEnforceHistoryTimeToLive(true);
        engine.setDefaultSerializationFormat("application/json");
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setAuthorizationEnabled(false);
        engine.setTenantCheckEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.getProcessEnginePlugins().addAll(plugins);
        engine.getProcessEnginePlugins()
                .add(new SafeModels(context)); // last, so that it sees whether a layer was replaced
        return engine;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }

    /** Starts the jobs after every bean exists and stops them before the pool and the data source close. */
    @Bean
    SmartLifecycle jobExecutorLifecycle(SpringJobExecutor executor, ProcessEngine engine, EngineSettings settings) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                if (settings.jobs()) {
                    executor.start();
                }
            }

            @Override
            public void stop() {
                executor.shutdown();
            }

            @Override
            public boolean isRunning() {
                return executor.isActive();
            }

            @Override
            public int getPhase() {
                return Integer.MAX_VALUE - 2048;
            }
        };
    }
}
