/**
 * Forms as data. A {@code .form} file (form-js, the format of Camunda Modeler) is read once into a
 * {@link io.handsel.forms.FormSchema}; from it {@link io.handsel.forms.FormFilling} renders, evaluates conditions,
 * checks what is sent and hands over {@link io.handsel.forms.FormValues}, so that the page and the check can never
 * disagree and nothing is written that the form did not offer. {@link io.handsel.forms.FormCatalogue} finds a form,
 * also in the version a running case began with; {@link io.handsel.forms.FormDrafts} keeps what somebody has typed,
 * for that person alone. Conditions are FEEL, by the engine that evaluates decision tables. What a form is about, and
 * what its answers set in motion, is known by the modules that use it. It stands on {@code engine} for deployed forms,
 * on {@code security} for who is asking, on {@code shell} for the frame of pages.
 */
@ApplicationModule(allowedDependencies = {"engine", "engine :: safety", "kernel", "security", "shell"})
@NullMarked
package io.handsel.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
