package io.handsel.engine.safety;

/** The rules a model file can break; the names are keys of message bundles. */
public enum ModelRule {
    /** Only processes, decisions and forms are taken, and only of a reasonable size. */
    FILE,
    /** The file is not well-formed, refers to something outside itself, or does not follow its schema. */
    SYNTAX,
    /** An element, attribute or value that models may not use. */
    VOCABULARY,
    /** A piece of work that is not a bean published to models. */
    WORK,
    /** An expression that is too long or cannot be read. */
    EXPRESSION,
    /** A timer that repeats without end, or too often. */
    TIMER,
    /** Steps that repeat without anything to wait for. */
    LOOP,
    /** Work that multiplies itself. */
    MULTIPLICITY,
    /** Processes that call each other in a circle. */
    RECURSION,
    /** A decision or condition in FEEL that is not bounded, or is not FEEL. */
    FEEL,
    /** A form with a component or a setting the server does not know. */
    FORM
}
