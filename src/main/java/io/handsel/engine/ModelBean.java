package io.handsel.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Publishes a Spring bean to models. Models are written by people who may not run code on the server, so a bean stays
 * invisible to them until a developer says otherwise, on the class or on the {@code @Bean} method.
 *
 * <p>Publishing alone lets a model name the bean as a {@code delegateExpression}. To let expressions call a method, mark
 * that method with {@link ModelMethod}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {}
