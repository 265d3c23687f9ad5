package io.handsel.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.query.Query;
import org.junit.jupiter.api.Test;

/** Every {@code ...Expression(...)} filter of every query, plain, inside {@code or()} and in stored filters. */
class QueryExpressionsTests {

    private static final String PAYLOAD = Payloads.ALL.get("text-getClass");

    @Test
    void no_query_evaluates_text() throws Exception {
        assertThat(firing("all", EnumSet.allOf(SafeModels.Layer.class))).isEmpty();
    }

    @Test
    void without_expressions_fenced_in_queries_run_code() throws Exception {
        assertThat(firing("-EXPRESSIONS", EnumSet.complementOf(EnumSet.of(SafeModels.Layer.EXPRESSIONS))))
                .isNotEmpty();
    }

    private static Set<String> firing(String name, Set<SafeModels.Layer> layers) throws Exception {
        var fired = new TreeSet<String>();
        int[] tried = {0};
        try (var context = Engines.start("queries" + name, layers)) {
            ProcessEngine engine = Engines.engine(context);
            for (Object service : new Object[] {
                engine.getTaskService(),
                engine.getRuntimeService(),
                engine.getRepositoryService(),
                engine.getHistoryService(),
                engine.getManagementService(),
                engine.getExternalTaskService()
            })
                for (Method factory : service.getClass().getMethods()) {
                    if (!Query.class.isAssignableFrom(factory.getReturnType()) || factory.getParameterCount() > 0)
                        continue;
                    for (Method filter : factory.getReturnType().getMethods()) {
                        if (!filter.getName().endsWith("Expression")
                                || filter.getParameterCount() != 1
                                || filter.getParameterTypes()[0] != String.class) continue;
                        probe(
                                fired,
                                tried,
                                filter.getName(),
                                () -> ((Query<?, ?>) filter.invoke(factory.invoke(service), PAYLOAD)).list());
                        probe(
                                fired,
                                tried,
                                filter.getName() + " count",
                                () -> ((Query<?, ?>) filter.invoke(factory.invoke(service), PAYLOAD)).count());
                        Object query = factory.invoke(service);
                        Method or = or(factory.getReturnType());
                        if (or != null)
                            probe(fired, tried, filter.getName() + " in or", () -> {
                                Object inner = filter.invoke(or.invoke(query), PAYLOAD);
                                return ((Query<?, ?>) factory.getReturnType()
                                                .getMethod("endOr")
                                                .invoke(inner))
                                        .list();
                            });
                    }
                }
            probe(fired, tried, "filter extended by query", () -> {
                Filter filter = engine.getFilterService().newTaskFilter("f" + System.nanoTime());
                filter.setQuery(engine.getTaskService().createTaskQuery());
                engine.getFilterService().saveFilter(filter);
                return engine.getFilterService()
                        .list(
                                filter.getId(),
                                engine.getTaskService().createTaskQuery().dueAfterExpression(PAYLOAD));
            });
            probe(fired, tried, "filter extended by or", () -> {
                Filter filter = engine.getFilterService().newTaskFilter("f" + System.nanoTime());
                filter.setQuery(engine.getTaskService().createTaskQuery());
                engine.getFilterService().saveFilter(filter);
                return engine.getFilterService()
                        .list(
                                filter.getId(),
                                engine.getTaskService()
                                        .createTaskQuery()
                                        .or()
                                        .dueAfterExpression(PAYLOAD)
                                        .endOr());
            });
            probe(fired, tried, "stored filter", () -> {
                Filter filter = engine.getFilterService().newTaskFilter("f" + System.nanoTime());
                filter.setQuery(engine.getTaskService().createTaskQuery().dueAfterExpression(PAYLOAD));
                engine.getFilterService().saveFilter(filter);
                return engine.getFilterService().list(filter.getId());
            });
            probe(fired, tried, "stored filter with or", () -> {
                Filter filter = engine.getFilterService().newTaskFilter("f" + System.nanoTime());
                filter.setQuery(engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .dueAfterExpression(PAYLOAD)
                        .endOr());
                engine.getFilterService().saveFilter(filter);
                return engine.getFilterService().count(filter.getId());
            });
        }
        assertThat(tried[0]).as("filters found").isGreaterThan(50);
        return fired;
    }

    private static Method or(Class<?> query) {
        try {
            return query.getMethod("or");
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private interface Step {
        Object run() throws Exception;
    }

    private static void probe(Set<String> fired, int[] tried, String name, Step step) {
        Canary.sang = false;
        tried[0]++;
        try {
            step.run();
        } catch (Exception expected) {
            /* refusal */
        }
        if (Canary.sang) fired.add(name);
    }
}
