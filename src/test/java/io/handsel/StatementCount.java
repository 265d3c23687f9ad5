package io.handsel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Writes down the SQL statements a piece of a test runs in its own thread. Import it into a Spring test, then
 * {@code StatementCount.during(() -> …)}. What keeps the HTTP session is not counted.
 */
public class StatementCount implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<String>> NOTED = new ThreadLocal<>();

    /** The statements run by this act, in their order. */
    public static List<String> during(Runnable act) {
        List<String> noted = new ArrayList<>();
        NOTED.set(noted);
        try {
            act.run();
        } finally {
            NOTED.remove();
        }
        return List.copyOf(noted);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(DataSource.class, source, "") : bean;
    }

    private static <T> T watched(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, sql)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments, String sql)
            throws Throwable {
        if (target instanceof PreparedStatement && method.getName().startsWith("execute")) {
            note(sql);
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
        if (result instanceof Connection connection && target instanceof DataSource) {
            return watched(Connection.class, connection, "");
        }
        return result instanceof PreparedStatement statement && arguments != null && target instanceof Connection
                ? watched(PreparedStatement.class, statement, String.valueOf(arguments[0]))
                : result;
    }

    private static void note(String sql) {
        var noted = NOTED.get();
        if (noted != null && !sql.toLowerCase(Locale.ROOT).contains("spring_session")) {
            noted.add(sql);
        }
    }
}
