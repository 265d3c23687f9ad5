package io.handsel.engine.safety;

import io.handsel.engine.ModelBean;
import io.handsel.engine.ModelMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/** The part of the Spring context that models may see: the beans marked with {@link ModelBean}. */
class PublishedBeans {

    private final ApplicationContext context;
    private volatile Set<String> names;

    PublishedBeans(ApplicationContext context) {
        this.context = context;
    }

    boolean contains(String name) {
        return names().contains(name);
    }

    Object get(String name) {
        if (!contains(name)) throw new IllegalArgumentException("Not published to models: " + name);
        return context.getBean(name);
    }

    /** Looks at the declared type only, so that checking a model never creates beans. */
    boolean contains(String name, Class<?> type) {
        return contains(name) && context.isTypeMatch(name, type);
    }

    /**
     * The {@link ModelMethod} that a model means by this name and number of arguments, or null. Annotations are
     * read from the class behind a proxy, while the returned method can be called on the proxy: otherwise
     * transactions and security checks around the bean would be skipped.
     */
    Method method(Object bean, String name, int arguments) {
        Class<?> type = AopUtils.getTargetClass(bean);
        List<Method> found = Stream.of(ReflectionUtils.getUniqueDeclaredMethods(type))
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments)
                .filter(m ->
                        Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()) && !m.isBridge())
                .filter(m -> AnnotatedElementUtils.hasAnnotation(m, ModelMethod.class))
                .toList();
        return found.size() == 1 ? AopUtils.selectInvocableMethod(found.get(0), bean.getClass()) : null;
    }

    // Read late: the engine is configured while bean definitions are still being registered.
    private Set<String> names() {
        if (names == null) names = Set.of(context.getBeanNamesForAnnotation(ModelBean.class));
        return names;
    }
}
