package io.handsel.engine.safety;

import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Hears what is wrong with a process model. */
@FunctionalInterface
interface Report {

    /** Takes one finding; {@code owner} is the id of the nearest element around it that has one. */
    void add(ModelRule rule, Element element, @Nullable String owner, String sentence);
}
