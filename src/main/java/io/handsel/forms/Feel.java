package io.handsel.forms;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * FEEL with the engine that also evaluates decision tables; one per application, safe for many threads, parsing once.
 *
 * <p>It is given JSON values only, because FEEL can call any public method of any other object. The engine has no time
 * limit of its own: what cannot run long by its shape runs at once, everything else on a few threads with a limit, and
 * an expression that overran once is not tried again.
 */
@Component
class Feel implements DisposableBean {

    static final int LONGEST = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Feel.class);
    private static final int MOST_CACHED = 5_000;
    private static final int TIMED_THREADS = 8;

    private final Clock clock;
    private final FeelEngineApi engine;
    private final FormSettings settings;
    private final Map<ZoneId, Feel> elsewhere;
    private final Map<String, Prepared> expressions;
    private final Map<String, Prepared> unaryTests;
    private final Set<String> overran;
    private final ThreadPoolExecutor timed;

    @Autowired
    Feel(Clock clock, FormSettings settings) {
        this.clock = clock;
        this.engine = engine(clock, ZoneOffset.UTC);
        this.settings = settings;
        this.elsewhere = new ConcurrentHashMap<>();
        this.expressions = new ConcurrentHashMap<>();
        this.unaryTests = new ConcurrentHashMap<>();
        this.overran = ConcurrentHashMap.newKeySet();
        this.timed =
                new ThreadPoolExecutor(0, TIMED_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Feel::thread);
    }

    private Feel(Feel house, ZoneId zone) {
        this.clock = house.clock;
        this.engine = engine(house.clock, zone);
        this.settings = house.settings;
        this.elsewhere = house.elsewhere;
        this.expressions = house.expressions;
        this.unaryTests = house.unaryTests;
        this.overran = house.overran;
        this.timed = house.timed;
    }

    /** The same for a reader who lives there: {@code today()} is their day and {@code now()} their hour. */
    Feel in(ZoneId zone) {
        return elsewhere.computeIfAbsent(zone, there -> new Feel(this, there));
    }

    private static FeelEngineApi engine(Clock clock, ZoneId zone) {
        return FeelEngineBuilder.forJava()
                .withEnabledExternalFunctions(false)
                .withClock(new FeelEngineClock() {
                    @Override
                    public ZonedDateTime getCurrentTime() {
                        return clock.instant().atZone(zone);
                    }
                })
                .build();
    }

    /** The value as plain JSON, or null when the expression cannot be parsed or evaluated, as in form-js. */
    @Nullable
    Object evaluate(String expression, Map<String, Object> context) {
        Prepared prepared = prepared(expressions, expression, false);
        return prepared.run(this, () -> engine.evaluate(prepared.parsed(), context))
                .map(JsonData::plain)
                .orElse(null);
    }

    /**
     * Conditions for hiding and read-only. form-js asks them as a unary test of nothing, so that an expression whose
     * value is null (a comparison with an empty field!) counts as true, and one that cannot be parsed as false.
     */
    boolean holds(String condition, Map<String, Object> context) {
        Prepared prepared = prepared(unaryTests, condition, true);
        return prepared.run(this, () -> engine.evaluateWithInput(prepared.parsed(), null, context))
                .map(Boolean.TRUE::equals)
                .orElse(false);
    }

    /** What is wrong with an expression, for the publish gate. */
    Optional<String> complaint(String expression) {
        return Optional.ofNullable(prepared(expressions, expression, false).complaint());
    }

    private Prepared prepared(Map<String, Prepared> cache, String expression, boolean unary) {
        if (cache.size() > MOST_CACHED) {
            cache.clear();
        }
        return cache.computeIfAbsent(expression, text -> prepare(text, unary));
    }

    private Prepared prepare(String expression, boolean unary) {
        if (expression.length() > LONGEST) {
            return Prepared.refused("longer than " + LONGEST + " characters");
        }
        ParseResult result = unary ? engine.parseUnaryTests(expression) : engine.parseExpression(expression);
        if (result.isFailure()) {
            return Prepared.refused(result.failure().message());
        }
        FeelShape shape = FeelShape.of(result.parsedExpression().expression());
        return shape.complaint()
                .map(Prepared::refused)
                .orElseGet(() -> new Prepared(expression, result.parsedExpression(), shape.shortRunning(), null));
    }

    private Optional<Object> withinTime(String expression, Supplier<EvaluationResult> evaluation) {
        if (overran.contains(expression)) {
            return Optional.empty();
        }
        try {
            var future = timed.submit(() -> result(evaluation.get()));
            try {
                return future.get(settings.expressionTime().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException tooLong) {
                future.cancel(true);
                if (overran.size() < MOST_CACHED) {
                    overran.add(expression);
                }
                LOG.warn("FORMS-001 A FEEL expression ran too long and counts as null from now on: {}", expression);
            }
        } catch (RejectedExecutionException busy) {
            LOG.warn("FORMS-002 Too many long FEEL expressions at once; one was not evaluated");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            LOG.warn("FORMS-003 A FEEL expression failed", failed);
        }
        return Optional.empty();
    }

    private static Optional<Object> result(EvaluationResult result) {
        return result.isSuccess() ? Optional.ofNullable(result.result()) : Optional.empty();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "feel");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        timed.shutdownNow();
    }

    private record Prepared(
            String text,
            @Nullable ParsedExpression parsed,
            boolean shortRunning,
            @Nullable String complaint) {

        static Prepared refused(String complaint) {
            return new Prepared("", null, true, complaint);
        }

        Optional<Object> run(Feel feel, Supplier<EvaluationResult> evaluation) {
            if (parsed == null) {
                return Optional.empty();
            }
            return shortRunning ? result(evaluation.get()) : feel.withinTime(text, evaluation);
        }
    }
}
