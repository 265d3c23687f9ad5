package io.handsel.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets expressions in models call this public method of a {@link ModelBean}. May stand on an interface method.
 *
 * <p>The caller is untrusted: check every argument as if it came from a browser, take and return plain data, and do not
 * overload (models cannot choose between overloads).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelMethod {}
