package io.handsel.engine;

import org.jspecify.annotations.Nullable;

/**
 * A process a person may begin by filling in a form.
 *
 * @param form the start form's name
 * @param deployment the engine's id of the deployment whose form of that name is meant
 */
public record StartableProcess(
        ProcessKey process, String name, @Nullable String documentation, String form, String deployment) {}
